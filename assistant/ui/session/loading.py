"""The assistant that all users share, waited for where it is needed, with a word on the page meanwhile."""

import streamlit as st

from assistant.api import Assistant
from assistant.process.opening import opened
from assistant.settings import Settings
from assistant.texts import text
from assistant.ui.session import state

_A_MOMENT = 0.1  # seconds


def open_assistant(settings: Settings, language: str) -> Assistant:
    """The assistant for these settings, which may be loading its models still.

    Raises UnusableIndex; EmbeddingError or ReaderError where the models could not be loaded and still cannot.
    """
    found = opened(settings)
    if found.error:
        with st.spinner(text("loading", language)):
            found.assistant.load()
        found.error = None
    return found.assistant


def wait_for_models(settings: Settings, language: str) -> None:
    """Until the models are loaded, or could not be; the page says so meanwhile, and can be stopped."""
    loading = opened(settings).loading
    if loading.is_alive():
        with st.spinner(text("loading", language)):
            while loading.is_alive():
                loading.join(_A_MOMENT)
                state.current()  # where Streamlit ends a run that is stopped
