"""What an empty page shows: what is indexed and what one can ask, or how to get started."""

from html import escape

import streamlit as st

from assistant.formats import number
from assistant.index.manifest import IndexedDocument, Manifest
from assistant.models import Report, SectionKind
from assistant.texts import text
from assistant.ui import state

LISTED = 12  # reports named one by one; the rest are counted


def no_index(language: str) -> None:
    """The page of an empty or missing index."""
    st.title(text("no_index_title", language))
    st.markdown(text("no_index_help", language))


def welcome(manifest: Manifest, language: str) -> None:
    """The first thing one sees: what this is, questions to begin with, and what is indexed."""
    st.title(text("app_title", language))
    st.markdown(text("app_intro", language) + " " + text("what_this_is", language))
    with st.container(key="examples"):
        st.header(text("try_asking", language))
        for number_, example in enumerate(examples(manifest, language)):
            st.button(example, key=f"example-{number_}", width="stretch", on_click=state.ask, args=(example,))
    st.html(_indexed(manifest, language))


def _indexed(manifest: Manifest, language: str) -> str:
    """The newest reports as a table."""
    newest = _newest(manifest)
    caption = text(
        "indexed_caption",
        language,
        documents=number(len(newest), language),
        passages=number(manifest.passages, language),
    )
    rows = "".join(_row(document.report, language) for document in newest[:LISTED])
    more = text("and_more", language, count=number(len(newest) - LISTED, language)) if len(newest) > LISTED else ""
    heads = (("report", ""), ("kind", "less"), ("publisher", "less"), ("year", ""))
    return (
        f'<table class="indexed"><caption>{escape(caption)}</caption><thead><tr>'
        + "".join(
            f'<th scope="col" class="{less}">{escape(text(f"column_{name}", language))}</th>' for name, less in heads
        )
        + f"</tr></thead><tbody>{rows}</tbody></table>"
        + (f"<p>{escape(more)}</p>" if more else "")
    )


def _row(report: Report, language: str) -> str:
    kind = text(f"kind_{report.kind.name.lower()}", language)
    cells = ((kind, "less"), (report.publisher or "–", "less"), (report.year or "–", ""))
    return (
        f'<tr><th scope="row" lang="{escape(report.language)}">{escape(report.title)}</th>'
        + "".join(f'<td class="{less}">{escape(str(words))}</td>' for words, less in cells)
        + "</tr>"
    )


def _newest(manifest: Manifest) -> list[IndexedDocument]:
    return sorted(manifest.documents, key=lambda item: (-(item.report.year or 0), item.report.title))


def examples(manifest: Manifest, language: str) -> list[str]:
    """Three questions taken from what is indexed: on findings, on recommendations, and on a report as a whole."""
    newest = _newest(manifest)
    found = [
        text(key, language, study=study)
        for key, kind in (
            ("example_findings", SectionKind.FINDINGS),
            ("example_recommendations", SectionKind.RECOMMENDATIONS),
        )
        for study in _studies(newest, kind)[:1]
    ]
    found += [text("example_about", language, title=item.report.title) for item in newest]
    return found[:3]


def _studies(documents: list[IndexedDocument], kind: SectionKind) -> list[str]:
    return [study.title.strip("«»") for document in documents for study in document.studies if kind in study.sections]
