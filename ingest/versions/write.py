"""One complete version of an index, written beside the live one."""

import contextlib
import logging
import re
import secrets
import shutil
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from llama_index.vector_stores.chroma import ChromaVectorStore

from assistant.embedding import Vectors
from assistant.errors import AssistantError, IndexUnreachable
from assistant.index.holding import unheld
from assistant.index.lexical import build_lexical
from assistant.index.manifest import Manifest, live_version, make_live, save_manifest, version_dir
from assistant.index.nodes import searched_text, to_node
from assistant.index.sums import sums_of
from assistant.index.vectors import collection_name, forget, open_client, reaching
from assistant.models import Passage
from ingest.versions.syncing import sync_tree

log = logging.getLogger(__name__)
CHUNK = 2000
_NAME = re.compile(r"\d{8}T\d{6}(\d{6})?-\w+")
_TIME = "%Y%m%dT%H%M%S%f"


def new_version(index_dir: Path) -> str:
    """A name for a version that was never used before, and sorts after all that are there, whatever the clock says."""
    there = (folder.name for folder in (index_dir / "versions").glob("*"))
    latest = max(filter(_NAME.fullmatch, there), default="")
    earliest = _time_of(latest) + timedelta(microseconds=1) if latest else datetime.min
    return f"{max(datetime.now(UTC).replace(tzinfo=None), earliest):{_TIME}}-{secrets.token_hex(3)}"


def _time_of(version: str) -> datetime:
    """When a version was made; releases up to 0.1 named them by the second."""
    return datetime.strptime(version.split("-", maxsplit=1)[0].ljust(len("20260101T000000000000"), "0"), _TIME)


def write_version(
    index_dir: Path, manifest: Manifest, passages: Sequence[Passage], vectors: Vectors, chroma_url: str = ""
) -> None:
    """Write a version whole, then make it live and clear away those that nobody is reading.

    `vectors` has one row a passage; they go to the server at `chroma_url` where there is one. Whatever happens before
    the last step leaves the live version as it was. Raises IndexUnreachable where the server does not answer.
    """
    before = _live_or_none(index_dir)
    folder = version_dir(index_dir, manifest.version)
    folder.mkdir(parents=True)
    try:
        _write_chroma(folder, manifest.version, passages, vectors, chroma_url)
        build_lexical([p.id for p in passages], [searched_text(p) for p in passages], folder / "lexical")
        save_manifest(replace(manifest, on_server=bool(chroma_url), files=sums_of(folder)), folder)
        sync_tree(folder)
        make_live(index_dir, manifest.version)
    except BaseException:
        with contextlib.suppress(IndexUnreachable):
            forget(manifest.version, chroma_url)
        shutil.rmtree(folder, ignore_errors=True)
        raise
    prune(index_dir, keep={manifest.version, before}, chroma_url=chroma_url)


def prune(index_dir: Path, keep: set[str | None], chroma_url: str = "") -> None:
    """Remove versions that are neither to be kept nor open anywhere, also what a killed run left behind.

    A version whose vectors are on a server stays while that one cannot be reached.
    """
    for folder in (index_dir / "versions").glob("*"):
        if folder.name in keep:
            continue
        with unheld(folder) as free:
            if free and _forgotten(folder, chroma_url):
                shutil.rmtree(folder, ignore_errors=True)


def _forgotten(folder: Path, chroma_url: str) -> bool:
    """Whether no server holds anything of the version any more, so that its folder may go."""
    is_on_server = (folder / "manifest.json").exists() and not (folder / "chroma").exists()
    if is_on_server and not chroma_url:
        log.warning("%s stays: its vectors are on a Chroma server, and CHROMA_URL is not set", folder)
        return False
    try:
        forget(folder.name, chroma_url)
    except IndexUnreachable as error:
        log.warning("%s stays: %s", folder, error)
        return False
    return True


def prune_older(index_dir: Path, live: str, chroma_url: str = "") -> None:
    """Remove what a killed run left behind, beside the live version and the one before it."""
    complete = (path.parent.name for path in (index_dir / "versions").glob("*/manifest.json"))
    prune(index_dir, keep={live, max((name for name in complete if name < live), default=None)}, chroma_url=chroma_url)


def _live_or_none(index_dir: Path) -> str | None:
    try:
        return live_version(index_dir)
    except AssistantError:
        return None


def _write_chroma(folder: Path, version: str, passages: Sequence[Passage], vectors: Vectors, chroma_url: str) -> None:
    client = open_client(folder, chroma_url)
    try:
        with reaching(chroma_url):
            collection = client.create_collection(
                collection_name(version), embedding_function=None, configuration={"hnsw": {"space": "cosine"}}
            )
            store = ChromaVectorStore(chroma_collection=collection)
            size = min(CHUNK, client.get_max_batch_size())
            for start in range(0, len(passages), size):
                part = zip(passages[start : start + size], vectors[start : start + size], strict=True)
                store.add([to_node(passage, vector.tolist()) for passage, vector in part])
    finally:
        client.close()
