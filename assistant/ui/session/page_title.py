"""What a tab and a bookmark are called."""

import streamlit as st

from assistant.texts import text

_LONGEST = 60  # characters


def name_page(name: str, language: str) -> None:
    """Call the page by what is on it."""
    title = text("app_title", language)
    short = name if len(name) <= _LONGEST else name[:_LONGEST].rsplit(" ", 1)[0] + " …"
    st.set_page_config(page_title=title if name == title else f"{short} – {title}")
