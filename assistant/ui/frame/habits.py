"""The habits of the web, on every page: `habits.js` as a Streamlit component without looks, and what it hands on."""

from pathlib import Path

import streamlit as st

from assistant.settings import Settings
from assistant.texts import text
from assistant.ui.session import state

_KEY = "habits"

_mount = st.components.v2.component(
    "kunnskapsassistent_habits",
    js=Path(__file__).with_name("habits.js").read_text(encoding="utf-8"),
    isolate_styles=False,
)


def serve(settings: Settings, is_asking: bool, language: str) -> bool:
    """Serve the page; `is_asking` says that it is the one where one asks. Gives whether the search was asked for."""
    data = {
        "max": settings.max_question,
        "words": text("paste_cut", language, kept="{kept}", lost="{lost}"),
        "focus": state.current().id if is_asking and not state.current().turns else "",
    }
    with st.container(key="bridge-habits"):
        result = _mount(key=_KEY, data=data, on_search_change=lambda: None)
    return result.search is not None
