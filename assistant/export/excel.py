"""The rows of an answer as an Excel file: frozen header, filters, sources as links."""

import io
import re
from collections.abc import Callable

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from assistant.export.cells import value
from assistant.export.table import cell
from assistant.language.characters import in_xml
from assistant.models import Answer, Citation
from assistant.rendering.arranging import FACTS, Arranged, columns_of
from assistant.rendering.rows import columns
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


def as_excel(
    answer: Answer,
    language: str,
    link: Callable[[Citation], str] = lambda citation: "",
    shown: Arranged | None = None,
) -> bytes:
    """The rows as the bytes of an `.xlsx` file, with what was gone through on a sheet of its own.

    `link` gives the address that opens a citation; where it gives none, a source is words alone. `shown` are the rows,
    the columns and the groups that were chosen; a group's name is a column.
    """
    book = Workbook()
    sheet = book.active
    sheet.title = re.sub(r"[\\/*?:\[\]]", " ", answer.theme or text("app_title", language))[:31].strip() or "1"
    is_grouped = shown is not None and bool(shown.group)
    keys = _keys(answer, shown)
    group = [text(f"group_{shown.group}", language)] if shown and is_grouped else []
    sheet.append([*group, *(text(key, language) for key in keys)])
    keys = ["group", *keys] if is_grouped else keys
    for name, rows in shown.groups if shown else (("", answer.rows),):
        for row in rows:
            sheet.append([_clean(name if key == "group" else value(key, row, language)) for key in keys])
            for place, key in enumerate(keys, 1):
                at = sheet.cell(sheet.max_row, place)
                at.alignment = Alignment(wrap_text=True, vertical="top")
                if key == "row_source" and row.cited and (url := link(row.cited[0])):
                    at.hyperlink, at.style = url, "Hyperlink"
    for place, key in enumerate(keys, 1):
        sheet.column_dimensions[get_column_letter(place)].width = _WIDTHS.get(key, _NARROW)
        sheet.cell(1, place).font = Font(bold=True)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(keys))}{sheet.max_row}"
    about = book.create_sheet(text("row_gone_through", language))
    for note in answer.notes:
        about.append([_clean(note)])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _keys(answer: Answer, shown: Arranged | None) -> list[str]:
    sides, quotes = columns(answer)
    if shown is None:
        return [*sides, "row_study", *FACTS, "row_place", *quotes, "row_source"]
    # Who and when are on the page in any case: as columns, or under the study's name.
    facts = [key for key in columns_of(answer) if key in FACTS and key in ("row_by", "row_year", *shown.columns)]
    return ["row_study", *facts, "row_place", *(key for key in shown.columns if key not in facts)]


def _clean(value: str | int | None) -> str | int | None:
    """Without what XML cannot hold, and without what a spreadsheet would run."""
    return cell(in_xml(value)) if isinstance(value, str) else value
