"""How a question was understood, changed with one click; and, where the filters leave the answer out, the way to it."""

import streamlit as st

from assistant.models import Answer, Request
from assistant.question.request import TALK
from assistant.texts import text
from assistant.ui.session import state

_OFFERED = (Request.QUESTION, Request.OVERVIEW, Request.COMPARISON)


def draw(answer: Answer, key: str, language: str) -> None:
    """What the question was taken for, and a button for each other thing that it could ask for."""
    if answer.request in TALK:
        return
    with st.container(horizontal=True, vertical_alignment="center", key=f"understood-{key}"):
        st.markdown(text("understood_request", language, kind=_name(answer.request, language)), width="content")
        for request in _OFFERED:
            if request is not answer.request:
                st.button(
                    _name(request, language),
                    key=f"as-{request.name.lower()}-{key}",
                    type="tertiary",
                    on_click=state.ask_as,
                    args=(key, request),
                )


def search_all(answer: Answer, key: str, language: str) -> None:
    """The button that asks all reports, where some outside the filters answer."""
    if answer.reports_outside:
        st.button(text("search_all", language), key=f"all-{key}", on_click=state.ask_everywhere, args=(key,))


def _name(request: Request, language: str) -> str:
    return text(f"request_{request.name.lower()}", language)
