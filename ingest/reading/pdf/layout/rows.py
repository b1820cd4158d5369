"""The characters of a page by base lines, and each base line in pieces with wide gaps between them."""

from dataclasses import dataclass, field

from ingest.reading.pdf.drawn.glyphs import Glyph

_GAP = 1.0  # of the type size, between pieces


@dataclass(slots=True)
class Row:
    """The characters on one base line in pieces with wide gaps between them."""

    y: float
    size: float
    pieces: list[list[Glyph]] = field(default_factory=list)

    def spread(self, k: int) -> tuple[float, float]:
        """From where to where the piece reaches."""
        return self.pieces[k][0].x0, self.pieces[k][-1].x1


def rows_of(glyphs: list[Glyph]) -> list[Row]:
    """The rows of the page (what is written across it left out), top first."""
    inked = sorted((g for g in glyphs if not g.char.isspace() and g.y > -50_000), key=lambda g: -g.y)
    groups: list[list[Glyph]] = []
    for g in inked:
        if groups and groups[-1][0].y - g.y < 0.45 * max(g.size, groups[-1][0].size):
            groups[-1].append(g)
        else:
            groups.append([g])
    return [_pieced(sorted(group, key=lambda g: g.x0)) for group in groups]


def _pieced(glyphs: list[Glyph]) -> Row:
    row = Row(glyphs[0].y, max(g.size for g in glyphs))
    for g in glyphs:
        if row.pieces and g.x0 - row.pieces[-1][-1].x1 < _GAP * g.size:
            row.pieces[-1].append(g)
        else:
            row.pieces.append([g])
    return row
