"""Beside every page: a new conversation, what is kept, and the language."""

from html import escape

import streamlit as st

from assistant.settings import Settings
from assistant.texts import LANGUAGES, text
from assistant.ui.kept import collections_side, conversations
from assistant.ui.session import languages, state
from assistant.ui.session.going import ASK


def draw(settings: Settings, ask: st.Page, current: st.Page, language: str) -> None:
    """The sidebar under the navigation. `ask` is the page where one asks, `current` the one that is drawn."""
    names = {"language": language, "title": text("app_title", language), "menu": text("menu", language)}
    st.html(
        "<span hidden {}></span>".format(" ".join(f'data-{name}="{escape(words)}"' for name, words in names.items()))
    )
    if st.button(text("new_conversation", language), width="stretch", key="new-conversation"):
        state.start_anew()
        st.switch_page(ask)
    collections_side.draw(settings, current, language)
    conversations.sidebar(settings, current.url_path or ASK, language)
    st.segmented_control(
        text("language", language),
        LANGUAGES,
        default=language,
        required=True,
        format_func=lambda code: text("language_name", code),
        key=languages.SWITCH,
        on_change=languages.switch,
    )
