"""The page as a whole: set-up, the index or a word on why there is none, and the conversation."""

import logging

import streamlit as st

from assistant import logs
from assistant.api import Assistant
from assistant.errors import AssistantError, IndexMissing
from assistant.settings import Settings, load_settings
from assistant.texts import text
from assistant.ui.chat import conversation
from assistant.ui.welcome import no_index

LANGUAGE = "nb"
log = logging.getLogger(__name__)


def run() -> None:
    """Draw the page; called by Streamlit at every interaction."""
    st.set_page_config(page_title=text("app_title", LANGUAGE), layout="centered")
    st.title(text("app_title", LANGUAGE))
    try:
        settings = load_settings()
        logs.configure(settings.log_level)
        with st.spinner(text("loading", LANGUAGE)):
            assistant = _assistant(settings.model_dump_json())
        manifest = assistant.manifest
    except IndexMissing:
        no_index(LANGUAGE)
        return
    except AssistantError as error:
        log.error("The assistant cannot start: %s", error)
        st.error(f"{text('cannot_start', LANGUAGE)}\n\n{error}")
        return
    if not manifest.documents:
        no_index(LANGUAGE)
        return
    conversation(assistant, manifest, LANGUAGE)


@st.cache_resource(show_spinner=False)
def _assistant(settings_json: str) -> Assistant:
    """The model and the index, loaded once for all users."""
    return Assistant.open(Settings.model_validate_json(settings_json))
