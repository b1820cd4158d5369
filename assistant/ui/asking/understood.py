"""How a question was understood, changed with one click; and, where the filters leave the answer out, the way to it."""

import streamlit as st

from assistant.filters import EVERYTHING
from assistant.models import TALK, Answer, Request
from assistant.texts import text
from assistant.ui.session import state

_OFFERED = (Request.QUESTION, Request.OVERVIEW, Request.COMPARISON)


def draw(answer: Answer, key: str, language: str, asked_as: Request | None = None) -> None:
    """What the question was taken for, and a button for each other thing that it could ask for; `asked_as` is what it
    was asked as, and where that could not be done it is said what is missing.
    """
    if answer.request in TALK:
        return
    with st.container(horizontal=True, vertical_alignment="center", key=f"understood-{key}"):
        st.markdown(text("understood_request", language, kind=_name(answer.request, language)), width="content")
        for request in _OFFERED:
            if request not in (answer.request, asked_as):
                st.button(
                    _name(request, language),
                    key=f"as-{request.name.lower()}-{key}",
                    type="tertiary",
                    on_click=state.ask_as,
                    args=(key, request),
                )
    if asked_as is Request.COMPARISON and answer.request is not asked_as:
        st.info(text("compare_what", language))


def search_all(answer: Answer, key: str, language: str) -> None:
    """The button that asks all reports, where some outside the filters answer."""
    if answer.reports_outside:
        st.button(text("search_all", language), key=f"all-{key}", on_click=state.ask_with, args=(key, EVERYTHING))


def _name(request: Request, language: str) -> str:
    return text(f"request_{request.name.lower()}", language)
