"""Which of the grids on a page are tables: not the pattern of a design, and not the gridlines and bars of a chart."""

import itertools
import re
from dataclasses import replace

from ingest.reading.pdf.drawn.glyphs import Glyph
from ingest.reading.pdf.grids.rules import Grid, Rule
from ingest.tabular import is_value

_FEW = 2  # words cut by a line may be letters that run over in a real table
_SHARE = 0.04
_ALONE = 0.12  # where but one word is cut, it must be a larger share
_FEWEST_TICKS, _FEWEST_BARE = 3, 5
_SPACE, _FEWEST_OVER = 0.4, 3  # of the type size; lines
_LONGEST = 60  # words in a cell of a table that is but one row
_TICKS = re.compile(r"\b\d+\s?%(?:\s+\d+\s?%){3,}(?!\S)")
_LETTER = re.compile(r"[^\W\d_]{2,}")


def believed(grids: list[Grid], glyphs: list[Glyph]) -> list[Grid]:
    """The grids that hold a table's words, each in its own cell."""
    held: list[list[list[Glyph]]] = [[] for _ in grids]
    for word in _words(glyphs):
        middle, y = (word[0].x0 + word[-1].x1) / 2, word[0].y + 0.2 * word[0].size
        inside = next((i for i, g in enumerate(grids) if g.holds(middle, y)), None)
        if inside is not None:
            held[inside].append(word)
    return [grid for grid, words in zip(grids, held, strict=True) if _is_table(grid, words)]


def without_stripes(grids: list[Grid], glyphs: list[Glyph]) -> list[Grid]:
    """The grids without shaded rows that are filled cell by cell, each of which alone seems a grid of a row or two."""
    if len(grids) < 2:
        return grids
    striped: set[int] = set()
    words = _words(glyphs)
    for (i, upper), (k, lower) in itertools.combinations(enumerate(grids), 2):
        apart = upper.ys[-1] - lower.ys[0]
        alike = len(upper.xs) == len(lower.xs) and all(abs(x - y) < 2 for x, y in zip(upper.xs, lower.xs, strict=True))
        if alike and 0.5 < apart / (lower.ys[0] - lower.ys[1]) < 3 and _goes_between(upper, lower, words):
            striped |= {i, k}
    return [grid for i, grid in enumerate(grids) if i not in striped]


def _goes_between(upper: Grid, lower: Grid, words: list[list[Glyph]]) -> bool:
    """True where what stands between the two is a row (or more) in the same columns."""
    gap = replace(
        upper, ys=(upper.ys[-1], lower.ys[0]), uprights=tuple(Rule(x, lower.ys[0], x, upper.ys[-1]) for x in upper.xs)
    )
    between = [word for word in words if gap.holds(word[0].x0, word[0].y)]
    places = [(_place(gap, word[0]), _place(gap, word[-1])) for word in between]
    return len({first for first, _ in places}) > 1 and all(first == last for first, last in places)


def _words(glyphs: list[Glyph]) -> list[list[Glyph]]:
    words: list[list[Glyph]] = [[]]
    for g in glyphs:
        last = words[-1][-1] if words[-1] else None
        if g.char.isspace():
            words.append([])
        elif last is None or (abs(g.y - last.y) < 0.1 * g.size and -0.5 * g.size < g.x0 - last.x1 < 0.22 * g.size):
            words[-1].append(g)
        else:
            words.append([g])
    return [w for w in words if w]


def _is_table(grid: Grid, words: list[list[Glyph]]) -> bool:
    if not words:
        return False
    cells: dict[tuple[int, int], list[str]] = {}
    cut = 0
    for word in words:
        first, last = _place(grid, word[0]), _place(grid, word[-1])
        cut += first != last
        cells.setdefault(first, []).append("".join(g.char for g in word))
    if (cut >= _FEW and cut > _SHARE * len(words)) or cut > _ALONE * len(words):
        return False
    if _runs_across(grid, words):
        return False
    texts = {place: " ".join(said) for place, said in cells.items()}
    if any(map(_is_axis, texts.values())):
        return False
    columns, rows = {c for _, c in texts}, {r for r, _ in texts}
    if len(columns) < 2 or not (grid.open_top or _names_values(texts)):
        return False
    wide = len(grid.xs) - 1
    if wide >= 4 and len(columns) < wide / 2:
        return False
    if (len(rows) == 1 or not grid.open_top) and not any(_LETTER.search(text) for text in texts.values()):
        return False
    if len(rows) > 1 or grid.open_top or grid.open_bottom:
        return True
    return not all(map(_is_share, texts.values())) and max(len(t.split()) for t in texts.values()) < _LONGEST


def _runs_across(grid: Grid, words: list[list[Glyph]]) -> bool:
    """True where lines of text run on over the grid's upright lines, words a space apart: tiles behind a text."""
    ordered = sorted(words, key=lambda word: (-round(word[0].y), word[0].x0))
    over = total = 0
    for a, b in itertools.pairwise(ordered):
        (row, left), (below, right) = _place(grid, a[0]), _place(grid, b[0])
        if abs(a[0].y - b[0].y) < 1 and row == below and left != right:
            total += 1
            over += b[0].x0 - a[-1].x1 < _SPACE * a[-1].size
    return over >= _FEWEST_OVER and 2 * over > total


def _names_values(texts: dict[tuple[int, int], str]) -> bool:
    """True where values have a name: at their row's beginning, or in a row above that names more than one column."""
    rows: dict[int, list[str]] = {}
    for (row, _), text in sorted(texts.items()):
        rows.setdefault(row, []).append(text)
    first = next((cells for cells in rows.values() if len(cells) > 1), [])
    return first == next(iter(rows.values())) or not all(map(is_value, first))


def _is_axis(text: str) -> bool:
    """True for the ticks of a chart: numbers in even steps, three with percent signs or five without."""
    if (ticks := _TICKS.search(text)) is not None and ticks.group() != text:
        return _is_axis(ticks.group())
    numbers = [int(n) for n in re.findall(r"\d+", text)]
    if len(numbers) < _FEWEST_TICKS or re.search(r"[^\d\s%]", text):
        return False
    if text.count("%") < len(numbers) - 1 and len(numbers) < _FEWEST_BARE:
        return False  # "5 160 315" is one number
    return numbers[1] != numbers[0] and len({b - a for a, b in itertools.pairwise(numbers)}) == 1


def _place(grid: Grid, glyph: Glyph) -> tuple[int, int]:
    return grid.cell((glyph.x0 + glyph.x1) / 2, glyph.y + 0.2 * glyph.size)


def _is_share(text: str) -> bool:
    """True for a value, alone or with a word or two ("Ja 29 %"), as in the parts of a bar."""
    return any(is_value(token) for token in text.split()) and len(text.split()) <= 4
