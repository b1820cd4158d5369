"""The passages of a source that is no PDF: in their section, with the quote marked, or searched, hit by hit."""

from collections.abc import Sequence
from html import escape
from itertools import groupby

import streamlit as st

from assistant.api import Assistant
from assistant.evidence.opening import Section, sections_with
from assistant.evidence.places import Place
from assistant.index.manifest import IndexedDocument
from assistant.models import Passage
from assistant.rendering.formats import number
from assistant.texts import text
from assistant.ui.html.markup import language_of, marked, tag
from assistant.ui.html.tables import cell, headings_of, table, title_of


def show_section(
    assistant: Assistant, document: IndexedDocument, section: Section, place: Place, *, key: str, language: str
) -> str:
    """Draw the section of a quote, or that of what is searched for; names the view, as its element's `data-at` does."""
    sought, hits, at = _search(assistant, document, key, language)
    if place.quote and not section.marks and not hits:
        st.info(text("quote_gone", language))
    shown = hits[at] if hits else section
    view = f"section {sought} {at}" if hits else "section"
    body = "".join(
        _under_heading(path, list(passages), shown, language)
        for path, passages in groupby(shown.passages, lambda passage: passage.path)
    )
    st.html(tag("div", body, class_="ka-section", data_at=view, lang=language_of(document.report, language)))
    return view


def _search(assistant: Assistant, document: IndexedDocument, key: str, language: str) -> tuple[str, list[Section], int]:
    """What is searched for, the sections that have it, and which of them is shown."""
    state = f"{key}-at"

    def turn(to: int) -> None:
        st.session_state[state] = to

    with st.container(horizontal=True, vertical_alignment="center", key=f"{key}-leaf"):
        label = text("search_document", language)
        sought = st.text_input(
            label,
            key=f"{key}-search",
            placeholder=label,
            label_visibility="collapsed",
            width=220,
            on_change=turn,
            args=(0,),
        )
        hits = sections_with(assistant, document, sought) if sought else []
        at = min(st.session_state.get(state, 0), max(0, len(hits) - 1))
        if len(hits) > 1:
            following = (at + 1) % len(hits)
            st.button(text("next_hit", language), key=f"{key}-hit", on_click=turn, args=(following,))
        if sought:
            place = {"at": number(at + 1, language), "count": number(len(hits), language)}
            said = text("hit_of", language, **place) if hits else text("no_hits", language)
            st.html(tag("p", escape(said), class_="ka-page-number", role="status"), width="content")
    return sought, hits, at


def _under_heading(path: tuple[str, ...], passages: Sequence[Passage], section: Section, language: str) -> str:
    here = any(passage.id in section.marks for passage in passages)
    above = tag("p", escape(" › ".join(path)), class_="ka-path ka-here" if here else "ka-path") if path else ""
    runs = groupby(passages, key=lambda passage: headings_of(passage) if passage.cells else ())
    return above + "".join(
        _rows(list(run), section, language) if is_table else "".join(_paragraphs(passage, section) for passage in run)
        for is_table, run in runs
    )


def _paragraphs(passage: Passage, section: Section) -> str:
    lines = marked(passage.text, section.marks.get(passage.id, ())).split("<br>")
    return "".join(f"<p>{line}</p>" for line in lines)


def _rows(rows: Sequence[Passage], section: Section, language: str) -> str:
    """Rows of one table, those that are cited marked."""
    head = "".join(tag("th", escape(heading), scope="col") if heading else tag("td") for heading, _ in rows[0].cells)
    body = "".join(
        tag("tr", "".join(cell(value, is_marked=row.id in section.marks) for _, value in row.cells)) for row in rows
    )
    return table(title_of(rows[0]), tag("thead", tag("tr", head)) + tag("tbody", body), language)
