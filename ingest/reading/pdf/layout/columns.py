"""The order in which a page is read: columns one after the other, full-width lines between them."""

from ingest.reading.pdf.drawn.glyphs import Glyph
from ingest.reading.pdf.layout.lines import Line, lines_of
from ingest.reading.pdf.layout.strips import find_strip

_FEWEST = 6  # lines on each side before a gutter is believed
_GUTTER = 7.0  # points
_DEEPEST = 4  # columns within columns, and above and below one another


def ordered_lines(glyphs: list[Glyph], page: int) -> list[Line]:
    """The lines of the page in reading order."""
    return _columns(glyphs, page) or _beside(glyphs, page)


def is_one_column(glyphs: list[Glyph]) -> bool:
    """Whether no white strip is found between columns, on the whole page or a part of it."""
    return find_gutter(glyphs) is None and find_strip(glyphs) is None


def _columns(glyphs: list[Glyph], page: int, depth: int = 0) -> list[Line]:
    """The lines of a page in columns, each of which may hold columns itself; none where there is but one."""
    gutter = find_gutter(glyphs) if depth < _DEEPEST else None
    if gutter is None:
        return []
    left, right, across = _sides(glyphs, gutter)
    columns = [_columns(side, page, depth + 1) or lines_of(side, page) for side in (left, right)]
    return _bands(lines_of(across, page), columns)


def _beside(glyphs: list[Glyph], page: int, depth: int = 0) -> list[Line]:
    """The lines where columns stand on part of the page alone: what is above them, left, right, what is below."""
    strip = find_strip(glyphs) if depth < _DEEPEST else None
    if strip is None:
        return lines_of(glyphs, page)
    sides: list[list[Glyph]] = [[], [], [], []]
    for g in glyphs:
        if g.char == "\n":
            for side in sides:
                if side and side[-1].char != "\n":
                    side.append(g)
            continue
        middle = g.y + 0.3 * g.size
        above, below = g.y > strip.top and middle > strip.top, middle < strip.low
        side = sides[0 if above else 3 if below else 1 if g.x0 < strip.x else 2]
        if side or not g.char.isspace():
            side.append(g)
    return [line for side in sides if side for line in _beside(side, page, depth + 1)]


def find_gutter(glyphs: list[Glyph]) -> float | None:
    """The middle of the white strip between two columns; None where the page has but one."""
    inked = [g for g in glyphs if not g.char.isspace() and g.y > -50_000]
    if len(inked) < 200:
        return None
    left, right = min(g.x0 for g in inked), max(g.x1 for g in inked)
    rows: dict[int, list[Glyph]] = {}
    for g in inked:
        rows.setdefault(round(g.y / 3), []).append(g)
    best: tuple[int, float] | None = None
    width = right - left
    for step in range(30, 71, 2):
        x = left + width * step / 100
        clear = [r for r in rows.values() if not any(g.x1 > x - _GUTTER / 2 and g.x0 < x + _GUTTER / 2 for g in r)]
        both = [r for r in clear if _filled(r, x, left, right)]
        lefts = sum(1 for r in clear if _side(r, x, left) > 0.5)
        rights = sum(1 for r in clear if _side(r, x, right) > 0.5)
        if len(clear) < 0.75 * len(rows) or min(lefts, rights) < _FEWEST or len(both) < _FEWEST / 2:
            continue
        if best is None or len(clear) > best[0]:
            best = (len(clear), x)
    return best[1] if best else None


def _side(row: list[Glyph], x: float, edge: float) -> float:
    """How much of the column between the gutter `x` and the page's `edge` the row fills, 0 to 1."""
    mine = [g for g in row if (g.x1 <= x) == (edge < x)]
    return sum(g.x1 - g.x0 for g in mine) / max(1.0, abs(edge - x)) if mine else 0.0


def _filled(row: list[Glyph], x: float, left: float, right: float) -> bool:
    return _side(row, x, left) > 0.5 and _side(row, x, right) > 0.5


def _sides(glyphs: list[Glyph], gutter: float) -> tuple[list[Glyph], list[Glyph], list[Glyph]]:
    """The glyphs of the left column, of the right one, and of the lines that run across both."""
    crossing = {round(g.y / 3) for g in glyphs if g.x0 < gutter - 1 and g.x1 > gutter + 1 and not g.char.isspace()}
    near = {y + d for y in crossing for d in (-1, 0, 1)}
    sides: tuple[list[Glyph], list[Glyph], list[Glyph]] = ([], [], [])
    for g in glyphs:
        if g.char == "\n":
            for side in sides:
                if side and side[-1].char != "\n":
                    side.append(g)
        elif round(g.y / 3) in near and g.y > -50_000:
            sides[2].append(g)
        elif not g.char.isspace() or sides[0 if g.x0 < gutter else 1]:
            sides[0 if g.x0 < gutter else 1].append(g)
    return sides


def _bands(full: list[Line], columns: list[list[Line]]) -> list[Line]:
    """Between full-width lines first the left column, then the right."""
    out: list[Line] = []
    edges = [line.y for line in full] + [float("-inf")]
    top = float("inf")
    for i, edge in enumerate(edges):
        for column in columns:
            out += [line for line in column if edge < line.y <= top]
        if i < len(full):
            out.append(full[i])
        top = edge
    return out
