"""The assistant that all of a process share: its index is opened once, and its models are loaded once, in a thread.

The index is open in a moment; the models take many seconds at the start of a server, and are waited for where a
question is asked.
"""

import gc
import logging
import threading
from dataclasses import dataclass

from assistant.api import Assistant
from assistant.errors import AssistantError
from assistant.settings import Settings, load_settings

log = logging.getLogger(__name__)
_lock = threading.Lock()


@dataclass(slots=True)
class Opened:
    """An assistant, the thread in which its models are loaded, and why they could not be."""

    assistant: Assistant
    loading: threading.Thread
    error: AssistantError | None = None


_opened: dict[str, Opened] = {}  # by their settings


def opened(settings: Settings) -> Opened:
    """The assistant for these settings, which may be loading its models still; raises UnusableIndex."""
    key = settings.model_dump_json()
    with _lock:  # who comes while it is opened waits for it, instead of opening it again
        if key not in _opened:
            assistant = Assistant.open(settings, load=False)
            # Not a daemon: a process that ends while a model is being laid out aborts in the midst of it.
            loading = threading.Thread(target=_load, args=(key,), name="load-models")
            _opened[key] = Opened(assistant, loading)
            loading.start()
        return _opened[key]


def ready(settings: Settings) -> Assistant:
    """The assistant once its models are loaded, which is waited for.

    Raises UnusableIndex; EmbeddingError or ReaderError where they could not be loaded and still cannot.
    """
    found = opened(settings)
    found.loading.join()
    if found.error:
        found.assistant.load()
        found.error = None
    return found.assistant


def warm_up(settings: Settings | None = None) -> None:
    """Open the assistant at the start of a server, so that the first user waits for as little as possible."""
    try:
        opened(settings or load_settings())
    except AssistantError as error:  # the users are told, in their language
        log.warning("Not ready yet: %s", error)


def forget() -> None:
    """Close what is open; the next user opens it anew."""
    with _lock:
        for one in _opened.values():
            one.loading.join()
        _opened.clear()


def _load(key: str) -> None:
    found = _opened[key]
    try:
        found.assistant.load()
    except AssistantError as error:
        log.warning("The models cannot be loaded: %s", error)
        found.error = error
    gc.collect()
    gc.freeze()  # the model and the index stay; no later collection needs to look through them
