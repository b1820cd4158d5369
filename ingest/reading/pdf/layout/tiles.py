"""Figures in large type side by side, each with its words below it: read one after the other, not across."""

from dataclasses import dataclass, field, replace

from ingest.reading.pdf.drawn.glyphs import Glyph
from ingest.reading.pdf.layout.lines import Line, lines_of
from ingest.reading.pdf.layout.rows import Row, rows_of

_LARGER = 1.4  # times the type of the words
_LONGEST = 12  # characters of a figure
_MOST_ROWS = 5
_GAP = 0.55  # of the type size, between two figures
_APART = 1.9  # times the type size, between two rows of words


@dataclass(slots=True)
class _Tile:
    """A figure and the rows of words below it."""

    figure: list[Glyph]
    words: list[list[Glyph]] = field(default_factory=list)


def take_tiles(glyphs: list[Glyph], page: int) -> tuple[list[Line], list[Glyph]]:
    """The lines of such figures, each figure in one line with its first words, and the characters of all else."""
    rows = rows_of(glyphs)
    lines: list[Line] = []
    taken: set[int] = set()
    for i, row in enumerate(rows):
        tiles = _tiles(_parted(row), rows[i + 1 : i + 1 + _MOST_ROWS])
        if not tiles or taken.intersection(id(g) for g in row.pieces[0]):
            continue
        for tile in tiles:
            taken.update(id(g) for piece in (tile.figure, *tile.words) for g in piece)
            lines += _told(tile, page)
    return lines, [g for g in glyphs if id(g) not in taken] if taken else glyphs


def _tiles(row: Row, below: list[Row]) -> list[_Tile]:
    """The figures of the row with the words below them; none where it is no such row."""
    if len(row.pieces) < 2 or not below or not all(map(_is_figure, row.pieces)):
        return []
    tiles = [_Tile(piece) for piece in row.pieces]
    last = row
    for other in below:
        far = _APART * (row.size if last is row else other.size)
        under = [_figures_over(piece, row) for piece in other.pieces]
        if other.size * _LARGER > row.size or last.y - other.y > far or any(len(over) > 1 for over in under):
            break
        for piece, over in zip(other.pieces, under, strict=True):
            tiles[over[0]].words.append(piece)
        last = other
    return tiles if all(any(g.char.isalpha() for p in t.words for g in p) for t in tiles) else []


def _parted(row: Row) -> Row:
    """The row cut where a gap is wider than a space: figures in large type stand closer than columns do."""
    pieces: list[list[Glyph]] = []
    for piece in row.pieces:
        for i, g in enumerate(piece):
            if i and g.x0 - piece[i - 1].x1 < _GAP * g.size:
                pieces[-1].append(g)
            else:
                pieces.append([g])
    return Row(row.y, row.size, pieces)


def _is_figure(piece: list[Glyph]) -> bool:
    return len(piece) <= _LONGEST and any(g.char.isdigit() for g in piece)


def _figures_over(piece: list[Glyph], row: Row) -> list[int]:
    """Which figures the words stand below; the nearest where they stand below none."""
    x0, x1 = piece[0].x0, piece[-1].x1
    spreads = [row.spread(k) for k in range(len(row.pieces))]
    over = [k for k, (left, right) in enumerate(spreads) if x0 < right and x1 > left]
    return over or [min(range(len(spreads)), key=lambda k: abs(x0 + x1 - sum(spreads[k])))]


def _told(tile: _Tile, page: int) -> list[Line]:
    figure = lines_of(tile.figure, page)[0]
    words = [line for piece in tile.words for line in lines_of(piece, page)]
    return [replace(words[0], text=f"{figure.text} {words[0].text}", y=words[0].y), *words[1:]]
