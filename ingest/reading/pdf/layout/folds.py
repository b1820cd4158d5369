"""Two pages side by side on one, as handouts are printed: where they meet, and what stands on each."""

from ingest.reading.pdf.drawn.glyphs import Glyph
from ingest.reading.pdf.drawn.shapes import Place, Shape
from ingest.reading.pdf.layout.rows import rows_of

_WIDE = 1.2  # times as wide as high
_STRIP = 16.0  # points of white between the two
_FEWEST = 3  # lines of running text on each
_LONG = 24  # letters
_BACKGROUND = 0.8  # of the page


def fold_of(glyphs: list[Glyph], shapes: list[Shape], paper: Place) -> float | None:
    """The middle of a page on whose halves running text stands, and nothing across them; None for any other."""
    if paper.width < _WIDE * paper.height:
        return None
    fold = (paper.x0 + paper.x1) / 2
    low, high = fold - _STRIP / 2, fold + _STRIP / 2
    if any(g.x0 < high and g.x1 > low for g in glyphs if not g.char.isspace()):
        return None
    if any(s.place.x0 < low and s.place.x1 > high and s.place.width < _BACKGROUND * paper.width for s in shapes):
        return None
    long = [piece for row in rows_of(glyphs) for piece in row.pieces if len(piece) >= _LONG]
    left = sum(piece[0].x0 < fold for piece in long)
    return fold if min(left, len(long) - left) >= _FEWEST else None


def sides_of(glyphs: list[Glyph], shapes: list[Shape], fold: float) -> list[tuple[list[Glyph], list[Shape]]]:
    """What stands on the left of the two and on the right; line breaks and what lies behind both go with each."""
    return [
        (
            [g for g in glyphs if g.char == "\n" or (g.x0 < fold) == left],
            [s for s in shapes if (s.place.x0 < fold if left else s.place.x1 > fold)],
        )
        for left in (True, False)
    ]
