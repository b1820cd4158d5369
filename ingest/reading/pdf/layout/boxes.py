"""Small boxes beside the text, too short for a column: what stands in one is read by itself, after the text."""

from ingest.reading.pdf.drawn.glyphs import Glyph
from ingest.reading.pdf.drawn.shapes import Place, Shape, turned
from ingest.reading.pdf.layout.columns import is_one_column, ordered_lines
from ingest.reading.pdf.layout.lines import Line
from ingest.reading.pdf.layout.rows import rows_of

_SMALLEST = (60.0, 24.0)  # points
_WIDEST = 0.6  # of the text
_MOST = 12  # boxes; a page of them is a pattern or a chart
_FEWEST_LETTERS = 12
_BESIDE = 2  # lines


def take_boxes(
    glyphs: list[Glyph], shapes: list[Shape], turn: int, charts: list[Place], page: int
) -> tuple[list[list[Line]], list[Glyph]]:
    """The lines of each box that has text beside it, and the characters in none."""
    inked = [g for g in glyphs if not g.char.isspace() and g.y > -50_000]
    places = [turned(s.place, turn) for s in shapes if s.simple and not s.picture]
    width = max((g.x1 for g in inked), default=0.0) - min((g.x0 for g in inked), default=0.0)
    boxes = {p for p in places if p.width >= _SMALLEST[0] and p.height >= _SMALLEST[1] and p.width < _WIDEST * width}
    if not 0 < len(boxes) <= _MOST or not is_one_column(glyphs):
        return [], glyphs
    found: list[list[Line]] = []
    for box in sorted(boxes, key=lambda p: (-p.y1, p.x0)):
        if not _is_set_beside(box, [g for g in glyphs if not g.char.isspace() and g.y > -50_000], charts):
            continue
        inside = [g for g in glyphs if g.char == "\n" or _holds(box, g)]
        found.append(ordered_lines(inside, page))
        glyphs = [g for g in glyphs if g.char == "\n" or not _holds(box, g)]
    return found, glyphs


def set_in(lines: list[Line], boxes: list[list[Line]]) -> list[Line]:
    """The lines with those of the boxes, each behind the paragraph that ends beside or below it."""
    out = list(lines)
    for box in boxes:
        low = min(line.y for line in box)
        ends = (i for i, line in enumerate(out) if i and line.y < low and out[i - 1].text[-1:] in ".:?!")
        at = next(ends, len(out))
        out[at:at] = box
    return out


def _holds(box: Place, g: Glyph) -> bool:
    return box.holds((g.x0 + g.x1) / 2, g.y + 0.2 * g.size)


def _is_set_beside(box: Place, inked: list[Glyph], charts: list[Place]) -> bool:
    """True where words stand in the box, none across its edges, and lines of the text beside it."""
    inside = [g for g in inked if _holds(box, g)]
    if sum(g.char.isalpha() for g in inside) < _FEWEST_LETTERS or any(_meet(box, chart) for chart in charts):
        return False
    if min(g.x0 for g in inside) < box.x0 or max(g.x1 for g in inside) > box.x1 or len(rows_of(inside)) < _BESIDE:
        return False
    beside = [g for g in inked if box.y0 <= g.y <= box.y1 and not _holds(box, g)]
    return len(beside) > _FEWEST_LETTERS * _BESIDE and len(rows_of(beside)) >= _BESIDE


def _meet(a: Place, b: Place) -> bool:
    return a.x0 < b.x1 and b.x0 < a.x1 and a.y0 < b.y1 and b.y0 < a.y1
