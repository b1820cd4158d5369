"""Figures over time as CSV, in the form that a Norwegian spreadsheet opens: semicolons, UTF-8 with its mark."""

import csv
import io

from assistant.export.blocks import label_key
from assistant.export.references import in_text
from assistant.models import Answer, Series
from assistant.texts import text

# A spreadsheet would run a cell that begins with one of these.
_RUNS = ("=", "+", "-", "@", "\t", "\r")


def series_csv(series: Series, answer: Answer, language: str) -> str:
    """The figures of a series, one a line, with unit, what was counted, and where each stands."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    keys = (label_key(series), "series_value", "series_unit", "series_counted", "table_source")
    writer.writerow([text(key, language) for key in keys])
    sources = {
        citation.n: in_text(citation, str(citation.passage.year or text("no_year", language)), language)
        for citation in answer.citations
    }
    for figure in series.figures:
        row = (figure.label, figure.value, series.unit, figure.counted, sources.get(figure.citation, ""))
        writer.writerow([_cell(value) for value in row])
    return "\ufeff" + out.getvalue()


def _cell(value: str) -> str:
    is_number = value.lstrip("-+").replace(" ", "").replace(",", "").replace(".", "").isdigit()
    return f"'{value}" if value.startswith(_RUNS) and not is_number else value
