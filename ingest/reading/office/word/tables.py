"""The cells of a Word table, row by row, as they stand on its grid."""

from collections.abc import Callable, Iterator
from typing import Any

from ingest.document import Row
from ingest.reading.office.word.styles import W

_WIDEST = 200  # columns; what spans more is damaged, or meant to be a trap


def rows_of(table: Any, text_of: Callable[[Any], str]) -> list[Row]:
    """The rows that hold something; a cell that goes on from the row above has its text again.

    A cell over several columns has its text in the first, the others are empty.
    """
    rows: list[Row] = []
    above: dict[int, str] = {}
    for row in _children(table, "tr"):
        if row.find(f"{W}trPr/{W}del") is not None:
            continue
        cells = [""] * _skipped(row)
        for cell in _children(row, "tc"):
            at = len(cells)
            text = text_of(cell)
            if _goes_on(cell):
                text = text or above.get(at, "")
            above[at] = text
            cells += [text] + [""] * (min(_span(cell), _WIDEST - at) - 1)
            if len(cells) >= _WIDEST:
                break
        if any(cells):
            rows.append(Row(tuple(cells)))
    return rows


def cells_of(table: Any) -> Iterator[Any]:
    """Every cell of the table, in reading order."""
    for row in _children(table, "tr"):
        if row.find(f"{W}trPr/{W}del") is None:
            yield from _children(row, "tc")


def _children(element: Any, name: str) -> Iterator[Any]:
    """Rows of a table or cells of a row, those in content controls and inserted ones among them."""
    for child in element:
        if child.tag == f"{W}{name}":
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}moveTo", f"{W}customXml"):
            yield from _children(child, name)


def _span(cell: Any) -> int:
    return max(1, _number(cell.find(f"{W}tcPr/{W}gridSpan"), 1))


def _skipped(row: Any) -> int:
    return min(_number(row.find(f"{W}trPr/{W}gridBefore"), 0), _WIDEST - 1)


def _number(element: Any, otherwise: int) -> int:
    value = (element.get(f"{W}val") or "") if element is not None else ""
    return min(int(value[:12]), _WIDEST) if value.isascii() and value.isdigit() else otherwise


def _goes_on(cell: Any) -> bool:
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    return merge is not None and merge.get(f"{W}val") != "restart"
