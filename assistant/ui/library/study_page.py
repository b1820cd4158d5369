"""A study's own page: what it is, who did it and when, what it found and recommends, in the report's words.

`/studie?dokument=…&studie=…` names it by its report and its title.
"""

from html import escape
from itertools import groupby

import streamlit as st

from assistant.api import Assistant
from assistant.embedding import Vectors
from assistant.evidence.places import Place, link_to, number_of, passage_id
from assistant.examples import Example
from assistant.filters import Filters
from assistant.index.manifest import IndexedDocument
from assistant.library.contents import sections
from assistant.library.similar import StudyName, like
from assistant.models import Passage, Request, SectionKind, Study
from assistant.question.suggest import name_of, quotable
from assistant.rendering.formats import written
from assistant.rendering.sources import titled
from assistant.texts import text
from assistant.ui.html.markup import language_of, tag, unmarked
from assistant.ui.session import state
from assistant.ui.session.going import ASK, LIBRARY, go_to, page_at, way_on
from assistant.ui.session.page_title import name_page

PATH = "studie"
_MOST_COMPARED = 20_000  # passages of an index
_BULLETS = ("•", "-", "–")
_ASKED = (
    (SectionKind.FINDINGS, "study_findings", "example_findings", Request.QUESTION),
    (SectionKind.RECOMMENDATIONS, "study_recommendations", "example_recommendations", Request.QUESTION),
    (SectionKind.FINDINGS, "study_summary", "example_summary", Request.SUMMARY),
)


def parameters(document: str, title: str) -> dict[str, str]:
    """The parameters of a study's address."""
    return {"dokument": document, "studie": title}


def study_page(assistant: Assistant, language: str) -> None:
    """Draw the study that the address names, or a word on why it cannot be."""
    query = st.query_params
    item = assistant.manifest.document(query.get("dokument", ""))
    study = next((one for one in item.studies if one.title == query.get("studie")), None) if item else None
    if item is None or study is None:
        st.title(text("page_study", language))
        st.info(text("study_gone", language))
        way_on(LIBRARY, text("browse", language))
        return
    ids = [passage_id(item.report.document, number) for number in range(item.passages)]
    passages = sorted(assistant.passages(ids).values(), key=lambda passage: passage.id)
    parts = sections(passages, study.title)
    name_page(name_of(study.title), language)
    st.html(_head(item, study, language))
    _ask(item, study, language)
    for kind, held in parts:
        st.html(_section(kind, held, item, language))
    _alike(assistant, item, study, language)


def _head(item: IndexedDocument, study: Study, language: str) -> str:
    report = item.report
    title = titled(report.title, report.digest_of is not None, language)
    facts = (
        ("study_by", study.carried_out_by),
        ("study_for", study.commissioned_by),
        ("study_when", written(study.published, language)),
        ("study_sample", study.sample),
        ("study_in", f"{title} ({report.year})" if report.year and str(report.year) not in title else title),
    )
    told = "".join(
        tag("dt", escape(text(key, language))) + tag("dd", escape(value), lang=language_of(report, language))
        for key, value in facts
        if value
    )
    if report.url:
        link = tag("a", escape(text("original_at", language)), href=report.url, target="_blank", rel="noreferrer")
        told += tag("dt", escape(text("study_original", language))) + tag("dd", link)
    name = tag("h1", escape(name_of(study.title)), lang=language_of(report, language))
    return name + tag("dl", told, class_="study-told")


def _ask(item: IndexedDocument, study: Study, language: str) -> None:
    """What can be asked of it, each in a new conversation that is narrowed to its report."""
    with st.container(horizontal=True, key="ask-study"):
        for kind, label, key, request in _ASKED:
            if kind in study.sections and st.button(text(label, language), key=f"ask-{label}"):
                asked = Example(key, (("study", quotable(study.title)),), request)
                state.show(state.Conversation(filters=Filters(documents=(item.report.document,))))
                state.ask(asked.said(language), None if request is Request.QUESTION else request)
                go_to(ASK)


def _section(kind: SectionKind, passages: list[Passage], item: IndexedDocument, language: str) -> str:
    place = _place(passages[0])
    page = text("page", language, page=place.label or place.page) if place.page else ""
    opened = tag("a", escape(text("study_open", language)), href=link_to(place), target="_blank")
    head = tag("h2", escape(text(f"section_{kind.name.lower()}", language)))
    where = tag("p", " ".join(part for part in (opened, escape(page)) if part), class_="study-where")
    lines = _lines([line for passage in passages for line in passage.text.split("\n") if line])
    own = language_of(item.report, language)
    return tag("section", head + tag("div", lines, lang=own) + where, class_=f"study-part study-{kind.name.lower()}")


def _lines(lines: list[str]) -> str:
    """Paragraphs, and lists where the report has them."""
    drawn = []
    for is_list, run in groupby(lines, key=lambda line: line.startswith(_BULLETS)):
        if is_list:
            drawn.append(tag("ul", "".join(tag("li", escape(line[1:].strip())) for line in run)))
        else:
            drawn += [tag("p", escape(line)) for line in run]
    return "".join(drawn)


def _alike(assistant: Assistant, item: IndexedDocument, study: Study, language: str) -> None:
    """The studies that are near this one; nothing where none is, or where the index is too large to compare them."""
    manifest = assistant.manifest
    if manifest.passages > _MOST_COMPARED:
        return
    found = like((item.report.document, study.title), _middles(manifest.version, assistant))
    if not found:
        return
    with st.container(key="entry-alike"):
        st.header(text("studies_alike", language))
        for document, title in found:
            report = manifest.reports[document]
            told = (
                f"{unmarked(name_of(title))} ({unmarked(titled(report.title, report.digest_of is not None, language))})"
            )
            st.page_link(page_at(PATH), label=told, query_params=parameters(document, title))


@st.cache_resource(max_entries=2, show_spinner=False)
def _middles(version: str, _assistant: Assistant) -> dict[StudyName, Vectors]:
    del version  # decides whether they are made out again
    return _assistant.study_middles()


def _place(passage: Passage) -> Place:
    mark = next(iter(passage.marks), None)
    page, label = (mark.page, mark.label) if mark else (None, "")
    return Place(passage.document, page=page, label=label, near=number_of(passage.id))
