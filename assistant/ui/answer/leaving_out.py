"""The choice to answer again without some of an answer's sources."""

from collections.abc import Callable

import streamlit as st

from assistant.models import Answer, Citation
from assistant.texts import text
from assistant.ui.html.markup import unmarked
from assistant.ui.html.sources import heading_of, where

Without = Callable[[tuple[str, ...]], None]


def leave_out(answer: Answer, key: str, already: tuple[str, ...], language: str, without: Without) -> None:
    """The choice of sources to leave out; `without` is called with the ids of all passages left out."""
    with st.popover(text("leave_out", language), key=f"leave-out-{key}"):
        st.markdown(text("leave_out_help", language))
        with st.form(f"without-{key}", border=False):
            kept = {
                id_: st.checkbox(unmarked(_short(cited, language)), True, key=f"use-{key}-{cited[0].n}")
                for id_, cited in _by_passage(answer).items()
            }
            if st.form_submit_button(text("answer_without", language)):
                gone = tuple(id_ for id_, is_kept in kept.items() if not is_kept)
                if gone:
                    without((*already, *gone))
                    st.rerun()


def _by_passage(answer: Answer) -> dict[str, list[Citation]]:
    """The citations of each passage: it is left out with all of them."""
    found: dict[str, list[Citation]] = {}
    for citation in answer.citations:
        found.setdefault(citation.passage.id, []).append(citation)
    return found


def _short(cited: list[Citation], language: str) -> str:
    passage = cited[0].passage
    study = cited[0].study and heading_of(cited[0], language)[0]
    parts = (study or passage.title, passage.path[-1] if passage.path else "", where(cited[0], language))
    return "".join(f"[{citation.n}]" for citation in cited) + " " + ", ".join(part for part in parts if part)
