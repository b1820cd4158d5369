"""One answer on the page: its points with their markers, figures as charts, its sources, and what can be done next."""

from collections.abc import Callable

import streamlit as st

from assistant.models import Answer, Request
from assistant.ui.answer.series_view import draw_series
from assistant.ui.html.answer import answer_html, is_answered, notes_html
from assistant.ui.html.markup import tag
from assistant.ui.html.rows import AT_ONCE, rows_html
from assistant.ui.html.sources import sources_html
from assistant.ui.source import panel

Actions = Callable[[Answer, str, str], None]
_FIGURES_FIRST = (Request.SERIES, Request.COMPARISON)  # what asks how much it was, and how much it is


def draw_answer(
    answer: Answer, key: str, language: str, actions: Actions | None = None, whole: Actions | None = None
) -> None:
    """Draw one answer; `key` is its turn's id, `language` the page's, in which its buttons are.

    What stands in the answer is in one language, which is its own.

    `actions(answer, key, language)` draws buttons for what can be done with it (other sources, copying, exporting),
    `whole` what leads from an answer's rows to all of them.
    """
    own = answer.language
    lang = own if own != language else None
    if answer.reply:
        st.markdown(answer.reply)
    if answer.request in _FIGURES_FIRST:
        _draw_figures(answer, key)
    st.html(answer_html(answer, key, language) + tag("div", rows_html(answer, key, own), data_answer=key, lang=lang))
    if answer.rows and whole is not None:
        whole(answer, key, own)
    if answer.request not in _FIGURES_FIRST:
        _draw_figures(answer, key)
    notes = notes_html(answer, own) if is_answered(answer) else ""
    if notes or answer.citations:
        below = notes + sources_html(answer, key, own, is_folded=len(answer.rows) > AT_ONCE)
        st.html(tag("div", below, lang=lang) if lang else below)
    panel.offer(key, answer.citations)
    if actions is not None:
        with st.container(horizontal=True, vertical_alignment="center", key=f"actions-{key}"):
            actions(answer, key, language)


def _draw_figures(answer: Answer, key: str) -> None:
    for number, series in enumerate(answer.series):
        draw_series(series, answer, f"{key}-{number}", answer.language)
