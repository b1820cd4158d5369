"""Characters to lines: what stands side by side on one base line."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ingest.reading.pdf.drawn.faces import BOLD, ITALIC
from ingest.reading.pdf.drawn.glyphs import Glyph
from ingest.reading.pdf.layout.tracking import without_tracking
from ingest.words.lists import is_bullet
from ingest.words.notes import carried
from ingest.words.raised import marks_parted, raised

_RAISED = re.compile(r"(?:[\d*†‡,]{1,5}|\d{1,2}[).]|[-−–]\d{1,2})$")
_POWER = re.compile(r"[-−–]?\d{1,3}")


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
    runs = [_line(run, page) for run in _hosted(list(_runs(glyphs)))]
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


def _hosted(runs: list[list[Glyph]]) -> list[list[Glyph]]:
    """The runs with raised marks that the file sets apart from their line put where they stand in it."""
    marks = [run for run in runs if _are_marks(run)]
    if not marks:
        return runs
    others = [list(run) for run in runs if not _are_marks(run) and any(not g.char.isspace() for g in run)]
    lost = [mark for run in marks for mark in _tokens(run) if not any(_took(host, mark) for host in others)]
    return others + lost


def _are_marks(run: list[Glyph]) -> bool:
    """True where the run is nothing but what may be marks, of one line or several."""
    return len(run) < 60 and all(_RAISED.match("".join(g.char for g in token)) for token in _tokens(run))


def _tokens(run: list[Glyph]) -> list[list[Glyph]]:
    tokens: list[list[Glyph]] = [[]]
    for g in run:
        if g.char.isspace():
            tokens.append([])
        elif tokens[-1] and abs(g.x0 - tokens[-1][-1].x1) > 0.5 * g.size:
            tokens.append([g])
        else:
            tokens[-1].append(g)
    return [token for token in tokens if token]


def _took(host: list[Glyph], mark: list[Glyph]) -> bool:
    """Puts the mark into the run where it stands raised within it or right behind it; False where it does not."""
    inked = [g for g in host if not g.char.isspace()]
    size = max(g.size for g in inked)
    first = next(g for g in mark if not g.char.isspace())
    rise = first.y - next(g.y for g in inked if g.size > 0.9 * size)
    if not (0.1 if first.size < 0.92 * size else 0.28) * size < rise < 0.7 * size:
        return False
    if not inked[0].x1 - 0.1 * size <= first.x0 <= inked[-1].x1 + 0.6 * size:
        return False
    if any(g.x0 < first.x1 - 0.3 * size and g.x1 > first.x0 + 0.3 * size for g in inked):
        return False  # it stands over a letter, not behind one
    at = max(i for i, g in enumerate(host) if g.x0 <= first.x0 + 0.1 * size)
    host[at + 1 : at + 1] = mark
    return True


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
    """(the line's characters, spaces where there is a gap, raised marks carried along; the mark it begins with)."""
    out: list[str] = []
    note, up = "", ""
    last: Glyph | None = None
    for g in without_tracking(run, size):
        if not g.char.isspace() and _stands_raised(g, size, y):
            up += g.char
            continue
        if up and not g.char.isspace():
            note = _take(up, out, note)
            up = ""
        if last is not None and g.x0 - last.x1 > 0.22 * size and not g.char.isspace() and out and not out[-1].isspace():
            out.append(" ")
        out.append(g.char)
        last = g
    if up:
        note = _take(up, out, note)
    return marks_parted("".join(out), carried), note


def _stands_raised(g: Glyph, size: float, y: float) -> bool:
    if g.y <= y + 0.12 * size:
        return False
    return g.size < 0.9 * size or (g.y > y + 0.28 * size and g.char in "0123456789*")


def _take(up: str, out: list[str], note: str) -> str:
    """A raised mark: at a line's beginning the note's own, else kept raised for now; other raised letters stay."""
    if not _RAISED.match(up):
        out.append(up)
        return note
    if not "".join(out).strip():
        return up
    if not _POWER.fullmatch(up):
        out.append(carried(up))
        return note
    behind = ""  # a space that the file has before the mark, where it belongs behind it
    while out[-1].isspace():
        behind = out.pop()
    out += [raised(up), behind]
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
    mark = right.note if right.x0 - left.x1 < 0.6 * left.size else ""
    glued = raised(mark) if _POWER.fullmatch(mark) else carried(mark) if mark else ""
    text = marks_parted(f"{left.text}{glued} {right.text}".strip(), carried)
    return replace(
        left,
        text=text,
        x1=max(left.x1, right.x1),
        size=longer.size,
        strong=left.strong and right.strong,
        y=longer.y,
        bullet=left.bullet,
    )
