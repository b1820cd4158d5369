"""The cells of a ruled grid filled with a page's characters, and tables cut by a page end put together."""

import re
from dataclasses import dataclass, field

from assistant.models import PageMark
from ingest.document import Row
from ingest.parts import Part, PartKind, without_repeats
from ingest.reading.pdf.drawn.glyphs import Glyph
from ingest.reading.pdf.grids.rules import Grid
from ingest.reading.pdf.layout.lines import Line, lines_of
from ingest.tabular import is_value, part_of, tables_of
from ingest.words.characters import tidy
from ingest.words.hyphens import Joiner
from ingest.words.inline import plain
from ingest.words.notes import without_notes

_SENTENCE = 8  # words


@dataclass(slots=True)
class Draft:
    """A table on one page: for each row its cells, each a list of lines."""

    rows: list[list[list[Line]]]
    page: int
    top: float
    left: float
    open_top: bool = False
    open_bottom: bool = False
    more: list["Draft"] = field(default_factory=list)


def take_tables(glyphs: list[Glyph], grids: list[Grid], page: int) -> tuple[list[Draft], list[Glyph]]:
    """The tables on a page, and the characters that stand in none."""
    held: list[dict[tuple[int, int], list[Glyph]]] = [{} for _ in grids]
    left: list[Glyph] = []
    last: int | None = None
    for glyph in glyphs:
        if glyph.char == "\n":
            left.append(glyph)
            for cells in held if last is not None else []:
                for cell in cells.values():
                    if cell[-1].char != "\n":
                        cell.append(glyph)
            last = None
            continue
        middle = (glyph.x0 + glyph.x1) / 2
        inside = next((i for i, g in enumerate(grids) if g.holds(middle, glyph.y + 0.2 * glyph.size)), None)
        if inside is None:
            left.append(glyph)
            continue
        place = grids[inside].cell(middle, glyph.y + 0.2 * glyph.size)
        held[inside].setdefault(place, []).append(glyph)
        last = inside
    drafts = [d for g, cells in zip(grids, held, strict=True) if (d := _draft(g, cells, page)) is not None]
    return drafts, left


def _draft(grid: Grid, cells: dict[tuple[int, int], list[Glyph]], page: int) -> Draft | None:
    rows = [[lines_of(cells.get((r, c), []), page) for c in range(len(grid.xs) - 1)] for r in range(len(grid.ys) - 1)]
    if not any(any(row) for row in rows):
        return None
    rows = [part for row in rows for part in _unruled(row)]
    return Draft(rows, page, grid.ys[0], grid.xs[0], grid.open_top, grid.open_bottom)


def _unruled(row: list[list[Line]]) -> list[list[list[Line]]]:
    """The row as it is, or in as many as its cells have lines, where no line is drawn between rows of values."""
    count = len(row[0])
    if count < 2 or len(row) < 2 or any(len(cell) != count for cell in row):
        return [row]
    level = all(abs(line.y - first.y) < 2 for cell in row for line, first in zip(cell, row[0], strict=True))
    labels = all(line.text[:1].isalnum() and not line.text[:1].islower() for line in row[0])
    if level and labels and all(is_value(line.text) for cell in row[1:] for line in cell):
        return [[[cell[i]] for cell in row] for i in range(count)]
    return [row]


def goes_on(earlier: Draft, later: Draft) -> bool:
    """True where `later`, the first thing on its page, is the rest of `earlier`, the last thing on the page before."""
    end = earlier.more[-1] if earlier.more else earlier
    if later.page != end.page + 1 or not end.rows or not later.rows:
        return False
    return end.open_bottom and later.open_top and len(end.rows[0]) == len(later.rows[0])


def parts_of(draft: Draft, joiner: Joiner) -> list[Part]:
    """The table (with its rest on later pages) as parts; more than one where new headings come in between."""
    rows = [(row, draft.page) for row in draft.rows]
    for more in draft.more:
        following = [(row, more.page) for row in more.rows]
        if rows and more.open_top:
            cut, page = rows.pop()
            rest, _ = following.pop(0)
            rows.append(([a + b for a, b in zip(cut, rest, strict=True)], page))
        rows += following
    filled = [(row, page) for row, page in rows if any(row)]
    if not filled:
        return []
    bold_first = _bold_first(filled[0][0])
    found = [_row(row, page, joiner) for row, page in filled]
    if len(found) == 1 and _are_boxes(found[0].cells):
        return [Part(PartKind.TEXT, text, (PageMark(0, draft.page),)) for text in found[0].cells if text]
    return [part_of(table) for table in tables_of(found, bold_first)]


def _are_boxes(cells: tuple[str, ...]) -> bool:
    """True where every cell holds a sentence: boxes side by side."""
    said = [text for text in cells if text]
    return all(text.endswith(".") and len(text.split()) >= _SENTENCE for text in said)


def _row(cells: list[list[Line]], page: int, joiner: Joiner) -> Row:
    """The row with its cells' texts, and marks where a cell goes on over the page end."""
    texts: list[str] = []
    marks: list[PageMark] = []
    offset = 0
    for cell in cells:
        lines = _without_marks(cell)
        text = _cell(lines, joiner)
        first = [line for line in lines if line.page == page]
        if lines:
            marks.append(PageMark(offset, lines[0].page))
        if first and len(first) < len(lines):
            marks.append(PageMark(offset + len(_cell(first, joiner)), lines[len(first)].page))
        texts.append(text)
        offset += len(text) + 3
    kept = without_repeats(tuple(marks))
    return Row(tuple(texts), page, kept if len(kept) > 1 else ())


def _without_marks(lines: list[Line]) -> list[Line]:
    """The lines of a cell without footnote marks that a narrow column set on a line of their own."""
    size = max((line.size for line in lines), default=0.0)
    return [line for line in lines if line.size > 0.9 * size or not re.fullmatch(r"[\d*]{1,3}", line.text)]


def _cell(lines: list[Line], joiner: Joiner) -> str:
    return without_notes(tidy(plain(joiner.join(f"{line.bullet} {line.text}".strip() for line in lines))))


def _bold_first(row: list[list[Line]]) -> bool:
    strong = [bool(cell) and cell[0].strong for cell in row]
    return strong[0] and not any(strong[1:]) and any(row[1:])
