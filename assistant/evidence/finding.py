"""A quote found again in a stream of letters, by its words alone."""

import re
from collections.abc import Iterator
from itertools import islice

from assistant.answer.quotes import CELL, GAP
from assistant.evidence.letters import Stream, folded, occurrences

Span = tuple[int, int]  # letters of a stream: first, and one past the last

_LONG = 48  # letters of a piece that can be found by its beginning and its end
_ENDS = (24, 12, 6)  # letters of those, tried in turn
_SHORT = 4  # fewer letters are found anywhere
_REACH = 600  # letters between two cells of a row
_SLACK = 400  # letters that may stand in between beginning and end, beside the piece itself
_LOOKED_AT = 200  # places where a row may begin


def find(stream: Stream, quote: str, page: int | None = None, until: str = "") -> list[Span]:
    """Where the quote stands, piece by piece, nearest to `page`; empty where it does not.

    Pieces are what ` … ` and ` · ` part. `until` is the quote's end, where `quote` is only its beginning.
    """
    if until:
        span = _between(stream, folded(quote), folded(until), _near(stream, page), reach=4000)
        return [span] if span else []
    near, found = _near(stream, page), []
    for group in quote.split(GAP):
        cells = [cell for cell in map(folded, group.split(CELL)) if cell]
        spans = _whole(stream, "".join(cells), near)
        if not spans and len(cells) > 1:
            spans = _row(stream, cells, near)
        if not spans:
            spans = [span for cell in cells for span in _whole(stream, cell, near) or _by_ends(stream, cell, near)]
        if spans:
            found += spans
            near = (spans[0][0], spans[-1][1])
    return sorted(found)


def shortened(quote: str, length: int) -> tuple[str, str]:
    """(the quote, "") where it is no longer than `length`, else its beginning and its end, each in whole words."""
    if len(quote) <= length or CELL in quote or GAP in quote:
        return quote, ""
    return re.sub(r"\s*\S*$", "", quote[: length * 2 // 3]), re.sub(r"^\S*\s*", "", quote[-length // 3 :])


def _near(stream: Stream, page: int | None) -> Span:
    return stream.page_range(page) if page is not None else (0, 0)


def _nearest(starts: Iterator[int], near: Span) -> int | None:
    """The place nearest to a range; in it, the first."""
    return min(starts, key=lambda at: max(near[0] - at, at - near[1], 0), default=None)


def _whole(stream: Stream, piece: str, near: Span) -> list[Span]:
    if len(piece) < _SHORT:
        return []
    at = _nearest(occurrences(stream.letters, piece), near)
    return [] if at is None else [(at, at + len(piece))]


def _by_ends(stream: Stream, piece: str, near: Span) -> list[Span]:
    """A long piece with something else in between (a footnote's mark, a call-out): from its beginning to its end."""
    for size in _ENDS if len(piece) >= _LONG else ():
        span = _between(stream, piece[:size], piece[-size:], near, reach=len(piece) + _SLACK, length=len(piece))
        if span:
            return [span]
    return []


def _between(stream: Stream, first: str, last: str, near: Span, *, reach: int, length: int = 0) -> Span | None:
    """From `first` to `last`, at most `reach` letters further on, as near to `length` letters as can be."""
    spans = (
        (at, end + len(last))
        for at in occurrences(stream.letters, first)
        for end in occurrences(stream.letters, last, at, at + reach)
    )
    return min(
        spans,
        key=lambda span: (max(near[0] - span[0], span[0] - near[1], 0), abs(span[1] - span[0] - length)),
        default=None,
    )


def _row(stream: Stream, cells: list[str], near: Span) -> list[Span]:
    """The cells of a table row, one after another, where they stand closest together."""
    rows = (
        row for at in islice(_by_distance(stream, cells[0], near), _LOOKED_AT) if (row := _row_at(stream, cells, at))
    )
    best = min(rows, key=lambda row: (not near[0] <= row[0][0] < near[1], row[-1][1] - row[0][0]), default=None)
    return best or []


def _by_distance(stream: Stream, cell: str, near: Span) -> list[int]:
    return sorted(occurrences(stream.letters, cell), key=lambda at: max(near[0] - at, at - near[1], 0))


def _row_at(stream: Stream, cells: list[str], at: int) -> list[Span]:
    row: list[Span] = []
    for cell in cells:
        start = stream.letters.find(cell, at, at + _REACH + len(cell))
        if start < 0:
            return []
        at = start + len(cell)
        row.append((start, at))
    return row
