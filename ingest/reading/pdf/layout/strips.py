"""Short columns and boxes beside the text: found by the white strip between them, read one after the other."""

from dataclasses import dataclass, replace

from ingest.reading.pdf.drawn.glyphs import Glyph
from ingest.reading.pdf.layout.rows import Row, rows_of
from ingest.words.lists import marker_of

_FEWEST = 3  # rows on each side
_STRIP = 8.0  # points of white between two columns
_RUNNING = 0.3  # of the lines begin within a sentence
_INDENT = 3.5  # of the type size, from a marker to its words
_RANGED = 14.0  # points between the beginnings of lines at one edge
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
    rows = [replace(row, pieces=_with_markers(row.pieces)) for row in rows_of(glyphs)]
    found = [strip for x in _candidates(rows) if (strip := _along(rows, x)) is not None]
    return max(found, key=lambda s: s[1], default=(None, 0))[0]


def _with_markers(pieces: list[list[Glyph]]) -> list[list[Glyph]]:
    """The pieces, a bullet or number one with the words that it stands before."""
    out: list[list[Glyph]] = []
    for piece in pieces:
        near = bool(out) and piece[0].x0 - out[-1][-1].x1 < _INDENT * piece[0].size
        if near and _is_marker(out[-1]):
            out[-1] = out[-1] + piece
        else:
            out.append(piece)
    return out


def _is_marker(piece: list[Glyph]) -> bool:
    found = marker_of("".join(g.char for g in piece) + " x")
    return found is not None and found[1] == "x"


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
    sides = (
        [[p for p in row.pieces if p[-1].x1 < x] for row in rows],
        [[p for p in row.pieces if p[0].x0 >= x] for row in rows],
    )
    left, right = ([pieces for pieces in side if pieces] for side in sides)
    if min(len(left), len(right)) < _FEWEST:
        return False
    if min(pieces[0][0].x0 for pieces in right) - max(pieces[-1][-1].x1 for pieces in left) < _STRIP:
        return False
    several = any(len(pieces) > 1 for pieces in left + right)
    return all(_is_prose(side) and (not several or _runs_on(side)) for side in (left, right))


def _is_prose(lines: list[list[list[Glyph]]]) -> bool:
    pieces = [p for line in lines for p in line]
    wordy = sum(len(p) >= _PROSE and 2 * sum(g.char.isalpha() for g in p) > len(p) for p in pieces)
    starts = [line[0][0].x0 for line in lines]
    further = [x for x in starts if x - min(starts) >= _RANGED]  # points stand in from the text around them
    ranged = len(starts) - len(further) + max((sum(0 <= x - e < _RANGED for x in further) for e in further), default=0)
    return wordy >= max(2, 0.5 * len(pieces)) and ranged > 0.6 * len(starts)


def _runs_on(lines: list[list[list[Glyph]]]) -> bool:
    """True where sentences go on from line to line, as they do in three columns side by side, and not in a table."""
    return sum(p[0].char.islower() for line in lines for p in line) >= _RUNNING * sum(map(len, lines))
