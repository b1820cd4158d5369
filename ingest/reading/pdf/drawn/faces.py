"""How the letters of a page are set: size, style, direction, and whether there is reason to doubt that they show."""

import ctypes
import math
from typing import Any, NamedTuple

from pypdfium2 import raw

from ingest.reading.pdf.drawn.clips import clipped
from ingest.reading.pdf.drawn.shapes import Drawing, Place

BOLD, ITALIC = 1, 2
_PALE = 215  # brightness, of 255, from which letters may not show on paper
_FAINT = 60  # opacity, of 255, below which they may not show
_NEAR = 40  # of 255, between letters and an area behind them
_TINY = 2.0  # points, below which no one reads
_UNSEEN = (raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP)


class Face(NamedTuple):
    """Size in points, style, quarter turns of the writing; the text object, whether it may not show, is too small."""

    size: float = 0.0
    style: int = 0
    turn: int = 0
    text: int = 0
    doubtful: bool = False
    tiny: bool = False


class Faces:
    """The faces of a page's text objects, each looked up once."""

    def __init__(self, drawing: Drawing) -> None:
        self._known: dict[int, Face] = {}
        self._order = drawing.texts
        self._faint = drawing.faint
        self._covers = [s for s in drawing.shapes if s.filled and s.place.width > 8 and s.place.height > 6]
        self._name = ctypes.create_string_buffer(128)
        self._mark = ctypes.create_string_buffer(16)
        self._length = ctypes.c_ulong()
        self._flags = ctypes.c_int()
        self._colour = [ctypes.c_uint() for _ in range(4)]

    def of(self, text: Any, i: int, place: Place) -> Face:
        """The face of the character `i`, which stands at `place`."""
        obj = raw.FPDFText_GetTextObject(text, i)
        key = ctypes.cast(obj, ctypes.c_void_p).value or 0
        if key not in self._known:
            face = self._look_up(text, i)
            doubtful = key in self._faint or self._may_be_unseen(text, i, obj, place)
            tiny = max(face.size, place.width, place.height) < _TINY
            self._known[key] = face._replace(text=key, doubtful=doubtful, tiny=tiny)
        return self._known[key]

    def _look_up(self, text: Any, i: int) -> Face:
        matrix = raw.FS_MATRIX(1, 0, 0, 1, 0, 0)
        raw.FPDFText_GetMatrix(text, i, matrix)
        size = raw.FPDFText_GetFontSize(text, i) * (math.hypot(matrix.c, matrix.d) or 1)
        raw.FPDFText_GetFontInfo(text, i, self._name, len(self._name), self._flags)
        name = self._name.value.decode("utf-8", "replace").lower()
        weight = raw.FPDFText_GetFontWeight(text, i)
        bold = (
            weight >= 600
            or any(w in name for w in ("bold", "black", "heavy", "semibold", "-bd", "demi"))
            or name.endswith("-b")
        )
        slant = self._flags.value & 64 or "italic" in name or "oblique" in name
        turn = round(math.degrees(math.atan2(matrix.b, matrix.a)) / 90) % 4
        return Face(size, BOLD * bool(bold) + ITALIC * bool(slant), turn)

    def _may_be_unseen(self, text: Any, i: int, obj: Any, place: Place) -> bool:
        """True for pale, faint and invisible letters, for those of a layer, and for those with something over them."""
        if not obj:
            return False
        if raw.FPDFTextObj_GetTextRenderMode(obj) in _UNSEEN or self._layered(obj) or clipped(obj):
            return True
        if raw.FPDFText_GetFillColor(text, i, *self._colour):
            red, green, blue, opacity = (c.value for c in self._colour)
            if opacity < _FAINT or min(red, green, blue) > _PALE:
                return True
        else:
            red = green = blue = 0
        order = self._order.get(ctypes.cast(obj, ctypes.c_void_p).value or 0)
        if order is None or not self._covers:
            return False
        x, y = (place.x0 + place.x1) / 2, (place.y0 + place.y1) / 2
        behind = [s for s in self._covers if s.place.holds(x, y)]
        return any(s.order > order or (s.simple and _alike(s.colour, (red, green, blue))) for s in behind)

    def _layered(self, obj: Any) -> bool:
        for n in range(raw.FPDFPageObj_CountMarks(obj)):
            mark = raw.FPDFPageObj_GetMark(obj, n)
            buffer = ctypes.cast(self._mark, ctypes.POINTER(ctypes.c_ushort))
            raw.FPDFPageObjMark_GetName(mark, buffer, len(self._mark), self._length)
            if self._length.value == 6 and self._mark.raw[:4] == b"O\0C\0":
                return True
        return False


def _alike(colour: int, other: tuple[int, int, int]) -> bool:
    """True where an area's colour is so near to the letters' that they may not show on it."""
    parts = (colour >> 16 & 255, colour >> 8 & 255, colour & 255)
    return all(abs(a - b) < _NEAR for a, b in zip(parts, other, strict=True))
