"""The assistant that all users share: model and index are loaded once, before the first user comes where possible."""

import gc
import logging
import threading

import streamlit as st

from assistant.api import Assistant
from assistant.errors import AssistantError
from assistant.settings import Settings, load_settings
from assistant.texts import text

log = logging.getLogger(__name__)
_lock = threading.Lock()
_opened: dict[str, Assistant] = {}  # by their settings


def open_assistant(settings: Settings, language: str) -> Assistant:
    """The assistant for these settings; the page says so while it loads. Raises UnusableIndex or EmbeddingError."""
    found = _opened.get(settings.model_dump_json())
    if found is not None:
        return found
    with st.spinner(text("loading", language)):
        return _open(settings)


def warm_up() -> None:
    """Load the assistant at the start of the server, so that the first user waits for nothing."""
    try:
        _open(load_settings())
    except AssistantError as error:  # the page tells the users, in their language
        log.warning("Not ready yet: %s", error)


def forget() -> None:
    """Close what is open; the next user opens it anew."""
    with _lock:
        _opened.clear()


def _open(settings: Settings) -> Assistant:
    key = settings.model_dump_json()
    with _lock:  # who comes while it loads waits for it, instead of loading it again
        if key not in _opened:
            _opened[key] = Assistant.open(settings)
            gc.collect()
            gc.freeze()  # the model and the index stay; no later collection needs to look through them
        return _opened[key]
