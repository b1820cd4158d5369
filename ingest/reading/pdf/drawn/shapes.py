"""What is drawn on a page besides letters: lines, areas and pictures, with the places they have on the page."""

import ctypes
from collections import Counter
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from pypdfium2 import raw

_DEEPEST = 6  # forms within forms
_TOUCHING = 1.5  # points between the parts of one line
THIN = 2.5  # points; what is thicker is an area, not a line
_MOST = 20_000  # shapes on one page; beyond it is a drawing, and nothing is looked for in it


class Place(NamedTuple):
    """A rectangle on the page (points, y upwards), x0 <= x1 and y0 <= y1."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        """How far it reaches from left to right."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """How far it reaches from bottom to top."""
        return self.y1 - self.y0

    def holds(self, x: float, y: float) -> bool:
        """True where the point lies inside."""
        return self.x0 <= x <= self.x1 and self.y0 <= y <= self.y1


class Shape(NamedTuple):
    """A path or picture at `place`, the `order`-th thing that is painted.

    `simple` says that a path is a line or a rectangle and nothing more; `filled` that it covers what lies below;
    `colour` is its red, green and blue in one number.
    """

    place: Place
    order: int
    filled: bool
    simple: bool
    picture: bool = False
    colour: int = 0


@dataclass(slots=True)
class Drawing:
    """The shapes of a page, and at which place in the order of painting each text object comes (by its address).

    `faint` are the text objects within forms that are painted as something transparent.
    """

    shapes: list[Shape] = field(default_factory=list)
    texts: dict[int, int] = field(default_factory=dict)
    faint: set[int] = field(default_factory=set)

    @property
    def pictured(self) -> bool:
        """True where there is a picture on the page."""
        return any(s.picture for s in self.shapes)


def page_drawing(page: Any) -> Drawing:
    """What is drawn on a pypdfium2 page, forms looked into and their scale and place reckoned with."""
    found = Drawing()
    _Walk(found).page(page.raw)
    if len(found.shapes) > _MOST:
        found.shapes = [s for s in found.shapes if s.picture]
    return found


def turned(place: Place, turn: int) -> Place:
    """The place as it is where the page is turned so that writing with `turn` quarter turns stands upright."""
    x0, y0, x1, y1 = place
    return (place, Place(y0, -x1, y1, -x0), Place(-x1, -y1, -x0, -y0), Place(-y1, x0, -y0, x1))[turn]


def joined(shapes: list[Shape]) -> list[Shape]:
    """The shapes, lines and areas of one colour that are drawn cell by cell side by side made one."""
    rows: dict[tuple[int, int, int, bool], list[Shape]] = {}
    out: list[Shape] = []
    for shape in {(*map(round, shape.place), *shape[2:]): shape for shape in shapes}.values():
        if shape.simple and shape.place.width > shape.place.height:
            key = (round(shape.place.y0 * 2), round(shape.place.y1 * 2), shape.colour, shape.filled)
            rows.setdefault(key, []).append(shape)
        else:
            out.append(shape)
    runs = [run for row in rows.values() for run in _touching(row)]
    edges = Counter(round(part.place.x0) for run in runs for part in run[1:])
    for run in runs:
        shared = [sum(edges[round(part.place.x0) + d] for d in (-1, 0, 1)) for part in run[1:]]
        cells = all(n > 1 for n in shared)  # the parts of a bar differ from row to row
        whole = run[0]._replace(place=run[0].place._replace(x1=run[-1].place.x1))
        out += [whole] if cells else run
    return sorted(out, key=lambda s: s.order)


def _touching(row: list[Shape]) -> list[list[Shape]]:
    runs: list[list[Shape]] = []
    for shape in sorted(row, key=lambda s: s.place.x0):
        overlap = _TOUCHING + min(shape.place.height, THIN)  # the ends of a line jut out by its own width
        if runs and -overlap < shape.place.x0 - runs[-1][-1].place.x1 < _TOUCHING:
            runs[-1].append(shape)
        else:
            runs.append([shape])
    return runs


class _Walk:
    """One walk over a page's objects; the buffers for PDFium's answers are made once."""

    def __init__(self, found: Drawing) -> None:
        self._found = found
        self._order = 0
        self._edges = [ctypes.c_float() for _ in range(4)]
        self._fill, self._stroke = ctypes.c_int(), ctypes.c_int()
        self._colour = [ctypes.c_uint() for _ in range(4)]

    def page(self, page: Any) -> None:
        for i in range(raw.FPDFPage_CountObjects(page)):
            self._object(raw.FPDFPage_GetObject(page, i), None, 0, False)

    def _object(self, item: Any, matrix: raw.FS_MATRIX | None, depth: int, faint: bool) -> None:
        self._order += 1
        kind = raw.FPDFPageObj_GetType(item)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            address = ctypes.cast(item, ctypes.c_void_p).value or 0
            self._found.texts[address] = self._order
            if faint:
                self._found.faint.add(address)
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            own = raw.FS_MATRIX(1, 0, 0, 1, 0, 0)
            raw.FPDFPageObj_GetMatrix(item, own)
            whole = own if matrix is None else _product(own, matrix)
            faint = faint or raw.FPDFPageObj_HasTransparency(item) == 1
            for i in range(raw.FPDFFormObj_CountObjects(item)):
                self._object(raw.FPDFFormObj_GetObject(item, i), whole, depth + 1, faint)
        elif kind == raw.FPDF_PAGEOBJ_IMAGE or (
            kind in (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_SHADING) and len(self._found.shapes) <= _MOST
        ):
            self._shape(item, matrix, kind)

    def _shape(self, item: Any, matrix: raw.FS_MATRIX | None, kind: int) -> None:
        if not raw.FPDFPageObj_GetBounds(item, *self._edges):
            return
        left, bottom, right, top = (e.value for e in self._edges)
        place = Place(left, bottom, right, top) if matrix is None else _moved((left, bottom, right, top), matrix)
        filled, simple, colour = True, False, 0
        if kind == raw.FPDF_PAGEOBJ_PATH:
            raw.FPDFPath_GetDrawMode(item, self._fill, self._stroke)
            if not self._fill.value and not self._stroke.value:
                return  # a path that only clips
            filled, simple = self._fill.value != 0, raw.FPDFPath_CountSegments(item) <= 5
            if filled and simple and raw.FPDFPageObj_GetFillColor(item, *self._colour):
                colour = self._colour[0].value << 16 | self._colour[1].value << 8 | self._colour[2].value
        self._found.shapes.append(Shape(place, self._order, filled, simple, kind == raw.FPDF_PAGEOBJ_IMAGE, colour))


def _product(inner: raw.FS_MATRIX, outer: raw.FS_MATRIX) -> raw.FS_MATRIX:
    """The matrix that does what `inner` does and then what `outer` does."""
    return raw.FS_MATRIX(
        inner.a * outer.a + inner.b * outer.c,
        inner.a * outer.b + inner.b * outer.d,
        inner.c * outer.a + inner.d * outer.c,
        inner.c * outer.b + inner.d * outer.d,
        inner.e * outer.a + inner.f * outer.c + outer.e,
        inner.e * outer.b + inner.f * outer.d + outer.f,
    )


def _moved(edges: tuple[float, float, float, float], m: raw.FS_MATRIX) -> Place:
    """The rectangle around the four corners after the matrix."""
    left, bottom, right, top = edges
    xs = [m.a * x + m.c * y + m.e for x in (left, right) for y in (bottom, top)]
    ys = [m.b * x + m.d * y + m.f for x in (left, right) for y in (bottom, top)]
    return Place(min(xs), min(ys), max(xs), max(ys))
