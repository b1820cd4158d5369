"""Rows of cells to a table: which rows are headings, what belongs to which column."""

import re
from dataclasses import replace

from assistant.models import PageMark
from ingest.document import Row, Table
from ingest.parts import Part, PartKind, shifted, without_repeats
from ingest.words.characters import squeezed

_YEAR = re.compile(r"(?:\d{1,2}\.\d{1,2}\.)?(?:19|20)\d\d(?:\s?[-–/]\s?(?:19|20)?\d\d)?\*{0,2}")
_NUMBER = re.compile(
    r"[-–−+]?\s?\d[\d\s.,:]*\s?(?:%|kr|prosent|mill\.?|mrd\.?)?\*{0,3}(?:\s?[(\[][-–−\d\s.,;%]+[)\]])?"
    r"|[-–−*]+|\.{1,3}|\(\d+\)"
)
JOINT = " › "
_DEEPEST = 3  # rows of column headings
_WIDEST = 200  # columns; what has more is no table that anybody reads


def is_year(cell: str) -> bool:
    """True for "2017", "31.12.2017" and "2015-2017"."""
    return bool(_YEAR.fullmatch(cell.strip()))


def is_value(cell: str) -> bool:
    """True for a number, a share or a mark that stands for one; false for a year, which may be a heading."""
    return bool(_NUMBER.fullmatch(cell.strip())) and not is_year(cell)


def is_heading_row(cells: tuple[str, ...]) -> bool:
    """True where the row reads as column headings: short words and years, no values."""
    filled = [c for c in cells if c]
    if not filled or any(is_value(c) for c in filled):
        return False
    if any(len(c) > 130 for c in filled):
        return False
    return len([c for c in cells[1:] if c]) > 0 or len(cells) == 1


def tables_of(rows: list[Row], bold_first: bool = False) -> list[Table]:
    """The rows (as many cells each as the widest has, up to 200) as one table, or more where new headings come.

    `bold_first` says that the first cell of the first row alone is bold, as where rows have headings and columns none.
    """
    width = min(_WIDEST, max(len(r.cells) for r in rows))
    rows = [replace(r, cells=r.cells[:width] + ("",) * (width - len(r.cells))) for r in rows]
    header: tuple[str, ...] = ("",) * width
    if not bold_first and is_heading_row(rows[0].cells) and len(rows) > 1:
        header, rows = _header(rows)
    tables: list[Table] = []
    current: list[Row] = []
    for row in rows:
        if row.cells == header:
            continue
        if any(header[1:]) and row.cells[1:] == header[1:]:
            tables.append(Table("", header, tuple(current)))
            header, current = row.cells, []
            continue
        current.append(row)
    tables.append(Table("", header, tuple(current)))
    return [t for t in tables if t.rows]


def _header(rows: list[Row]) -> tuple[tuple[str, ...], list[Row]]:
    """The column headings, up to three rows deep, and the rows that are left."""
    depth = 1
    while depth < _DEEPEST and depth < len(rows) - 1 and _goes_deeper(rows[depth - 1].cells, rows[depth].cells):
        depth += 1
    levels = [_spread(rows[k].cells) for k in range(depth - 1)]
    levels.append(rows[depth - 1].cells)
    columns = zip(*levels, strict=True)
    return tuple(JOINT.join(dict.fromkeys(c for c in column if c)) for column in columns), rows[depth:]


def _goes_deeper(above: tuple[str, ...], cells: tuple[str, ...]) -> bool:
    """True where `cells` are headings below those `above`: no label of their own, or columns that share one above."""
    if not any(cells[1:]) or not is_heading_row(("x", *cells[1:])):
        return False
    if not all(is_year(c) or len(c) < 40 for c in cells):
        return False
    if cells[0] in ("", above[0]):  # a label over both rows stands in each
        return True
    if above[0] or not any(above[1:]) or not all(cells[1:]):
        return False
    return not all(above[1:]) or len(set(cells[1:])) < len(cells[1:])


def _spread(cells: tuple[str, ...]) -> tuple[str, ...]:
    """The row with the text of a cell that spans columns in each of them, whether lines are drawn there or not."""
    spread = list(cells)
    for i in range(2, len(spread)):
        spread[i] = spread[i] or spread[i - 1]
    return tuple(spread)


def text_of(table: Table) -> str:
    """The table's rows, one a line, cells parted by " | "."""
    return "\n".join(r.text for r in table.rows)


def part_of(table: Table) -> Part:
    """The table as a part, with a mark at each row that begins on a new page."""
    marks: list[PageMark] = []
    offset = 0
    for row in table.rows:
        own = row.marks or (() if row.page is None else (PageMark(0, row.page),))
        marks += shifted(own, offset)
        offset += len(row.text) + 1
    return Part(PartKind.TABLE, text_of(table), without_repeats(tuple(marks)), table=table)


def continues(earlier: Table, later: Table) -> bool:
    """True where `later` goes on with `earlier`: the same headings again, or none and as many columns."""
    if len(earlier.header) != len(later.header):
        return False
    return not any(later.header) or [squeezed(c) for c in later.header] == [squeezed(c) for c in earlier.header]


def together(earlier: Table, later: Table) -> Table:
    """One table of two of which the second goes on with the first."""
    return replace(earlier, rows=earlier.rows + later.rows)
