"""Taking an answer along: copied as Markdown or plain text, or as a Word file, a table of figures."""

from functools import partial

import streamlit as st

from assistant.export.blocks import exported
from assistant.export.plain import as_markdown, as_text
from assistant.export.table import series_csv
from assistant.export.word import as_word
from assistant.models import Answer
from assistant.texts import text

_OFFICE = "application/vnd.openxmlformats-officedocument"
WORD, EXCEL = f"{_OFFICE}.wordprocessingml.document", f"{_OFFICE}.spreadsheetml.sheet"
_COPIED = {"export_text": as_text, "export_as_markdown": as_markdown}


def export_menu(answer: Answer, key: str, language: str) -> None:
    """The button that opens what an answer can be taken along as; nothing is made before it is asked for."""
    with st.popover(text("export", language), key=f"export-{key}", on_change="rerun") as opened:
        if opened.open:
            _choices(answer, key, language)


def _choices(answer: Answer, key: str, language: str) -> None:
    st.download_button(
        text("export_word", language),
        partial(_word, answer, language),
        file_name=f"{text('export_file', language)}.docx",
        mime=WORD,
        key=f"word-{key}",
        on_click="ignore",
        width="stretch",
    )
    for number, series in enumerate(answer.series):
        st.download_button(
            text("export_series", language, measure=series.measure),
            partial(_csv, answer, number, language),
            file_name=f"{text('export_file', language)}-{number + 1}.csv",
            mime="text/csv",
            key=f"csv-{key}-{number}",
            on_click="ignore",
            width="stretch",
        )
    form = st.radio(
        text("export_copy", language),
        list(_COPIED),
        format_func=lambda name: text(name, language),
        horizontal=True,
        key=f"copied-{key}",
    )
    st.code(_COPIED[form](exported([answer], language)), language=None, wrap_lines=True, height=240)


def _word(answer: Answer, language: str) -> bytes:
    return as_word(exported([answer], language))


def _csv(answer: Answer, number: int, language: str) -> bytes:
    return series_csv(answer.series[number], answer, language).encode()
