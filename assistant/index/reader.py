"""The read side of an index: opened by the terminal, the app and the evals."""

import os
import threading
import weakref
from collections.abc import Collection as Several
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np

from assistant.embedding import Embedder, Vectors
from assistant.errors import ModelMismatch, UnusableIndex
from assistant.filters import Filters
from assistant.index.holding import hold
from assistant.index.lexical import Lexical
from assistant.index.manifest import (
    Manifest,
    damaged,
    kept_from,
    live_version,
    load_manifest,
    missing,
    version_dir,
)
from assistant.index.nodes import from_metadata
from assistant.index.scope import Scope, Scopes
from assistant.index.sums import damage_seen
from assistant.index.vectors import Collection, check_place, collection_name, open_to_read
from assistant.models import Passage, SectionKind

# With a filter: how many passages are compared one by one; how many times as many are fetched as would do if those
# allowed were spread evenly; and how many are fetched at most. Measured on 100,000 passages: fetching 3,000 ids takes
# as long as 1,000 comparisons or a search among 20,000 named ids, and a third of a search with Chroma's `where`.
MOST_COMPARED = 1000
OVER_FETCHED = 3
MOST_FETCHED = 3000

_AT_ONCE = 5000  # passages whose vectors are held at once
_ROWS = 60  # rows of one table that are looked for


class Index:
    """One version of an index. It stays valid when a newer version becomes live; `open_index` finds that one."""

    def __init__(self, index_dir: Path, manifest: Manifest, chroma_url: str = "") -> None:
        self.directory = index_dir
        self.manifest = manifest
        folder = version_dir(index_dir, manifest.version)
        check_place(index_dir, manifest.on_server, chroma_url)
        try:
            self._let_go = weakref.finalize(self, os.close, hold(folder))
            if not chroma_url:
                (folder / "chroma" / "chroma.sqlite3").stat()  # Chroma would make what is not there
            if wrong := damage_seen(folder, manifest.files):
                raise damaged(index_dir, wrong)
            self._client, collection = open_to_read(folder, collection_name(manifest.version), chroma_url)
            self.lexical = Lexical(folder / "lexical")
        except UnusableIndex:
            raise
        except FileNotFoundError as error:
            raise damaged(index_dir) from error
        except OSError as error:
            raise kept_from(index_dir, error) from error
        except Exception as error:  # Chroma and bm25s raise families of their own
            raise damaged(index_dir) from error
        self._collection = Collection(collection, chroma_url)
        self._scopes = Scopes(manifest, self.lexical.ids, self._ids_of_kind)
        self._lock = threading.Lock()
        self._questions, self._is_old = 0, False

    def scope(self, filters: Filters) -> Scope | None:
        """What these filters leave of the index; None where they narrow nothing."""
        return self._scopes.scope(filters) if filters else None

    def dense(self, vector: Vectors, k: int, scope: Scope | None = None) -> list[tuple[str, float]]:
        """The `k` passages nearest to `vector`, within `scope`, as (id, cosine), best first."""
        if scope is None:
            return self._nearest(vector, k)
        wanted = min(k, scope.passages)
        if not wanted:
            return []
        if scope.passages <= MOST_COMPARED:
            return self._compared(vector, scope.ids())[:wanted]
        evenly = int(wanted * OVER_FETCHED * self.manifest.passages / scope.passages)
        for fetched in (evenly, MOST_FETCHED) if evenly < MOST_FETCHED else ():
            found = [pair for pair in self._nearest(vector, fetched) if scope.holds(pair[0])]
            if len(found) >= wanted:
                return found[:wanted]
        return self._nearest(vector, wanted, scope.ids())

    def _nearest(self, vector: Vectors, k: int, ids: list[str] | None = None) -> list[tuple[str, float]]:
        """Asks Chroma itself: LlamaIndex's store fetches every text, which is most of the time."""
        rows = self._collection.query(query_embeddings=[vector.tolist()], n_results=k, ids=ids, include=["distances"])
        return [(id_, 1 - distance) for id_, distance in zip(rows["ids"][0], rows["distances"][0], strict=True)]

    def _compared(self, vector: Vectors, ids: list[str]) -> list[tuple[str, float]]:
        """These passages, each compared with the question: for a few, quicker than a search among all."""
        rows = self._collection.get(ids=ids, include=["embeddings"])
        cosines = np.asarray(rows["embeddings"]) @ vector
        return [(rows["ids"][i], float(cosines[i])) for i in np.argsort(-cosines)]

    def study_vectors(self) -> Iterator[tuple[tuple[str, str], Vectors]]:
        """The document and title of a study, and the vector of one of its passages, for each such passage."""
        for start in range(0, self.manifest.passages, _AT_ONCE):
            rows = self._collection.get(limit=_AT_ONCE, offset=start, include=["embeddings", "metadatas"])
            for vector, metadata in zip(rows["embeddings"], rows["metadatas"], strict=True):
                if study := metadata.get("study"):
                    yield (metadata["document"], study), vector

    def _ids_of_kind(self, kind: SectionKind) -> list[str]:
        ids: list[str] = self._collection.get(where={"kind": kind.value}, include=[])["ids"]
        return ids

    def passages(self, ids: Sequence[str]) -> dict[str, Passage]:
        """The passages with these ids."""
        if not ids:
            return {}
        return {one.id: one for one in self._passages(ids=list(ids))}

    def whole(self, studies: Several[str], sections: Several[str]) -> list[Passage]:
        """All passages of the studies with these titles and of the sections with these heading paths."""
        wanted = [{key: {"$in": list(of)}} for key, of in (("study", studies), ("section", sections)) if of]
        return self._passages(where=wanted[0] if len(wanted) == 1 else {"$or": wanted}) if wanted else []

    def of_documents(self, documents: Several[str]) -> list[Passage]:
        """All passages of these documents."""
        return self._passages(where={"document": {"$in": list(documents)}}) if documents else []

    def _passages(self, **asked: Any) -> list[Passage]:
        rows = self._collection.get(**asked, include=["documents", "metadatas"])
        found = zip(rows["ids"], rows["documents"], rows["metadatas"], strict=True)
        return [from_metadata(id_, text, metadata) for id_, text, metadata in found]

    def table(self, row: Passage) -> list[Passage]:
        """The rows of the table that `row` stands in, as far as the words of its headings find them."""
        headings = row.text.rsplit("\n", 1)[0]
        near = [id_ for id_, _ in self.lexical.search("words", headings, _ROWS)]
        rows = self.passages([row.id, *(id_ for id_ in near if id_ != row.id)]).values()
        return [one for one in rows if one.cells and one.document == row.document and one.text.startswith(headings)]

    def check(self, embedder: Embedder) -> None:
        """Raise ModelMismatch where the model that was loaded does not make vectors like the index's."""
        if embedder.dimension != self.manifest.dimension:
            raise ModelMismatch(
                "mismatch_dimension",
                index_dir=self.directory,
                held=self.manifest.dimension,
                model=embedder.name,
                made=embedder.dimension,
            )

    @contextmanager
    def in_use(self) -> Iterator[None]:
        """While the block runs the version stays open, also where it is let go of meanwhile."""
        with self._lock:
            self._questions += 1
        try:
            yield
        finally:
            with self._lock:
                self._questions -= 1
                is_last = self._is_old and not self._questions
            if is_last:
                self.close()

    def let_go(self) -> None:
        """Close the version once its last question has ended: another one is live."""
        with self._lock:
            self._is_old = True
            is_unused = not self._questions
        if is_unused:
            self.close()

    def close(self) -> None:
        """Let go of the version's files."""
        self._client.close()
        self._let_go()


def open_index(index_dir: Path, model: str, chroma_url: str = "") -> Index:
    """Open the live version, its vectors on the server at `chroma_url` where there is one.

    Raises IndexMissing, IndexOutdated, IndexDamaged, IndexUnreachable or ModelMismatch.
    """
    while True:
        version = live_version(index_dir)
        try:
            manifest = load_manifest(index_dir)
            _check_name(index_dir, manifest, model)
            return Index(index_dir, manifest, chroma_url)
        except UnusableIndex:
            # Between the pointer and the files, a writer may have put other versions in place and cleared this one.
            if live_version(index_dir) == version:
                raise


def _check_name(index_dir: Path, manifest: Manifest, model: str) -> None:
    if manifest.model != model:
        raise ModelMismatch("mismatch_model", index_dir=index_dir, held=manifest.model, model=model)


def pointer_stamp(index_dir: Path) -> tuple[int, int]:
    """Changes whenever another version becomes live; cheap enough to look at before every question.

    Raises IndexMissing or IndexDamaged where there is no pointer.
    """
    try:
        stat = (index_dir / "live.json").stat()
    except FileNotFoundError as error:
        raise missing(index_dir) from error
    except OSError as error:
        raise damaged(index_dir) from error
    return stat.st_mtime_ns, stat.st_ino
