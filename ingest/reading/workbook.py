"""Excel files (.xlsx), by openpyxl: every sheet that is shown, its rows as a table."""

import io
from collections.abc import Iterator
from datetime import date
from typing import Any

from assistant.errors import ReadError
from ingest.document import Row
from ingest.metadata import Properties
from ingest.reading.archive import opened, transitional
from ingest.reading.characters import tidy
from ingest.reading.parts import Part, PartKind
from ingest.reading.sources import Source
from ingest.reading.tabular import part_of, tables_of

_MOST_ROWS = 20_000
_MOST_COLUMNS = 200


def read_workbook(data: bytes) -> Source:
    """The sheets of an Excel file. Raises ReadError where it is none."""
    from openpyxl import load_workbook

    with opened(data, "an Excel file") as archive:
        if not any(name.startswith("xl/") for name in archive.namelist()):
            raise ReadError("not an Excel file in spite of its name")
    try:
        book = load_workbook(io.BytesIO(transitional(data)), data_only=True)
    except Exception as error:
        raise ReadError("not an Excel file in spite of its name, or damaged") from error
    parts: list[Part] = []
    warnings: list[str] = []
    for sheet in book.worksheets:
        if sheet.sheet_state == "visible":
            parts += _sheet(sheet)
            if sheet.max_row > _MOST_ROWS:
                warnings.append(f"sheet {sheet.title}: only the first {_MOST_ROWS} rows were read")
    told = book.properties
    year = told.created.year if told.created else None
    return Source(parts, properties=Properties(told.title or "", told.creator or "", year), warnings=warnings)


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
    hidden = {name for name, column in sheet.column_dimensions.items() if column.hidden}
    for cells in sheet.iter_rows(max_row=min(sheet.max_row, _MOST_ROWS), max_col=min(sheet.max_column, _MOST_COLUMNS)):
        number = next((cell.row for cell in cells), 0)
        if sheet.row_dimensions[number].hidden:
            continue
        yield tuple(_shown(cell) for cell in cells if getattr(cell, "column_letter", "") not in hidden)


def _table(run: list[Row]) -> Iterator[Part]:
    if not run:
        return
    filled = [i for i in range(max(len(r.cells) for r in run)) if any(r.cells[i : i + 1] != ("",) for r in run)]
    rows = [Row(tuple(r.cells[i] for i in filled if i < len(r.cells))) for r in run]
    yield from (part_of(table) for table in tables_of(rows))


def _shown(cell: Any) -> str:
    """The value as the sheet shows it, as far as that is certain: shares as per cent, dates in figures."""
    value = cell.value
    if value is None or isinstance(value, bool):
        return "" if value is None else ("ja" if value else "nei")
    if isinstance(value, date):
        return f"{value.day:02}.{value.month:02}.{value.year}"
    if isinstance(value, (int, float)):
        return _number(value, cell.number_format or "")
    return tidy(str(value))


def _number(value: int | float, form: str) -> str:
    places = len(form.partition(".")[2].split("%")[0].rstrip("_);- ")) if "." in form else None
    if "%" in form:
        return f"{value * 100:.{places or 0}f} %".replace(".", ",")
    if places is not None and set(form.partition(".")[2][:places]) <= set("0#"):
        return f"{value:.{places}f}".replace(".", ",")
    return f"{value:g}".replace(".", ",") if abs(value) < 1e6 and value != int(value) else f"{value:.0f}"
