"""The ingestion, as the terminal, the app and the evals call it."""

import hashlib
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from assistant import knowledge
from assistant.embedding import Embedder, Vectors, identity, is_bundled, load_embedder
from assistant.errors import IndexDamaged, IndexMissing, IndexOutdated, IngestError, ModelMismatch
from assistant.index.holding import only_writer
from assistant.index.manifest import IndexedDocument, LeftOut, Manifest, load_manifest
from assistant.index.nodes import searched_text
from assistant.index.vectors import check_place
from assistant.models import Passage
from assistant.settings import Settings
from ingest.failing import explained
from ingest.gathering.collect import MISSING, Collected, collect
from ingest.gathering.copies import FOLDERS, clear_copies
from ingest.gathering.gather import Progress, read_all
from ingest.gathering.known import supersede
from ingest.gathering.plan import Content, Planned, contents, named, now
from ingest.gathering.reports import fingerprint
from ingest.versions.salvage import salvage
from ingest.versions.vectors import VectorCache, prune_vectors
from ingest.versions.write import new_version, prune_older, write_version


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the closing table."""

    document: str
    pages: int | None
    passages: int
    seconds: float
    state: str  # "new", "changed" or "unchanged"


@dataclass(frozen=True, slots=True)
class IngestResult:
    """What an ingestion did. `written` is false where nothing had changed."""

    rows: tuple[Row, ...]
    removed: tuple[str, ...]
    left_out: tuple[LeftOut, ...]
    warnings: tuple[str, ...]
    embedded: int
    seconds: float
    written: bool


@dataclass(frozen=True, slots=True)
class _Run:
    """What all steps of one ingestion need. `before` are the documents so far, also of an index that is no good."""

    index_dir: Path
    settings: Settings
    rebuild: bool
    progress: Progress
    live: Manifest | None
    before: tuple[IndexedDocument, ...]
    started: float


def ingest(
    paths: Sequence[Path],
    index_dir: Path,
    settings: Settings,
    *,
    rebuild: bool = False,
    progress: Progress = lambda what, done, total: None,
) -> IngestResult:
    """Bring the index in step with what lies at `paths`; documents from elsewhere stay as they are.

    A document is removed when its file, and every other file with its content, is gone from folders that could be
    searched; a path that is not there (an unmounted share) takes nothing away. With `rebuild` everything is read
    and written anew; vectors are kept. Raises IngestError, IndexBusy, IndexUnreachable, ModelMismatch or
    EmbeddingError; files that cannot be read are named in the result instead.
    """
    with _writing(index_dir):
        run = _run(index_dir, settings, rebuild, progress)
        collected = collect(paths)
        wanted = contents(collected, run.before)
        # Before the reading, which takes long: a model that cannot be had is told at once. The bundled one, where it is
        # there, waits until then: the processes that read have the memory.
        wants_model = _is_new(run, wanted) and not is_bundled(settings.embedding)
        embedder = load_embedder(settings.embedding) if wants_model else None
        read, unread = read_all(wanted, index_dir, settings, rebuild, progress)
        left_out = _sorted([*collected.left_out, *unread])
        others = [item for item in run.live.left_out if not _settled(item, collected)] if run.live else []
        planned, removed = named(read, run.before)
        return _settle(run, planned, removed, left_out, others, embedder=embedder)


def remove(documents: Sequence[str], index_dir: Path, settings: Settings) -> IngestResult:
    """Remove documents from the index by name; their files stay where they are, and come back with them when the
    folder that they lie in is ingested again.

    Raises IngestError, which removes nothing, where a name is not in the index; else as `ingest`.
    """
    load_manifest(index_dir)
    with _writing(index_dir):
        run = _run(index_dir, settings, rebuild=False, progress=lambda what, done, total: None)
        known = {item.report.document for item in run.before}
        if unknown := [name for name in documents if name not in known]:
            raise IngestError("documents_unknown", names=", ".join(unknown), index_dir=index_dir)
        rest = [item for item in run.before if item.report.document not in documents]
        read, unread = read_all(contents(Collected(), rest), index_dir, settings, False, run.progress)
        planned, removed = named(read, run.before)
        others = run.live.left_out if run.live else ()
        return _settle(run, planned, removed, _sorted(unread), others)


@contextmanager
def _writing(index_dir: Path) -> Iterator[None]:
    """Alone at the index; what keeps it from being written is told as IngestError."""
    try:
        for folder in (index_dir, *(index_dir / name for name in FOLDERS)):
            folder.mkdir(parents=True, exist_ok=True)
        with only_writer(index_dir):
            yield
    except Exception as error:
        if told := explained(error, index_dir):
            raise told from error
        raise


def _run(index_dir: Path, settings: Settings, rebuild: bool, progress: Progress) -> _Run:
    started = time.perf_counter()
    knowledge.use(settings.knowledge_dir)
    live: Manifest | None = None
    before: tuple[IndexedDocument, ...] = ()
    try:
        live = load_manifest(index_dir)
        before = live.documents
    except IndexMissing:
        pass
    except (IndexOutdated, IndexDamaged):
        before = salvage(index_dir)
    if live and live.model != settings.embedding.model and not rebuild:
        raise ModelMismatch("mismatch_rebuild", index_dir=index_dir, held=live.model, model=settings.embedding.model)
    if live and not rebuild:
        check_place(index_dir, live.on_server, settings.chroma_url)
    return _Run(index_dir, settings, rebuild, progress, live, before, started)


def _settled(item: LeftOut, collected: Collected) -> bool:
    """Whether this run has looked at a file that was left out before."""
    return collected.looked_at(item.source) or item in collected.left_out


def _sorted(left_out: Sequence[LeftOut]) -> tuple[LeftOut, ...]:
    return tuple(sorted(set(left_out), key=lambda item: (item.source, item.reason)))


def _is_new(run: _Run, wanted: Sequence[Content]) -> bool:
    """Whether there is anything that the live index was not made from."""
    known = {item.sha256 for item in run.live.documents} if run.live else set()
    same = run.live is not None and run.live.settings == _fingerprint(run.settings)
    return not (same and all(content.sha256 in known for content in wanted))


def _settle(
    run: _Run,
    planned: list[Planned],
    removed: list[str],
    left_out: tuple[LeftOut, ...],
    others: Sequence[LeftOut],
    *,
    embedder: Embedder | None = None,
) -> IngestResult:
    """Write the new version where anything differs from the live one. `others` were left out of other places."""
    live, settings = run.live, run.settings
    supersede(planned)
    manifest = Manifest(
        version=new_version(settings.index_dir),
        model=settings.embedding.model,
        dimension=0,
        created=now(),
        settings=_fingerprint(settings),
        documents=tuple(item.indexed() for item in planned),
        # A path that is not there is told, but it is no file of the corpus that the index lacks.
        left_out=_sorted([item for item in (*left_out, *others) if item.reason != MISSING]),
    )
    embedded = 0
    if written := bool(live or run.before or planned) and (run.rebuild or live is None or _differ(live, manifest)):
        embedded = _write(run, manifest, planned, embedder or load_embedder(settings.embedding))
    elif live:
        prune_older(run.index_dir, live.version, settings.chroma_url)
    if written or live:
        clear_copies(run.index_dir)
    return IngestResult(
        rows=tuple(_row(item) for item in planned),
        removed=tuple(removed),
        left_out=left_out,
        warnings=tuple(f"{item.document}: {text}" for item in planned for text in item.file.warnings),
        embedded=embedded,
        seconds=time.perf_counter() - run.started,
        written=written,
    )


def _differ(live: Manifest, new: Manifest) -> bool:
    return (live.settings, live.documents, live.left_out) != (new.settings, new.documents, new.left_out)


def _fingerprint(settings: Settings) -> str:
    """Changes with whatever decides the passages or their vectors."""
    text = f"{fingerprint(settings.passages)} {identity(settings.embedding)}"
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _write(run: _Run, manifest: Manifest, planned: list[Planned], embedder: Embedder) -> int:
    """Embed and write the new version; returns how many passages had to be embedded."""
    passages = [passage for item in planned for passage in item.passages]
    vectors, embedded = _embed(embedder, passages, run)
    run.progress("write", 0, 1)
    manifest = replace(manifest, dimension=embedder.dimension)
    write_version(run.index_dir, manifest, passages, vectors, run.settings.chroma_url)
    prune_vectors(run.index_dir, embedder.identity, [searched_text(passage) for passage in passages])
    run.progress("write", 1, 1)
    return embedded


def _embed(embedder: Embedder, passages: list[Passage], run: _Run) -> tuple[Vectors, int]:
    cache = VectorCache(run.index_dir / "embeddings.sqlite")
    done = 0

    def tell(count: int) -> None:
        nonlocal done
        done += count
        run.progress("embed", done, len(passages))

    try:
        return cache.embed(embedder, [searched_text(passage) for passage in passages], tell)
    finally:
        cache.close()


def _row(item: Planned) -> Row:
    return Row(item.document, item.file.report.pages, len(item.passages), item.content.seconds, item.state)
