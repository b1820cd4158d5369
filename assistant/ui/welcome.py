"""What an empty page shows: what is indexed and what one can ask, or how to get started."""

import streamlit as st

from assistant.index.manifest import IndexedDocument, Manifest
from assistant.models import SectionKind
from assistant.texts import text

LISTED = 12  # reports named one by one; the rest are counted


def no_index(language: str) -> None:
    """The page of an empty or missing index."""
    st.header(text("no_index_title", language))
    st.markdown(text("no_index_help", language))


def welcome(manifest: Manifest, language: str) -> str | None:
    """What is indexed, and example questions; returns the one that was chosen."""
    st.markdown(text("app_intro", language))
    st.markdown(
        text("indexed_here", language, documents=len(manifest.documents), passages=manifest.passages)
        + "\n"
        + "\n".join(f"- {_named(document)}" for document in manifest.documents[:LISTED])
    )
    if len(manifest.documents) > LISTED:
        st.markdown(text("and_more", language, count=len(manifest.documents) - LISTED))
    st.markdown(f"**{text('try_asking', language)}**")
    chosen = None
    for number, example in enumerate(examples(manifest, language)):
        if st.button(example, key=f"example-{number}", width="stretch"):
            chosen = example
    st.markdown(text("what_this_is", language))
    return chosen


def examples(manifest: Manifest, language: str) -> list[str]:
    """Three questions taken from what is indexed: on findings, on recommendations, and on a report as a whole."""
    newest = sorted(manifest.documents, key=lambda item: -(item.report.year or 0))
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


def _named(document: IndexedDocument) -> str:
    report = document.report
    details = ", ".join(str(part) for part in (report.kind.value, report.publisher, report.year) if part)
    return f"{report.title} ({details})" if details else report.title
