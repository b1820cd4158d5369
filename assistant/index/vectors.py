"""Where the vectors of a version are: in a Chroma database in its own folder, or on a Chroma server.

On a server (the setting `chroma_url`) each version is a collection of its own; the manifest, the lexical index and
the pointer to the live version stay in the index's folder, which all readers share.
"""

import contextlib
import shutil
import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import chromadb
import httpx
from chromadb.config import Settings as ChromaSettings
from chromadb.errors import NotFoundError

from assistant.errors import IndexUnreachable
from assistant.index.unwritable import copied, is_unwritable

# Chroma's own client waits for ever. The long one is for a large batch that is being written.
_TIMEOUT = httpx.Timeout(60.0, connect=5.0)


def collection_name(version: str) -> str:
    """The Chroma collection of one version: a new name for each, so that no handle ever goes stale."""
    return f"passages-{version}"


def open_client(folder: Path, url: str = "") -> Any:
    """A Chroma client, telemetry off: on the server at `url`, or without one on a version's folder.

    Raises IndexUnreachable where the server does not answer.
    """
    settings = ChromaSettings(anonymized_telemetry=False)
    if not url:
        return _local_client(folder / "chroma", settings)
    place = urlsplit(url)
    is_safe = place.scheme == "https"
    port = place.port or (443 if is_safe else 8000)
    with reaching(url):
        client = chromadb.HttpClient(host=place.hostname or "", port=port, ssl=is_safe, settings=settings)
        client._server._session.timeout = _TIMEOUT  # type: ignore[attr-defined]  # there is no setting for it
        return client


def open_to_read(folder: Path, name: str, url: str = "") -> tuple[Any, Any]:
    """A client and one collection of it, also where the folder cannot be written: a full disk, a read-only mount."""
    try:
        client = open_client(folder, url)
        with reaching(url):
            return client, client.get_collection(name, embedding_function=None)
    except Exception as error:
        if url or not is_unwritable(error):
            raise
    copy = copied(folder / "chroma")
    client = _local_client(copy, ChromaSettings(anonymized_telemetry=False))
    weakref.finalize(client, shutil.rmtree, copy, ignore_errors=True)
    return client, client.get_collection(name, embedding_function=None)


def _local_client(folder: Path, settings: ChromaSettings) -> Any:
    return chromadb.PersistentClient(path=str(folder), settings=settings)


@contextlib.contextmanager
def reaching(url: str) -> Iterator[None]:
    """Tells what fails at the server at `url` as IndexUnreachable; without a server it stays as it is."""
    try:
        yield
    except Exception as error:  # a proxy's refusal, for one, comes as a bare Exception
        if not url:
            raise
        if isinstance(error, NotFoundError):
            raise IndexUnreachable("vectors_elsewhere", url=url) from error
        why = (str(error).splitlines() or [type(error).__name__])[0][:200]
        raise IndexUnreachable("vectors_silent", url=url, why=why) from error


def check_place(index_dir: Path, on_server: bool, url: str) -> None:
    """Raise IndexUnreachable where the vectors are not in the kind of place that `url` sets."""
    if on_server and not url:
        raise IndexUnreachable("vectors_on_server", index_dir=index_dir)
    if url and not on_server:
        raise IndexUnreachable("vectors_in_folder", index_dir=index_dir, url=url)


def forget(version: str, url: str) -> None:
    """Delete the version's collection from the server, where there is one; raises IndexUnreachable."""
    if not url:
        return
    client = open_client(Path(), url)
    try:
        with reaching(url), contextlib.suppress(NotFoundError):
            client.delete_collection(collection_name(version))
    finally:
        client.close()


class Collection:
    """What is asked of one version's collection; raises IndexUnreachable where its server does not answer."""

    def __init__(self, collection: Any, url: str) -> None:
        self._collection = collection
        self._url = url

    def query(self, **asked: Any) -> Any:
        """Chroma's own `query`."""
        with reaching(self._url):
            return self._collection.query(**asked)

    def get(self, **asked: Any) -> Any:
        """Chroma's own `get`."""
        with reaching(self._url):
            return self._collection.get(**asked)
