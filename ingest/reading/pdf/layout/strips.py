"""Short columns and boxes beside the text: found by the white strip between them, read one after the other."""

from dataclasses import dataclass

from ingest.reading.pdf.drawn.glyphs import Glyph
from ingest.reading.pdf.layout.rows import Row, rows_of

_FEWEST = 3  # rows on each side
_STRIP = 8.0  # points of white between two columns
_PROSE = 12  # letters in a piece of running text
_NEXT = 2.0  # of the type size: how far below a column its next line may stand


@dataclass(frozen=True, slots=True)
class Strip:
    """A white strip at `x`, from base line `top` down to base line `low`."""

    x: float
    top: float
    low: float


def find_strip(glyphs: list[Glyph]) -> Strip | None:
    """The strip beside which the most rows stand; None where the page has but one column."""
    rows = rows_of(glyphs)
    found = [strip for x in _candidates(rows) if (strip := _along(rows, x)) is not None]
    return max(found, key=lambda s: s[1], default=(None, 0))[0]


def _candidates(rows: list[Row]) -> list[float]:
    """Where pieces begin."""
    starts = sorted(piece[0].x0 for row in rows for piece in row.pieces)
    kept: list[float] = []
    for x in starts:
        if not kept or x - kept[-1] > 4:
            kept.append(x)
    return [x - 2 for x in kept]


def _along(rows: list[Row], x: float) -> tuple[Strip, int] | None:
    """(the strip at `x` with the most rows beside it, how many there are)."""
    runs: list[list[Row]] = [[]]
    for row in rows:
        if any(p[0].x0 < x - 1 and p[-1].x1 > x + 1 for p in row.pieces):
            runs.append([])
        else:
            runs[-1].append(row)
    best: tuple[Strip, int] | None = None
    for run in runs:
        cut = _trimmed(run, x)
        if cut and _are_columns(cut, x) and (best is None or len(cut) > best[1]):
            best = (Strip(x, cut[0].y + 0.1, cut[-1].y - 0.1), len(cut))
    return best


def _trimmed(run: list[Row], x: float) -> list[Row]:
    """The rows from the first to the last with something to the right, and what goes on to the left below them."""
    right = [i for i, row in enumerate(run) if row.pieces[-1][0].x0 >= x]
    if not right:
        return []
    start, end = right[0], right[-1] + 1
    while start > 0 and run[start - 1].y - run[start].y < run[start].size:  # set on lines of its own, a little higher
        start -= 1
    while end < len(run) and run[end - 1].y - run[end].y < _NEXT * run[end].size:
        end += 1
    return run[start:end]


def _are_columns(rows: list[Row], x: float) -> bool:
    """True where running text stands on both sides, each side at an edge of its own, white between them."""
    left = [p for row in rows for p in row.pieces if p[-1].x1 < x]
    right = [p for row in rows for p in row.pieces if p[0].x0 >= x]
    if min(len(left), len(right)) < _FEWEST or any(len(row.pieces) > 2 for row in rows):
        return False
    if min(p[0].x0 for p in right) - max(p[-1].x1 for p in left) < _STRIP:
        return False
    return _is_prose(left) and _is_prose(right)


def _is_prose(pieces: list[list[Glyph]]) -> bool:
    wordy = sum(len(p) >= _PROSE and 2 * sum(g.char.isalpha() for g in p) > len(p) for p in pieces)
    edge = min(p[0].x0 for p in pieces)
    return wordy >= max(2, 0.5 * len(pieces)) and sum(p[0].x0 - edge < 14 for p in pieces) > 0.6 * len(pieces)
