"""The reports page: what is indexed, to search, sort, browse and ask within; what was left out, and why.

`studies` draws studies and chapters, `report_outline` a report's contents, `manage` what those may do who look after
the reports.
"""

from collections.abc import Mapping
from html import escape
from pathlib import Path
from types import MappingProxyType

import streamlit as st

from assistant.api import Assistant
from assistant.errors import AssistantError
from assistant.index.manifest import IndexedDocument, LeftOut, Manifest, load_manifest
from assistant.rendering.formats import date, number
from assistant.settings import Settings
from assistant.texts import text
from assistant.ui.admin import manage
from assistant.ui.library import report_outline, studies
from assistant.ui.session.away import say_away
from assistant.ui.users.user import may_manage_reports

AT_ONCE = 20  # reports drawn at first, and with every "show more"
_SHOWN = "reports-shown"
VIEWS = ("reports", "studies")
_VIEW = "library-view"
# What one can sort by, each with the key of its text; sorting is stable, so that titles decide between equals.
SORTS = ("newest", "oldest", "title", "indexed")


def reports_page(assistant: Assistant | None, settings: Settings, language: str) -> None:
    """Draw the page. `assistant` is None where the index cannot be asked; what can be told of it is told still."""
    st.title(text("page_reports", language))
    manifest = _manifest(assistant, settings)
    may_manage = may_manage_reports(settings)
    if manifest and manifest.documents:
        st.markdown(_summary(manifest, language))
    elif manifest is None:
        say_away(settings, language)
    else:
        st.markdown(text("reports_none", language))
    if may_manage:
        manage.panel(settings, language)
    if manifest is None:
        return
    if manifest.documents:
        _library(manifest, assistant, settings, language, may_manage=may_manage)
    _left_out(_still_there(manifest.left_out, settings), language)


def found(
    documents: tuple[IndexedDocument, ...], words: str, headings: Mapping[str, str] = MappingProxyType({})
) -> list[IndexedDocument]:
    """The documents that hold every word of a search in what is said of them, their studies included, or in their
    `headings`, by document.
    """
    wanted = words.casefold().split()
    said = {item.report.document: f"{_said(item)} {headings.get(item.report.document, '')}" for item in documents}
    return [item for item in documents if all(word in said[item.report.document] for word in wanted)]


def in_order(documents: list[IndexedDocument], by: str) -> list[IndexedDocument]:
    """The documents sorted by one of SORTS."""
    titled = sorted(documents, key=lambda item: item.report.title.casefold())
    if by == "newest":
        return sorted(titled, key=lambda item: -(item.report.year or 0))
    if by == "oldest":
        return sorted(titled, key=lambda item: item.report.year or 9999)
    return sorted(titled, key=lambda item: item.indexed, reverse=True) if by == "indexed" else titled


def facts(item: IndexedDocument, language: str) -> list[str]:
    """What is told of a document in one line: kind, publisher, year, and how much there is of it."""
    report = item.report
    counts = (("count_pages", report.pages), ("count_studies", len(item.studies)), ("count_passages", item.passages))
    return [
        text(f"kind_{report.kind.name.lower()}", language),
        *(str(value) for value in (report.publisher, report.year) if value is not None),
        *(_count(key, count, language) for key, count in counts if count),
    ]


def _manifest(assistant: Assistant | None, settings: Settings) -> Manifest | None:
    try:
        return assistant.manifest if assistant else load_manifest(settings.index_dir)
    except AssistantError:
        return None


def _count(key: str, count: int, language: str) -> str:
    return text(f"{key}_one", language) if count == 1 else text(key, language, count=number(count, language))


def _summary(manifest: Manifest, language: str) -> str:
    documents = len(manifest.documents)
    values = {"passages": number(manifest.passages, language), "date": date(manifest.created, language)}
    if documents == 1:
        return text("reports_summary_one", language, **values)
    return text("reports_summary", language, documents=number(documents, language), **values)


def _library(
    manifest: Manifest, assistant: Assistant | None, settings: Settings, language: str, *, may_manage: bool
) -> None:
    manager = settings if may_manage else None
    view: str | None = "reports"
    if assistant is not None:
        st.session_state.setdefault(_VIEW, VIEWS[0])
        view = st.segmented_control(
            text("library_view", language),
            VIEWS,
            required=True,
            format_func=lambda one: text(f"library_{one}", language),
            key=_VIEW,
            label_visibility="collapsed",
        )
    with st.container(horizontal=True, vertical_alignment="bottom", key="reports-search-row"):
        words = st.text_input(
            text("reports_search", language), key="reports-search", placeholder=text("reports_search_hint", language)
        )
        by = SORTS[0]
        if view == "reports":
            by = st.selectbox(
                text("reports_sort", language),
                SORTS,
                format_func=lambda one: text(f"sort_{one}", language),
                key="reports-by",
            )
    if assistant is not None and view == "studies":
        studies.draw(assistant, settings, words, language)
        return
    headings = studies.headings(assistant) if assistant is not None and words else {}
    chosen = in_order(found(manifest.documents, words, headings), by)
    if words:
        st.html(f'<p role="status" class="reports-count">{escape(_counted(chosen, manifest, language))}</p>')
        if assistant is not None and (count := studies.count_matching(assistant, words)):
            label = text("library_matches", language, count=number(count, language))
            st.button(label, key="library-matches", type="tertiary", on_click=_show_studies)
        elif not chosen:
            st.markdown(text("library_none", language))
    limit = st.session_state.get(_SHOWN, AT_ONCE)
    for item in chosen[:limit]:
        _card(item, assistant, manager, language)
    if len(chosen) > limit:
        rest = text("reports_more", language, count=number(len(chosen) - limit, language))
        st.button(rest, key="reports-more", on_click=_show_more, width="stretch")


def _counted(chosen: list[IndexedDocument], manifest: Manifest, language: str) -> str:
    total = number(len(manifest.documents), language)
    return text("reports_found", language, count=number(len(chosen), language), total=total)


def _card(item: IndexedDocument, assistant: Assistant | None, manager: Settings | None, language: str) -> None:
    """One report."""
    name = item.report.document
    with st.container(key=f"report-{name}", border=True):
        st.html(_heading(item, language))
        if assistant is not None and item.passages:
            with st.expander(text("report_contents", language), key=f"contents-{name}", on_change="rerun") as contents:
                if contents.open:
                    report_outline.draw(item, assistant, language)
        with st.container(horizontal=True, key=f"report-actions-{name}"):
            if assistant is not None and item.passages:
                report_outline.ask_within_button(item, language)
            if manager is not None:
                manage.remove_button(item, manager, language)


def _heading(item: IndexedDocument, language: str) -> str:
    report = item.report
    lines = [
        f'<h2 lang="{escape(report.language)}">{escape(report.title)}</h2>',
        f'<p class="report-facts">{escape(" · ".join(facts(item, language)))}</p>',
        f'<p class="report-indexed">{escape(text("report_indexed", language, date=date(item.indexed, language)))}</p>',
    ]
    if report.digest_of:
        key = "report_is_digest" if item.passages else "report_digest_replaced"
        lines.append(f'<p class="report-note">{escape(text(key, language))}</p>')
    # The language is shown nowhere on the page, so that a guess at it tells nobody anything.
    if guessed := [text(f"field_{field}", language) for field in report.guessed if field != "language"]:
        lines.append(
            f'<p class="report-note">{escape(text("report_guessed", language, fields=", ".join(guessed)))}</p>'
        )
    if item.warnings:
        remarks = "".join(f"<li>{escape(one.worded(language))}</li>" for one in item.warnings)
        summary = escape(text("report_remarks", language, count=len(item.warnings)))
        lines.append(f"<details><summary>{summary}</summary><ul>{remarks}</ul></details>")
    return f'<div class="report-head">{"".join(lines)}</div>'


def _left_out(left_out: list[LeftOut], language: str) -> None:
    """The files that could not be taken in, by name alone: where they lie is for those who run this."""
    if not left_out:
        return
    st.header(text("left_out_title", language))
    st.markdown(text("left_out_why", language))
    rows = "".join(
        f'<tr><th scope="row">{escape(Path(item.source).name)}</th><td>{escape(item.reason.worded(language))}</td></tr>'
        for item in left_out
    )
    columns = "".join(
        f'<th scope="col">{escape(text(key, language))}</th>' for key in ("left_out_file", "left_out_reason")
    )
    st.html(f'<table class="left-out"><thead><tr>{columns}</tr></thead><tbody>{rows}</tbody></table>')


def _still_there(left_out: tuple[LeftOut, ...], settings: Settings) -> list[LeftOut]:
    """All but the uploads that were refused, which are not kept."""
    folder = settings.uploads.dir.absolute()
    return [item for item in left_out if not Path(item.source).is_relative_to(folder) or Path(item.source).exists()]


def _said(item: IndexedDocument) -> str:
    report = item.report
    studies = (f"{study.title} {study.carried_out_by or ''} {study.commissioned_by or ''}" for study in item.studies)
    parts = (report.title, report.publisher or "", str(report.year or ""), report.kind.value, report.document, *studies)
    return " ".join(parts).casefold()


def _show_studies() -> None:
    st.session_state[_VIEW] = "studies"


def _show_more() -> None:
    st.session_state[_SHOWN] = st.session_state.get(_SHOWN, AT_ONCE) + AT_ONCE
