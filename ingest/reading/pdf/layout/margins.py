"""Line numbers in the margin, as drafts and hearing papers have them: left out, or they cut every sentence."""

import itertools

from ingest.reading.pdf.drawn.glyphs import Glyph
from ingest.reading.pdf.layout.rows import Row, rows_of

_FEWEST = 6
_STEPS = (1, 2, 5, 10)
_ALIGNED = 4.0  # points


def without_line_numbers(glyphs: list[Glyph]) -> list[Glyph]:
    """The characters without a column of numbers that count the lines, outside the text."""
    rows = rows_of(glyphs)
    for at in (0, -1):
        gone = _numbers(rows, at)
        if gone:
            return [g for g in glyphs if id(g) not in gone]
    return glyphs


def _numbers(rows: list[Row], at: int) -> set[int]:
    """The digits of the numbers at the rows' left (`at` 0) or right (-1) ends, where these count the lines."""
    found = [(row, piece) for row in rows if _counts(piece := row.pieces[at])]
    values = [int("".join(g.char for g in piece)) for _, piece in found]
    steps = [b - a for a, b in itertools.pairwise(values)]
    if len(found) < _FEWEST or len(set(steps)) != 1 or steps[0] not in _STEPS:
        return set()
    ids = {id(g) for _, piece in found for g in piece}
    text = [p for row in rows for p in row.pieces if id(p[0]) not in ids]
    beside = [row for row, _ in found if len(row.pieces) > 1]
    if not text or any(len(row.pieces) > 2 for row in beside) or len(beside) < 0.6 * len(found):
        return set()
    even = min(_span([piece[0].x0 for _, piece in found]), _span([piece[-1].x1 for _, piece in found]))
    ends = [piece[-1].x1 if at == 0 else piece[0].x0 for _, piece in found]
    outside = max(ends) < min(p[0].x0 for p in text) if at == 0 else min(ends) > max(p[-1].x1 for p in text)
    running = sum(row.pieces[1 + at][0].char.islower() for row in beside)
    if not outside or even > _ALIGNED or running < 0.3 * len(beside):
        return set()
    return ids


def _span(values: list[float]) -> float:
    return max(values) - min(values)


def _counts(piece: list[Glyph]) -> bool:
    return len(piece) <= 4 and all(g.char in "0123456789" for g in piece)
