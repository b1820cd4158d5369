"""Letter-spaced words ("S A M M E N D R A G") put together."""

import itertools
from statistics import median

from ingest.reading.pdf.drawn.glyphs import Glyph

_FEWEST = 5  # letters
_LEAST, _MOST = 0.09, 1.2  # gaps between letters, as a share of their size
_EVEN = 0.06


def without_tracking(run: list[Glyph], size: float) -> list[Glyph]:
    """The run with its letters close together and its words apart, where it is letter-spaced; else as it is."""
    inked = [g for g in run if not g.char.isspace()]
    if sum(g.char.isalpha() for g in inked) < max(_FEWEST, 0.7 * len(inked)):
        return run
    gaps = [b.x0 - a.x1 for a, b in itertools.pairwise(inked)]
    usual = median(gaps)
    if not _LEAST * size < usual < _MOST * size:
        return run
    if sum(abs(gap - usual) < _EVEN * size for gap in gaps) < 0.6 * len(gaps):
        return run
    out = [inked[0]]
    for gap, glyph in zip(gaps, inked[1:], strict=True):
        before = out[-1]
        if gap > max(1.6 * usual, usual + 0.12 * size):
            out.append(before._replace(char=" ", x0=before.x1, x1=glyph.x0))
        else:
            out[-1] = before._replace(x1=glyph.x0)
        out.append(glyph)
    return out
