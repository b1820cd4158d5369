"""The assistant that all users share: its index is opened once, its models are loaded once, beside the page, and then
the examples of what one can ask are tried.

The index is open in a moment, and is all that a page needs; the models take many seconds at the start of a server, and
are waited for where a question is asked.
"""

import gc
import logging
import threading
from dataclasses import dataclass, field

import streamlit as st

from assistant.api import Assistant
from assistant.errors import AssistantError
from assistant.examples import Examples, examples
from assistant.settings import Settings, load_settings
from assistant.texts import text
from assistant.ui import state

log = logging.getLogger(__name__)
_lock = threading.Lock()
_A_MOMENT = 0.1  # seconds


@dataclass(slots=True)
class _Opened:
    """An assistant, the thread in which its models are loaded, and why they could not be."""

    assistant: Assistant
    loading: threading.Thread
    error: AssistantError | None = None
    examples: Examples | None = None
    trying: threading.Thread | None = None
    over: threading.Event = field(default_factory=threading.Event)


_opened: dict[str, _Opened] = {}  # by their settings


def open_assistant(settings: Settings, language: str) -> Assistant:
    """The assistant for these settings, which may be loading its models still.

    Raises UnusableIndex; EmbeddingError or ReaderError where the models could not be loaded and still cannot.
    """
    opened = _open(settings)
    if opened.error:
        with st.spinner(text("loading", language)):
            opened.assistant.load()
        opened.error = None
    return opened.assistant


def wait_for_models(settings: Settings, language: str) -> None:
    """Until the models are loaded, or could not be; the page says so meanwhile, and can be stopped."""
    loading = _open(settings).loading
    if loading.is_alive():
        with st.spinner(text("loading", language)):
            while loading.is_alive():
                loading.join(_A_MOMENT)
                state.current()  # where Streamlit ends a run that is stopped


def tried_examples(settings: Settings) -> Examples | None:
    """The examples of the live index; None while they are being tried."""
    opened = _open(settings)
    version = opened.assistant.manifest.version
    if opened.examples and opened.examples.version == version:
        return opened.examples
    with _lock:
        if opened.trying is None or not opened.trying.is_alive():
            opened.trying = threading.Thread(target=_try, args=(opened,), name="try-examples", daemon=True)
            opened.trying.start()
    return None


def warm_up() -> None:
    """Open the assistant at the start of the server, so that the first user waits for as little as possible."""
    try:
        settings = load_settings()
        _open(settings)
        tried_examples(settings)
    except AssistantError as error:  # the page tells the users, in their language
        log.warning("Not ready yet: %s", error)


def forget() -> None:
    """Close what is open; the next user opens it anew."""
    with _lock:
        for opened in _opened.values():
            opened.over.set()
            opened.loading.join()
            if opened.trying:
                opened.trying.join()
        _opened.clear()


def _open(settings: Settings) -> _Opened:
    key = settings.model_dump_json()
    with _lock:  # who comes while it is opened waits for it, instead of opening it again
        if key not in _opened:
            assistant = Assistant.open(settings, load=False)
            loading = threading.Thread(target=_load, args=(key,), name="load-models", daemon=True)
            _opened[key] = _Opened(assistant, loading)
            loading.start()
        return _opened[key]


def _try(opened: _Opened) -> None:
    opened.loading.join()  # the models come first
    try:
        opened.examples = examples(opened.assistant, opened.over.is_set)
    except Exception:  # the page does without
        log.exception("The examples could not be tried")
        opened.examples = Examples(opened.assistant.manifest.version)


def _load(key: str) -> None:
    opened = _opened[key]
    try:
        opened.assistant.load()
    except AssistantError as error:
        log.warning("The models cannot be loaded: %s", error)
        opened.error = error
    gc.collect()
    gc.freeze()  # the model and the index stay; no later collection needs to look through them
