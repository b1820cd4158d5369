"""Characters to lines: what stands side by side on one base line."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ingest.reading.lists import is_bullet
from ingest.reading.notes import carried
from ingest.reading.pdf.faces import BOLD, ITALIC
from ingest.reading.pdf.glyphs import Glyph

_RAISED = re.compile(r"[\d*†‡,]{1,5}$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text from `x0` to `x1` on base line `y` of page `page` (points; y upwards).

    `size` and `strong` are those of most of its characters; `note` is a footnote mark raised at its beginning,
    `bullet` the bullet that stood before it, `lettering` says that it is part of a chart and no text.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    page: int
    strong: bool = False
    note: str = ""
    bullet: str = ""
    lettering: bool = False


def lines_of(glyphs: Iterable[Glyph], page: int) -> list[Line]:
    """The lines of one column or cell, from top to bottom, bullets joined to the lines they stand before."""
    runs = [_line(run, page) for run in _runs(glyphs)]
    return _merged(sorted((r for r in runs if r is not None), key=lambda r: (-r.y, r.x0)))


def _runs(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Characters that follow one another on a base line; raised and lowered ones stay in."""
    run: list[Glyph] = []
    for glyph in glyphs:
        if glyph.char == "\n":
            if run:
                yield run
            run = []
            continue
        if run and _apart(run[-1], glyph):
            yield run
            run = []
        run.append(glyph)
    if run:
        yield run


def _apart(before: Glyph, glyph: Glyph) -> bool:
    size = max(before.size, glyph.size, 1.0)
    return abs(glyph.y - before.y) > 0.6 * size or glyph.x0 < before.x0 - 0.7 * size or glyph.x0 - before.x1 > 12 * size


def _line(run: list[Glyph], page: int) -> Line | None:
    inked = [g for g in run if not g.char.isspace()]
    if not inked:
        return None
    size = _most(inked)
    base = [g for g in inked if g.size > 0.9 * size]
    y = base[0].y if base else inked[0].y
    text, note = _text(run, size, y)
    if not text.strip() and not note:
        return None
    weighty = sum(1 for g in inked if g.style & (BOLD | ITALIC))
    return Line(text.strip(), inked[0].x0, inked[-1].x1, y, size, page, weighty > 0.9 * len(inked), note)


def _most(glyphs: list[Glyph]) -> float:
    sizes: dict[float, int] = {}
    for g in glyphs:
        sizes[round(g.size, 1)] = sizes.get(round(g.size, 1), 0) + 1
    return max(sizes, key=lambda s: (sizes[s], s))


def _text(run: list[Glyph], size: float, y: float) -> tuple[str, str]:
    """(the line's characters, spaces where there is a gap, raised marks left out; the mark it begins with)."""
    out: list[str] = []
    note, raised = "", ""
    last: Glyph | None = None
    for g in run:
        if g.size < 0.9 * size and g.y > y + 0.12 * size and not g.char.isspace():
            raised += g.char
            continue
        if raised and not g.char.isspace():
            note = _take(raised, out, note)
            raised = ""
        if last is not None and g.x0 - last.x1 > 0.22 * size and not g.char.isspace() and out and not out[-1].isspace():
            out.append(" ")
        out.append(g.char)
        last = g
    if raised:
        note = _take(raised, out, note)
    return "".join(out), note


def _take(raised: str, out: list[str], note: str) -> str:
    """A raised footnote mark: at a line's beginning the note's own, else carried along; other raised letters stay."""
    if not _RAISED.match(raised):
        out.append(raised)
        return note
    if not "".join(out).strip():
        return raised
    out.append(carried(raised))
    return note


def _merged(lines: list[Line]) -> list[Line]:
    """Lines on one base line made one, a bullet taken as what it is."""
    out: list[Line] = []
    for line in lines:
        before = out[-1] if out else None
        if before is not None and _is_mark_of(before, line):
            out[-1] = replace(line, note=before.text)
            continue
        if before is None or abs(before.y - line.y) > 0.35 * min(before.size, line.size) + 1:
            out.append(line)
        elif before.x0 <= line.x0:
            out[-1] = _beside(before, line)
        else:
            out[-1] = _beside(line, before)
    return out


def _is_mark_of(mark: Line, line: Line) -> bool:
    """True for a footnote's number, raised and small, right before the line."""
    raised = 0 < mark.y - line.y < 0.6 * line.size and mark.size < 0.92 * line.size
    return raised and abs(line.x0 - mark.x1) < 0.6 * line.size and bool(_RAISED.fullmatch(mark.text))


def _beside(left: Line, right: Line) -> Line:
    if is_bullet(left.text):
        return replace(right, bullet="•")
    if not left.text:
        return replace(right, note=left.note or right.note)
    longer = left if len(left.text) >= len(right.text) else right
    text = f"{left.text} {right.text}".strip()
    return replace(
        left,
        text=text,
        x1=max(left.x1, right.x1),
        size=longer.size,
        strong=left.strong and right.strong,
        y=longer.y,
        bullet=left.bullet,
    )
