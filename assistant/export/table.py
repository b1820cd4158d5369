"""Figures over time as CSV, in the form that a Norwegian spreadsheet opens: semicolons, UTF-8 with its mark."""

import csv
import io
import unicodedata

from assistant.export.blocks import label_key
from assistant.export.references import in_text
from assistant.models import Answer, Series
from assistant.texts import text

# A spreadsheet would run a cell that begins with one of these, also where white space stands before it; some know the
# wide forms that are typed with Chinese and Japanese letters as well.
_RUNS = ("=", "+", "-", "@")
_UNSEEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad"  # of no width


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
        writer.writerow([cell(value) for value in row])
    return "\ufeff" + out.getvalue()


def cell(value: str) -> str:
    """A value that a spreadsheet shows instead of running it."""
    is_number = value.lstrip("-+").replace(" ", "").replace(",", "").replace(".", "").isdigit()
    begins = unicodedata.normalize("NFKC", value).lstrip(_UNSEEN + "".join(map(chr, range(33))))
    is_unsafe = begins.lstrip().startswith(_RUNS) or value[:1] in ("\t", "\r", "\n")
    return f"'{value}" if is_unsafe and not is_number else value
