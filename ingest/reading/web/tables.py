"""The cells of a web page's table, row by row, as they stand on its grid."""

from collections.abc import Callable
from typing import Any

from ingest.document import Row

_WIDEST = 200  # columns
_MOST = 50  # rows or columns that one cell spans
_Reaching = dict[int, tuple[int, str]]  # by column, cells over several rows: for how many more, and their text


def rows_of(table: Any, text_of: Callable[[Any], str]) -> list[Row]:
    """The rows that hold something; a cell over several rows has its text in each, one over columns in the first."""
    rows: list[Row] = []
    reaching: _Reaching = {}
    for row in table.iter("tr"):
        if next(row.iterancestors("table"), None) is table:
            cells, reaching = _cells(row, reaching, text_of)
            if any(cells):
                rows.append(Row(tuple(cells)))
    return rows


def _cells(row: Any, reaching: _Reaching, text_of: Callable[[Any], str]) -> tuple[list[str], _Reaching]:
    """(the row's cells, those that reach down from rows before among them; those that reach on)."""
    cells: list[str] = []
    on: _Reaching = {}
    for cell in [*row.iterchildren("td", "th"), None]:
        while len(cells) in reaching:
            down, text = reaching[len(cells)]
            if down > 1:
                on[len(cells)] = (down - 1, text)
            cells.append(text)
        if cell is None or len(cells) > _WIDEST:
            break
        down = _span(cell, "rowspan")
        for text in [text_of(cell)] + [""] * (_span(cell, "colspan") - 1):
            if down > 1:
                on[len(cells)] = (down - 1, text)
            cells.append(text)
    return cells, on


def _span(cell: Any, name: str) -> int:
    value = cell.get(name) or "1"
    return max(1, min(int(value[:4]), _MOST)) if value.isascii() and value.isdigit() else 1
