"""Headings over several columns of a table without upright lines: which columns they are over."""

import itertools
from statistics import median

from ingest.reading.pdf.drawn.glyphs import Glyph
from ingest.reading.pdf.layout.rows import Row
from ingest.tabular import is_value

CLOSE = 0.8  # of the usual step from row to row
_MOST_COLUMNS = 16  # below headings over several of them
_OFF_CENTRE = 0.2  # of the columns' width
_SURE = 0.3  # of the type size: how much farther off any other reading of the headings must be


def all_cells(rows: list[Row], columns: list[tuple[float, float]]) -> list[list[list[Glyph]]] | None:
    """The rows' characters by column, headings over several columns in each; None where it is not certain over which.

    A label alone, set between two rows of headings, and the first line of headings are one with the next row.
    """
    first = next(i for i, row in enumerate(rows) if len(row.pieces) == len(columns))
    usual = median([a.y - b.y for a, b in itertools.pairwise(rows)])
    out: list[list[list[Glyph]]] = []
    held: list[list[Glyph]] = [[] for _ in columns]
    for i, row in enumerate(rows):
        cells = _cells(row, columns)
        own = row.spread(0)[0] <= columns[0][1]  # a label of the row's own, before what may span columns
        heads = Row(row.y, row.size, row.pieces[own:])
        if i < first and (_goes_on(cells, _cells(rows[i + 1], columns), row.y - rows[i + 1].y < CLOSE * usual)):
            held = [a + b for a, b in zip(held, cells, strict=True)]
            out.append([[] for _ in columns])
            continue
        if i < first and 0 < len(heads.pieces) < len(columns) - 1:
            below = next(r for r in rows[i + 1 :] if len(r.pieces) > 1)
            spread = _spanning(heads, columns, [said(cell) for cell in _cells(below, columns)])
            if spread is None:
                return None
            cells = [cells[0], *spread[1:]] if own else spread
        if any(cells[1:]):
            cells = [a + b for a, b in zip(held, cells, strict=True)]
            held = [[] for _ in columns]
        out.append(cells)
    return out


def _goes_on(cells: list[list[Glyph]], below: list[list[Glyph]], close: bool) -> bool:
    """True for a label alone, and for the first line of headings that go on in the row below."""
    if not any(cells[1:]):
        return True
    pairs = [(a, b) for a, b in zip(cells, below, strict=True) if a]
    return all(b and (close or b[0].char.islower()) for _, b in pairs)


def _spanning(row: Row, columns: list[tuple[float, float]], below: list[str]) -> list[list[Glyph]] | None:
    """Headings over several columns, in each of them; None where it is not certain which are whose.

    All are set alike: centred over their columns, or at the left or the right edge of them. No two columns of one
    heading have the same words `below` it.
    """
    if edges := _repeating(row, columns, below):
        return _over(row, columns, edges)
    found: list[tuple[int, float, tuple[int, ...]]] = []
    if len(columns) > _MOST_COLUMNS:
        return None
    for edges in itertools.combinations(range(1, len(columns) + 1), len(row.pieces) + 1):
        spans = list(itertools.pairwise(edges))
        if all(_differ(below[a:b]) for a, b in spans):
            places = [(columns[a][0], columns[b - 1][1]) for a, b in spans]
            off = _off(row, places)
            if off is not None:
                found.append((len(columns) - (edges[-1] - edges[0]), off, edges))
    best = min(found, default=None)
    if best is None or any(f is not best and f[0] == best[0] and f[1] < best[1] + _SURE * row.size for f in found):
        return None
    return _over(row, columns, best[2])


def _over(row: Row, columns: list[tuple[float, float]], edges: tuple[int, ...]) -> list[list[Glyph]]:
    """The headings in each of the columns that they are over."""
    cells: list[list[Glyph]] = [[] for _ in columns]
    for piece, (a, b) in zip(row.pieces, itertools.pairwise(edges), strict=True):
        for c in range(a, b):
            cells[c] = list(piece)
    return cells


def _repeating(row: Row, columns: list[tuple[float, float]], below: list[str]) -> tuple[int, ...]:
    """Where each heading's columns begin, and where the last one's end, where the same names stand below each."""
    count, heads = len(columns) - 1, len(row.pieces)
    names = below[1 : 1 + count // heads]
    if count % heads or below[1:] != names * heads or not all(names) or not _differ(names):
        return ()
    edges = tuple(range(1, count + 2, len(names)))
    for k, (a, b) in enumerate(itertools.pairwise(edges)):
        if not columns[a][0] <= sum(row.spread(k)) / 2 <= columns[b - 1][1]:
            return ()
    return edges


def _differ(names: list[str]) -> bool:
    """True where no two columns bear the same name; values and empty cells are no names."""
    told = [name for name in names if name and not is_value(name)]
    return len(set(told)) == len(told)


def _off(row: Row, places: list[tuple[float, float]]) -> float | None:
    """How far the headings stand off the places where they are meant to, at most; None where that is too far."""
    spreads = [row.spread(k) for k in range(len(row.pieces))]
    pairs = list(zip(spreads, places, strict=True))
    if any(x1 < left or x0 > right for (x0, x1), (left, right) in pairs):
        return None
    centred = max(abs(x0 + x1 - left - right) / 2 for (x0, x1), (left, right) in pairs)
    edges = [max(abs(s[k] - p[k]) for s, p in pairs) for k in (0, 1)]
    fits = [off for off in edges if off < row.size]
    if all(abs(x0 + x1 - left - right) < 2 * _OFF_CENTRE * (right - left) for (x0, x1), (left, right) in pairs):
        fits.append(centred)
    return min(fits, default=None)


def _cells(row: Row, columns: list[tuple[float, float]]) -> list[list[Glyph]]:
    """The row's characters by column; a piece over several columns stands in the first of them."""
    cells: list[list[Glyph]] = [[] for _ in columns]
    for piece in row.pieces:
        x0, x1 = piece[0].x0, piece[-1].x1
        over = [k for k, (left, right) in enumerate(columns) if x0 < right and x1 > left]
        nearest = min(range(len(columns)), key=lambda k: abs(sum(columns[k]) / 2 - (x0 + x1) / 2))
        cells[over[0] if over else nearest] += piece
    return cells


def said(piece: list[Glyph]) -> str:
    """The characters of a piece as words."""
    out = ""
    for i, g in enumerate(piece):
        out += (" " if i and g.x0 - piece[i - 1].x1 > 0.15 * g.size else "") + g.char
    return out
