"""What an empty page shows: what is indexed and what one can ask, or how to get started."""

from html import escape

import streamlit as st

from assistant.formats import number
from assistant.index.manifest import Manifest
from assistant.models import Report
from assistant.suggest import newest_first, starters
from assistant.texts import text
from assistant.ui import state
from assistant.ui.sources import promise

LISTED = 12  # reports named one by one; the rest are counted


def no_index(language: str) -> None:
    """The page of an empty or missing index."""
    st.title(text("no_index_title", language))
    st.markdown(text("no_index_help", language))


def welcome(manifest: Manifest, language: str) -> None:
    """The first thing one sees: what this is, questions to begin with, and what is indexed."""
    st.title(text("app_title", language))
    st.markdown(text("app_intro", language) + " " + promise(manifest, language))
    with st.container(key="examples"):
        st.header(text("try_asking", language))
        for number_, example in enumerate(starters(manifest, language)):
            st.button(example, key=f"example-{number_}", width="stretch", on_click=state.ask, args=(example,))
    st.html(_indexed(manifest, language))


def _indexed(manifest: Manifest, language: str) -> str:
    """The newest reports as a table."""
    newest = newest_first(manifest)
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
