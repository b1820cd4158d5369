"""Bullets that are drawn and no letters, as browsers draw them, and dashes: tied to the lines they stand before."""

from dataclasses import replace

from ingest.reading.pdf.drawn.shapes import Place, Shape, turned
from ingest.reading.pdf.layout.lines import Line

_SIZES = (0.15, 0.7)  # of the type size
_FAR = 2.5  # times the type size, from the bullet to its line
_AROUND = 30.0  # points around a chart
_STEP = 2.5  # times the type size, between the lines of a list
_MOST = 200  # shapes; a drawing of dots is no list


def bulleted(lines: list[Line], shapes: list[Shape], turn: int, charts: list[Place]) -> list[Line]:
    """The lines, those with a small disc right before them as points; a square, or one at a chart, is a legend's."""
    dots = [turned(s.place, turn) for s in shapes if s.filled and not (s.simple or s.picture) and s.place.width < 12]
    dots = [dot for dot in dots if 0.7 < dot.width / max(dot.height, 0.01) < 1.4 and not _is_near(dot, charts)]
    if not dots or len(dots) > _MOST:
        return lines
    return [replace(line, bullet="•") if any(_is_before(dot, line) for dot in dots) else line for line in lines]


def dashed(lines: list[Line]) -> list[Line]:
    """The lines, those of a list that begin with a dash as points; elsewhere a dash at a line's start is a pause."""
    out = list(lines)
    for i, line in enumerate(lines[1:], 1):
        points = _points(lines, i) if line.text.startswith("– ") and lines[i - 1].text.endswith(":") else []
        for k in points if len(points) > 1 else ():
            out[k] = replace(lines[k], text=lines[k].text[2:], bullet="•")
    return out


def _points(lines: list[Line], first: int) -> list[int]:
    """Which lines, from the first point of a list on and close below one another, begin with a dash where it does."""
    found = [first]
    for k in range(first + 1, len(lines)):
        if not 0 < lines[k - 1].y - lines[k].y < _STEP * lines[k].size:
            break
        if lines[k].text.startswith("– ") and abs(lines[k].x0 - lines[first].x0) < 2:
            found.append(k)
    return found


def _is_near(dot: Place, charts: list[Place]) -> bool:
    x, y = (dot.x0 + dot.x1) / 2, (dot.y0 + dot.y1) / 2
    return any(Place(c.x0 - _AROUND, c.y0 - _AROUND, c.x1 + _AROUND, c.y1 + _AROUND).holds(x, y) for c in charts)


def _is_before(dot: Place, line: Line) -> bool:
    if not _SIZES[0] * line.size < dot.width < _SIZES[1] * line.size or line.bullet:
        return False
    middle = (dot.y0 + dot.y1) / 2
    near = 0 < line.x0 - dot.x1 < _FAR * line.size
    return near and line.y - 0.05 * line.size < middle < line.y + 0.75 * line.size
