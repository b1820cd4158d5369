"""Sentences of the text repeated beside it in type of their own, as magazines do: left out, since the text has them."""

import re
from collections import Counter
from collections.abc import Iterator

from ingest.reading.pdf.drawn.faces import BOLD, ITALIC
from ingest.reading.pdf.drawn.glyphs import Glyph
from ingest.words.characters import squeezed

_FEWEST_LETTERS, _FEWEST_WORDS = 25, 5
_LARGER = 1.15  # times the type of the text
_STEP = 2.2  # of the type size, from line to line
_ALONE = 0.8  # of the type size, to other words on its line where it is no larger than those
_MARKED = re.compile(r"^[«\"“”–—…a-zæøå]|[.!?»\"“”…]$")
_Look = tuple[float, int]


def without_pulled(glyphs: list[Glyph]) -> list[Glyph]:
    """The characters of a page without sentences set large, bold or in italics beside the text that they repeat."""
    looks = Counter(_look(g) for g in glyphs if not g.char.isspace())
    if len(looks) < 2:
        return glyphs
    usual = looks.most_common(1)[0][0]
    text = [g for g in glyphs if _look(g) == usual and not g.char.isspace()]
    told = squeezed("".join(g.char for g in text))
    gone: set[int] = set()
    for run in _runs(glyphs, usual):
        if _is_pulled(run, usual[0], text, told):
            gone.update(id(g) for g in run if g.char != "\n")
    return [g for g in glyphs if id(g) not in gone] if gone else glyphs


def _look(g: Glyph) -> _Look:
    return round(g.size, 1), g.style & (BOLD | ITALIC)


def _runs(glyphs: list[Glyph], usual: _Look) -> Iterator[list[Glyph]]:
    """What follows one another in one look that is not the text's, line below line."""
    run: list[Glyph] = []
    last: Glyph | None = None
    for g in glyphs:
        if g.char.isspace():
            if run:
                run.append(g)
            continue
        if last is not None and (_look(g) != _look(last) or not -0.5 * g.size < last.y - g.y < _STEP * g.size):
            yield run
            run, last = [], None
        if _look(g) != usual and g.size > 0.95 * usual[0]:
            run.append(g)
            last = g
    if run:
        yield run


def _is_pulled(run: list[Glyph], size: float, text: list[Glyph], told: str) -> bool:
    words = "".join(g.char for g in run).strip()
    said = squeezed(words)
    if len(said) < _FEWEST_LETTERS or len(words.split()) < _FEWEST_WORDS or said not in told:
        return False
    inked = [g for g in run if not g.char.isspace()]
    if inked[0].size < _LARGER * size and (not _MARKED.search(words) or _goes_on(inked, text)):
        return False
    low, top = inked[-1].y - 0.2 * inked[-1].size, inked[0].y + 0.8 * inked[0].size
    return any(low <= g.y <= top for g in text)


def _goes_on(inked: list[Glyph], text: list[Glyph]) -> bool:
    """True where words of the text stand right before or behind it: it is a part of a sentence."""
    near = _ALONE * inked[0].size
    return any(
        abs(g.y - one.y) < 0.35 * g.size and -near < max(g.x0 - one.x1, one.x0 - g.x1) < near
        for one in (inked[0], inked[-1])
        for g in text
    )
