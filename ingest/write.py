"""One complete version of an index, written beside the live one."""

import secrets
import shutil
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from llama_index.vector_stores.chroma import ChromaVectorStore

from assistant.embedding import Vectors
from assistant.errors import AssistantError
from assistant.index.holding import unheld
from assistant.index.lexical import build_lexical
from assistant.index.manifest import Manifest, live_version, make_live, save_manifest, version_dir
from assistant.index.nodes import searched_text, to_node
from assistant.index.reader import collection_name, open_client
from assistant.models import Passage

CHUNK = 2000


def new_version() -> str:
    """A name for a version that sorts by time and was never used before."""
    return f"{datetime.now(UTC):%Y%m%dT%H%M%S}-{secrets.token_hex(3)}"


def write_version(index_dir: Path, manifest: Manifest, passages: Sequence[Passage], vectors: Vectors) -> None:
    """Write a version whole, then make it live and clear away those that nobody is reading.

    `vectors` has one row a passage. Whatever happens before the last step leaves the live version as it was.
    """
    before = _live_or_none(index_dir)
    folder = version_dir(index_dir, manifest.version)
    folder.mkdir(parents=True)
    try:
        _write_chroma(folder, manifest.version, passages, vectors)
        build_lexical([p.id for p in passages], [searched_text(p) for p in passages], folder / "lexical")
        save_manifest(manifest, folder)
        make_live(index_dir, manifest.version)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    prune(index_dir, keep={manifest.version, before})


def prune(index_dir: Path, keep: set[str | None]) -> None:
    """Remove versions that are neither to be kept nor open anywhere, also what a killed run left behind."""
    for folder in (index_dir / "versions").glob("*"):
        if folder.name in keep:
            continue
        with unheld(folder) as free:
            if free:
                shutil.rmtree(folder, ignore_errors=True)


def prune_older(index_dir: Path, live: str) -> None:
    """Remove what a killed run left behind, beside the live version and the one before it."""
    complete = (path.parent.name for path in (index_dir / "versions").glob("*/manifest.json"))
    prune(index_dir, keep={live, max((name for name in complete if name < live), default=None)})


def _live_or_none(index_dir: Path) -> str | None:
    try:
        return live_version(index_dir)
    except AssistantError:
        return None


def _write_chroma(folder: Path, version: str, passages: Sequence[Passage], vectors: Vectors) -> None:
    client = open_client(folder)
    try:
        collection = client.create_collection(
            collection_name(version), embedding_function=None, configuration={"hnsw": {"space": "cosine"}}
        )
        store = ChromaVectorStore(chroma_collection=collection)
        for start in range(0, len(passages), CHUNK):
            part = zip(passages[start : start + CHUNK], vectors[start : start + CHUNK], strict=True)
            store.add([to_node(passage, vector.tolist()) for passage, vector in part])
    finally:
        client.close()
