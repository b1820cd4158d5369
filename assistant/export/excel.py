"""The rows of an answer as an Excel file: frozen header, filters, sources as links."""

import io
import re
from collections.abc import Mapping

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from assistant.export.references import in_text
from assistant.export.table import cell
from assistant.models import Answer, Citation, Row
from assistant.rendering.rows import columns, named
from assistant.texts import text

_WIDTHS = {
    "row_study": 45,
    "row_finding": 70,
    "row_recommendation": 70,
    "row_quote": 90,
    "row_source": 50,
    "row_by": 25,
}
_NARROW = 14
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def as_excel(answer: Answer, language: str, links: Mapping[str, str] | None = None) -> bytes:
    """The rows as the bytes of an `.xlsx` file, with what was gone through below them.

    `links` are where each document opens, by its name; a source whose document has none is words alone.
    """
    book = Workbook()
    sheet = book.active
    sheet.title = re.sub(r"[\\/*?:\[\]]", " ", answer.theme or text("app_title", language))[:31].strip() or "1"
    keys = _keys(answer)
    sheet.append([text(key, language) for key in keys])
    for row in answer.rows:
        sheet.append([_clean(_value(key, row, language)) for key in keys])
        for place, key in enumerate(keys, 1):
            at = sheet.cell(sheet.max_row, place)
            at.alignment = Alignment(wrap_text=True, vertical="top")
            if key == "row_source" and (url := (links or {}).get(row.document)):
                page = next((one.page for one in row.cited if one.page), None)
                at.hyperlink, at.style = f"{url}#page={page}" if page else url, "Hyperlink"
    for place, key in enumerate(keys, 1):
        sheet.column_dimensions[get_column_letter(place)].width = _WIDTHS.get(key, _NARROW)
        sheet.cell(1, place).font = Font(bold=True)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(keys))}{max(1, len(answer.rows) + 1)}"
    about = book.create_sheet(text("row_gone_through", language))
    for note in answer.notes:
        about.append([_clean(note)])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _keys(answer: Answer) -> list[str]:
    sides, quotes = columns(answer)
    return [*sides, "row_study", "row_by", "row_year", "row_kind", "row_method", "row_place", *quotes, "row_source"]


def _value(key: str, row: Row, language: str) -> str | int | None:
    values: dict[str, str | int | None] = {
        "row_side": row.side,
        "row_study": named(row),
        "row_by": row.by,
        "row_year": row.year,
        "row_kind": row.kind,
        "row_method": row.method,
        "row_place": text("row_core" if row.core else "row_mentions", language),
        "row_quote": _quoted(row.quote),
        "row_finding": _quoted(row.finding),
        "row_recommendation": _quoted(row.recommendation),
        "row_source": "; ".join(dict.fromkeys(_source(one, language) for one in row.cited)),
    }
    return values[key]


def _source(citation: Citation, language: str) -> str:
    return in_text(citation, str(citation.passage.year or text("no_year", language)), language)


def _quoted(citation: Citation | None) -> str | None:
    return citation.quote if citation else None


def _clean(value: str | int | None) -> str | int | None:
    """Without what XML cannot hold, and without what a spreadsheet would run."""
    return cell(_NOT_IN_XML.sub("", value)) if isinstance(value, str) else value
