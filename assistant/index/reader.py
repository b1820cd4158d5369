"""The read side of an index: opened by the terminal, the app and the evals."""

import math
import os
import weakref
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import chromadb
from chromadb.config import Settings as ChromaSettings
from llama_index.core.vector_stores.types import VectorStoreQuery
from llama_index.vector_stores.chroma import ChromaVectorStore

from assistant.embedding import Embedder, Vectors
from assistant.errors import ModelMismatch, UnusableIndex
from assistant.index.holding import hold
from assistant.index.lexical import Lexical
from assistant.index.manifest import REBUILD, Manifest, damaged, live_version, load_manifest, missing, version_dir
from assistant.index.nodes import from_metadata, to_passage
from assistant.models import Passage


def collection_name(version: str) -> str:
    """The Chroma collection of one version: a new name for each, so that no handle ever goes stale."""
    return f"passages-{version}"


def open_client(folder: Path) -> Any:
    """A Chroma client on a version's folder, telemetry off."""
    return chromadb.PersistentClient(path=str(folder / "chroma"), settings=ChromaSettings(anonymized_telemetry=False))


class Index:
    """One version of an index. It stays valid when a newer version becomes live; `open_index` finds that one."""

    def __init__(self, index_dir: Path, manifest: Manifest) -> None:
        self.directory = index_dir
        self.manifest = manifest
        folder = version_dir(index_dir, manifest.version)
        try:
            self._let_go = weakref.finalize(self, os.close, hold(folder))
            (folder / "chroma" / "chroma.sqlite3").stat()  # Chroma would make what is not there
            self._client = open_client(folder)
            self._collection = self._client.get_collection(collection_name(manifest.version), embedding_function=None)
            self.lexical = Lexical(folder / "lexical")
        except Exception as error:  # Chroma and bm25s raise families of their own
            raise damaged(index_dir) from error
        self.store = ChromaVectorStore(chroma_collection=self._collection)

    def dense(self, vector: Vectors, k: int) -> list[tuple[Passage, float]]:
        """The `k` passages nearest to `vector`, each with its cosine, best first."""
        result = self.store.query(VectorStoreQuery(query_embedding=vector.tolist(), similarity_top_k=k))
        # The store turns Chroma's cosine distance d into exp(-d); the cosine itself is what we calibrate on.
        pairs = zip(result.nodes or [], result.similarities or [], strict=True)
        return [(to_passage(node), 1 + math.log(similarity)) for node, similarity in pairs]

    def passages(self, ids: Sequence[str]) -> dict[str, Passage]:
        """The passages with these ids."""
        if not ids:
            return {}
        rows = self._collection.get(ids=list(ids), include=["documents", "metadatas"])
        return {
            id_: from_metadata(id_, text, metadata)
            for id_, text, metadata in zip(rows["ids"], rows["documents"], rows["metadatas"], strict=True)
        }

    def check(self, embedder: Embedder) -> None:
        """Raise ModelMismatch where the model that was loaded does not make vectors like the index's."""
        if embedder.dimension != self.manifest.dimension:
            raise ModelMismatch(
                f"The vectors in {self.directory} have {self.manifest.dimension} dimensions, those of "
                f"{embedder.name} have {embedder.dimension}. Index again: {REBUILD} --index {self.directory} --rebuild"
            )

    def close(self) -> None:
        """Let go of the version's files."""
        self._client.close()
        self._let_go()


def open_index(index_dir: Path, model: str) -> Index:
    """Open the live version; raises IndexMissing, IndexOutdated, IndexDamaged, or ModelMismatch."""
    while True:
        version = live_version(index_dir)
        try:
            manifest = load_manifest(index_dir)
            _check_name(index_dir, manifest, model)
            return Index(index_dir, manifest)
        except UnusableIndex:
            # Between the pointer and the files, a writer may have put other versions in place and cleared this one.
            if live_version(index_dir) == version:
                raise


def _check_name(index_dir: Path, manifest: Manifest, model: str) -> None:
    if manifest.model != model:
        raise ModelMismatch(
            f"The index in {index_dir} was made with the embedding model {manifest.model}, but {model} is set. "
            f"Set ASSISTANT_EMBEDDING__MODEL={manifest.model}, or index again: {REBUILD} --index {index_dir} --rebuild"
        )


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
