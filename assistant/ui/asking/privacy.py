"""A word before a question with personal data is asked: nothing is stored or sent before the user has chosen."""

import streamlit as st

from assistant.privacy import find_personal_data, without_personal_data
from assistant.texts import text
from assistant.ui.session import state

_HELD = "held-question"


def held_back(typed: str) -> bool:
    """Hold the question back where it has personal data; `choice` then asks what to do with it."""
    if find_personal_data(typed):
        st.session_state[_HELD] = typed
        return True
    st.session_state.pop(_HELD, None)
    return False


def choice(language: str) -> None:
    """What was seen in the question that is held back, and what can be done; nothing where none is."""
    question: str | None = st.session_state.get(_HELD)
    if not question:
        return
    kinds = dict.fromkeys(found.kind for found in find_personal_data(question))
    named = ", ".join(text(kind.value, language) for kind in kinds)
    without = without_personal_data(question)
    with st.container(key="held-back", border=True):
        st.html(f'<div role="alert">{text("personal_data_ask", language, kinds=named)}</div>')
        with st.container(horizontal=True):
            if any(character.isalpha() for character in without):
                st.button(text("personal_data_without", language), type="primary", on_click=_go_on, args=(without,))
            st.button(text("personal_data_anyway", language), on_click=_go_on, args=(question,))
            st.button(text("personal_data_cancel", language), on_click=_go_on, args=("",))


def _go_on(question: str) -> None:
    st.session_state.pop(_HELD, None)
    if question:
        state.ask(question)
