"""The choice to answer again without some of an answer's sources: a study, or a report that holds none."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from assistant.api import Assistant
from assistant.evidence.places import passage_id
from assistant.filters import Filters
from assistant.models import Citation
from assistant.rendering.sources import by_source
from assistant.texts import text
from assistant.ui.html.markup import unmarked
from assistant.ui.html.sources import heading_of
from assistant.ui.session import state
from assistant.ui.session.state import Turn


def leave_out(turn: Turn, assistant: Assistant, language: str) -> None:
    """The choice of sources to leave out of the turn's answer; nothing where it has no two."""
    sources = by_source(turn.answer.citations if turn.answer else ())
    if len(sources) < 2:
        return
    with st.popover(text("leave_out", language), key=f"leave-out-{turn.id}"):
        st.markdown(text("leave_out_help", language))
        with st.form(f"without-{turn.id}", border=False):
            gone = [
                cited[0]
                for cited in sources
                if not st.checkbox(unmarked(_short(cited, language)), True, key=f"use-{turn.id}-{cited[0].n}")
            ]
            if st.form_submit_button(text("answer_without", language)) and gone:
                state.ask_with(turn.id, _without(turn.filters, gone, assistant))
                st.rerun()


def say_left_out(turn: Turn, language: str) -> None:
    """That sources are left out of the answer, and the way to have them back."""
    whole = replace(turn.filters, without_documents=(), without_passages=())
    if whole == turn.filters:
        return
    with st.container(horizontal=True, vertical_alignment="center", key=f"left-out-{turn.id}"):
        st.markdown(text("left_out", language), width="content")
        label = text("take_back", language)
        st.button(label, key=f"take-back-{turn.id}", type="tertiary", on_click=state.ask_with, args=(turn.id, whole))


def _without(filters: Filters, gone: Sequence[Citation], assistant: Assistant) -> Filters:
    """The filters that leave out the sources of these citations as well, whole."""
    documents, passages = filters.without_documents, filters.without_passages
    for citation in gone:
        name, study = citation.passage.document, citation.passage.study
        item = assistant.manifest.document(name)
        if item is None or not item.studies:
            documents += (name,)
        else:
            held = assistant.passages([passage_id(name, number) for number in range(item.passages)])
            passages += tuple(passage.id for passage in held.values() if passage.study == study)
    return replace(filters, without_documents=documents, without_passages=passages)


def _short(cited: Sequence[Citation], language: str) -> str:
    numbers = "".join(f"[{citation.n}]" for citation in cited)
    return " ".join((numbers, ", ".join(part for part in heading_of(cited[0], language) if part)))
