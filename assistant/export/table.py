"""Figures over time as CSV, in the form that a Norwegian spreadsheet opens: semicolons, UTF-8 with its mark."""

import csv
import io
import re
import unicodedata

from assistant.export.blocks import label_key
from assistant.export.references import in_text
from assistant.models import Answer, Series
from assistant.texts import text

# A spreadsheet would run a cell that begins with one of these, also where white space stands before it; some know the
# wide forms that are typed with Chinese and Japanese letters as well.
_RUNS = ("=", "+", "-", "@")
# A negative figure with its unit is none, nor is a dash that says that there is no figure.
_FIGURE = re.compile(r"-|[-+]\s?\d[\d\s.,]*(?:[%‰]|[^\W\d_]+)?")
_UNSEEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad"  # of no width


def series_csv(series: Series, answer: Answer, language: str) -> str:
    """The figures of a series, one a line: number, unit, what was counted, as the report writes it, and where."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    keys = (label_key(series), "series_value", "series_unit", "series_counted", "series_written", "table_source")
    writer.writerow([text(key, language) for key in keys])
    sources = {
        citation.n: in_text(citation, str(citation.passage.year or text("no_year", language)), language)
        for citation in answer.citations
    }
    for figure in series.figures:
        written = figure.value, sources.get(figure.citation, "")
        row = (figure.label, _plain(figure.number), series.unit, figure.counted, *written)
        writer.writerow([cell(value) for value in row])
    return "\ufeff" + out.getvalue()


def _plain(number: float) -> str:
    """A number as a Norwegian spreadsheet reads it as one: a comma, and nothing between thousands."""
    return f"{number:.10g}".replace(".", ",")


def cell(value: str) -> str:
    """A value that a spreadsheet shows instead of running it."""
    begins = unicodedata.normalize("NFKC", value).lstrip(_UNSEEN + "".join(map(chr, range(33))))
    is_unsafe = begins.lstrip().startswith(_RUNS) or value[:1] in ("\t", "\r", "\n")
    return f"'{value}" if is_unsafe and not _FIGURE.fullmatch(value) else value
