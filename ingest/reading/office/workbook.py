"""Excel files (.xlsx), by openpyxl: every sheet that is shown, its rows as a table."""

import io
import re
import zipfile
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

from assistant.errors import ReadError
from assistant.reasons import Reason, reason
from assistant.texts import text
from ingest.document import Row
from ingest.metadata import Properties
from ingest.parts import Part, PartKind
from ingest.reading.office.archive import opened, transitional
from ingest.reading.office.shown import shown
from ingest.reading.sources import Source
from ingest.tabular import part_of, tables_of
from ingest.words.characters import tidy

_MOST_ROWS = 20_000
_MOST_COLUMNS = 200
_MOST_MERGED = 1_000_000  # cells; each is set up when the file is opened
_LANGUAGE = "nb"  # of a word in a table, whose own language is not known yet
_BARE_FORMULA = re.compile(rb"</(?:\w+:)?f>\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>")
_MERGED = re.compile(rb"""<(?:\w+:)?mergeCell\s[^<>]*?ref=["']([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})["']""")


def read_workbook(data: bytes) -> Source:
    """The sheets of an Excel file. Raises ReadError where it is none."""
    from openpyxl import load_workbook

    with opened(data, "an Excel file") as archive:
        if not any(name.startswith("xl/") for name in archive.namelist()):
            raise ReadError("other_kind", kind="Excel")
        if _merged(archive) > _MOST_MERGED:
            raise ReadError("too_large")
        reckoned = _has_bare_formulas(archive)
    try:
        book = load_workbook(io.BytesIO(transitional(data)), data_only=True)
    except Exception as error:
        raise ReadError("other_kind", kind="Excel") from error
    formulas = load_workbook(io.BytesIO(transitional(data))) if reckoned else None
    parts: list[Part] = []
    warnings: list[Reason] = []
    for sheet in book.worksheets:
        if sheet.sheet_state == "visible":
            if formulas is not None and (count := _name_missing(sheet, formulas[sheet.title])):
                warnings.append(reason("no_value", sheet=sheet.title, count=count))
            parts += _sheet(sheet)
            if sheet.max_row > _MOST_ROWS:
                warnings.append(reason("long_sheet", sheet=sheet.title, rows=_MOST_ROWS))
    told = book.properties
    year = told.created.year if told.created else None
    return Source(parts, properties=Properties(told.title or "", told.creator or "", year), warnings=warnings)


def _merged(archive: zipfile.ZipFile) -> int:
    """How many cells are covered by others that they are merged with, over all sheets."""
    from openpyxl.utils import range_boundaries

    covered = 0
    for name in archive.namelist():
        if name.startswith("xl/worksheets/"):
            for reference in _MERGED.findall(archive.read(name)):
                left, top, right, bottom = range_boundaries(reference.decode())
                covered += (right - left + 1) * (bottom - top + 1)
    return covered


def _has_bare_formulas(archive: zipfile.ZipFile) -> bool:
    """Whether a cell has a formula and no value that was reckoned, as programs leave it that cannot reckon."""
    sheets = (name for name in archive.namelist() if name.startswith("xl/worksheets/"))
    return any(_BARE_FORMULA.search(archive.read(name)) for name in sheets)


def _name_missing(sheet: Any, formulas: Any) -> int:
    """Has the sheet's cells without the value of their formula say so; how many there are."""
    count = 0
    for place, cell in sheet._cells.items():
        other = formulas._cells.get(place)
        if cell.value is None and other is not None and other.data_type == "f":
            cell.value = text("missing_value", _LANGUAGE)
            count += 1
    return count


def _sheet(sheet: Any) -> Iterator[Part]:
    """The sheet's name as a heading, lone cells as text, runs of rows between empty ones as tables."""
    yield Part(PartKind.HEADING, tidy(sheet.title), level=1)
    run: list[Row] = []
    for row in [*_rows(sheet), ()]:
        if sum(1 for cell in row if cell) > 1:
            run.append(Row(row))
            continue
        yield from _table(run)
        run = []
        yield from (Part(PartKind.TEXT, cell) for cell in row if cell)


def _rows(sheet: Any) -> Iterator[tuple[str, ...]]:
    """The rows that are shown, with an empty one where some without a cell lie between."""
    from openpyxl.utils import column_index_from_string

    hidden = {column_index_from_string(name) for name, column in sheet.column_dimensions.items() if column.hidden}
    columns = [n for n in range(1, min(sheet.max_column, _MOST_COLUMNS) + 1) if n not in hidden]
    over = _over(sheet)
    last = 0
    # Those cells alone that are there: a sheet with one at its far end would make millions of empty ones.
    for number, cells in groupby(sorted(sheet._cells.items(), key=itemgetter(0)), key=lambda item: item[0][0]):
        if number > _MOST_ROWS:
            return
        if number > last + 1:
            yield ()
        last = number
        if not (number in sheet.row_dimensions and sheet.row_dimensions[number].hidden):
            held = {column: shown(cell.value, cell.number_format or "") for (_, column), cell in cells}
            if any(held.values()):  # a label over several rows is each one's
                held |= {at: _said(sheet, above) for at in held if (above := over.get((number, at)))}
            yield tuple(held.get(column, "") for column in columns)


def _over(sheet: Any) -> dict[tuple[int, int], tuple[int, int]]:
    """For each cell below the first of those that are merged, the place of that first one."""
    return {
        (row, area.min_col): (area.min_row, area.min_col)
        for area in sheet.merged_cells.ranges
        for row in range(area.min_row + 1, min(area.max_row, _MOST_ROWS) + 1)
        if (area.min_row, area.min_col) in sheet._cells
    }


def _said(sheet: Any, place: tuple[int, int]) -> str:
    cell = sheet._cells[place]
    return shown(cell.value, cell.number_format or "")


def _table(run: list[Row]) -> Iterator[Part]:
    if not run:
        return
    filled = [i for i in range(max(len(r.cells) for r in run)) if any(r.cells[i : i + 1] != ("",) for r in run)]
    rows = [Row(tuple(r.cells[i] for i in filled if i < len(r.cells))) for r in run]
    yield from (part_of(table) for table in tables_of(rows))
