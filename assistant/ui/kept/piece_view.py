"""One kept piece as it is shown outside of its answer: its words or its table, where it stands, what was asked."""

from html import escape

import streamlit as st

from assistant.evidence.places import link_to, place_of
from assistant.export.references import in_text
from assistant.models import Answer, Citation, Part
from assistant.store.collections import Piece
from assistant.texts import text
from assistant.ui.answer.series_view import series_table
from assistant.ui.html.markup import language_of, tag, words
from assistant.ui.html.rows import rows_html

_KINDS = {Part.FINDINGS: "findings", Part.RECOMMENDATIONS: "recommendations"}


def draw(piece: Piece, language: str) -> None:
    """Draw it, nothing of it to be pressed but its sources."""
    st.html(piece_html(piece.answer, piece.id, language))


def piece_html(answer: Answer, key: str, language: str) -> str:
    """The piece, its sources as references that open their places, and the question that it was an answer to."""
    said = "".join(_point(answer, number, language) for number in range(len(answer.points)))
    said += rows_html(answer, key, language)
    for series in answer.series:
        said += tag("h2", escape(series.measure), class_="ka-series") + series_table(series, answer, key, language)
    is_numbered = bool(answer.rows or answer.series)  # as its table numbers them
    sources = "".join(
        tag("li", (f"[{citation.n}] " if is_numbered else "") + _source(citation, language))
        for citation in answer.citations
    )
    asked = tag("p", escape(text("piece_asked", language, question=answer.question)), class_="piece-asked")
    return tag("div", said + tag("ul", sources, class_="piece-sources") + asked, class_="piece")


def _point(answer: Answer, number: int, language: str) -> str:
    point = answer.points[number]
    first = next((one for one in answer.citations if one.n in point.citations), None)
    kind = _KINDS.get(point.part, "")
    label = tag("span", escape(text(kind, language)), class_=f"piece-kind piece-{kind}") if kind else ""
    lang = language_of(first.report, language) if first and not answer.written_by else None
    return tag("p", label + tag("span", words(point.text), lang=lang), class_="piece-words")


def _source(citation: Citation, language: str) -> str:
    year = str(citation.passage.year or text("no_year", language))
    reference = escape(in_text(citation, year, language))
    return tag("a", reference, href=link_to(place_of(citation)), target="_blank")
