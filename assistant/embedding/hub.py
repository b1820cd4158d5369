"""Models of the Hugging Face hub: from the cache where they are in it, else downloaded where the hub is in reach."""

import contextlib
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.errors import EmbeddingError
from assistant.settings import BUNDLED_MODEL

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

log = logging.getLogger(__name__)
PATIENCE = 3.0  # seconds; the client's own retries take more than a minute
_LIBRARIES = ("huggingface_hub", "sentence_transformers", "transformers")


def from_hub(name: str) -> "SentenceTransformer":
    """The hub's model of this name; raises EmbeddingError within seconds where it cannot be had."""
    if is_cached(name):
        with contextlib.suppress(EmbeddingError):  # a download that was cut off
            return loaded(name, local_files_only=True)
    try:
        reach()
    except Exception as error:  # the client has errors of its own, by version
        raise _told(name, error) from error
    return loaded(name)


def loaded(name: str, *, local_files_only: bool = False) -> "SentenceTransformer":
    """The model of the hub or in a folder; raises EmbeddingError."""
    from sentence_transformers import SentenceTransformer

    try:
        with quiet():
            return SentenceTransformer(name, local_files_only=local_files_only)
    except Exception as error:  # libraries, and whatever damaged files make them do, raise families of their own
        log.info("Loading %s failed", name, exc_info=True)
        raise _told(name, error) from error


def _told(name: str, error: Exception) -> EmbeddingError:
    return EmbeddingError(
        "embedding_folder" if Path(name).is_dir() else "embedding_hub",
        name=name,
        error=type(error).__name__,
        bundled=BUNDLED_MODEL,
    )


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    """Keep the libraries from logging what we say in one line."""
    levels = {name: logging.getLogger(name).level for name in _LIBRARIES}
    try:
        for name in levels:
            logging.getLogger(name).setLevel(logging.CRITICAL)
        yield
    finally:
        for name, level in levels.items():
            logging.getLogger(name).setLevel(level)


def is_cached(name: str) -> bool:
    """Whether the cache knows how the embedding model is put together.

    Without that file, sentence-transformers would take the mean of the word vectors, which is wrong for some models.
    """
    from huggingface_hub import try_to_load_from_cache

    whole = name if "/" in name else f"sentence-transformers/{name}"  # as sentence-transformers completes it
    try:
        return try_to_load_from_cache(whole, "modules.json") is not None
    except ValueError:  # not a name that the hub could have
        return False


def reach() -> None:
    """One short try at the hub, by the client's own way out (proxies, certificates, offline mode)."""
    from huggingface_hub import constants
    from huggingface_hub.utils._http import get_session

    with quiet():
        get_session().head(constants.ENDPOINT, timeout=PATIENCE)
