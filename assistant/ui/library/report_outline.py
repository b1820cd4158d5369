"""A report's contents: its chapters and studies to leaf through, each with a way to its place and to ask within it."""

from html import escape

import streamlit as st

from assistant.api import Assistant
from assistant.evidence.places import Place, link_to, number_of, passage_id
from assistant.filters import Filters
from assistant.index.manifest import IndexedDocument
from assistant.library.outline import Heading, chapters, outline
from assistant.models import SectionKind, Study
from assistant.question.suggest import quotable
from assistant.rendering.formats import written
from assistant.texts import text
from assistant.ui.session import state
from assistant.ui.session.going import ASK, go_to

# What is asked of a study that has such a section.
_QUESTIONS = (
    (SectionKind.FINDINGS, "study_findings", "example_findings"),
    (SectionKind.RECOMMENDATIONS, "study_recommendations", "example_recommendations"),
)


def draw(item: IndexedDocument, assistant: Assistant, language: str) -> None:
    """The headings, chapter by chapter, with the page of each; under a study what can be asked of it."""
    ids = [passage_id(item.report.document, n) for n in range(item.passages)]
    passages = sorted(assistant.passages(ids).values(), key=lambda passage: passage.id)
    studies = {study.title: study for study in item.studies}
    asked: set[str] = set()
    for chapter in chapters(outline(passages)):
        lines: list[Heading] = []
        for heading in chapter:
            lines.append(heading)
            study = studies.get(heading.title) if heading.is_study else None
            if study is not None and study.title not in asked:
                asked.add(study.title)
                st.html(_list(lines, item, language))
                lines = []
                _study(study, len(asked), heading.level, item, language)
        if lines:
            st.html(_list(lines, item, language))


def ask_within_button(item: IndexedDocument, language: str) -> None:
    """A new conversation on the page where one asks, narrowed to this report."""
    if st.button(text("ask_within", language), key=f"ask-within-{item.report.document}"):
        _ask_within(item)


def _ask_within(item: IndexedDocument, question: str = "") -> None:
    state.show(state.Conversation(filters=Filters(documents=(item.report.document,))))
    if question:
        state.ask(question)
    go_to(ASK)


def _study(study: Study, number: int, level: int, item: IndexedDocument, language: str) -> None:
    """Who did the study and when, and what can be asked of it."""
    details = " · ".join(part for part in (study.carried_out_by, written(study.published, language)) if part)
    if details:
        st.html(f'<p class="study-facts outline-{min(level, 4)}">{escape(details)}</p>')
    name = f"{item.report.document}-{number}"
    asked = [(label, question) for kind, label, question in _QUESTIONS if kind in study.sections]
    if asked:
        with st.container(horizontal=True, key=f"study-{min(level, 4)}-{name}"):
            for label, question in asked:
                if st.button(text(label, language), key=f"{label}-{name}", type="tertiary"):
                    _ask_within(item, text(question, language, study=quotable(study.title)))


def _list(headings: list[Heading], item: IndexedDocument, language: str) -> str:
    lines = "".join(_line(heading, item, language) for heading in headings)
    return f'<ul class="outline" lang="{escape(item.report.language)}">{lines}</ul>'


def _line(heading: Heading, item: IndexedDocument, language: str) -> str:
    mark = next(iter(heading.first.marks), None)
    page = (
        f' <span class="outline-page">{escape(text("page", language, page=mark.label or mark.page))}</span>'
        if mark
        else ""
    )
    place = Place(
        item.report.document,
        page=mark.page if mark else None,
        label=mark.label if mark else "",
        near=number_of(heading.first.id),
    )
    kind = "study" if heading.is_study else heading.kind.value
    return (
        f'<li class="outline-{min(heading.level, 4)} outline-{kind}">'
        f'<a href="{escape(link_to(place))}" target="_blank">{escape(heading.title)}</a>{page}</li>'
    )
