"""The accessibility statement."""

import streamlit as st

from assistant.settings import Settings
from assistant.texts import text
from assistant.ui.session.away import contact


def statement_page(settings: Settings, language: str) -> None:
    """The page `Tilgjengelighet`."""
    st.title(text("accessibility_title", language))
    st.markdown(text("accessibility_aim", language))
    for part in ("works", "falls_short", "tested"):
        st.header(text(f"accessibility_{part}_title", language))
        st.markdown(text(f"accessibility_{part}", language))
    st.header(text("keys_title", language))
    st.markdown(text("keys", language))
    st.html(
        f'<button type="button" class="toggle" data-slash aria-pressed="true">{text("keys_slash", language)}</button>'
    )
    st.header(text("accessibility_tell_title", language))
    st.markdown(text("accessibility_tell", language))
    st.markdown(contact(settings, language))
