"""The characters of a PDF page, each with its place, size and style, as the page is seen upright."""

import ctypes
import math
from collections import Counter
from typing import Any, NamedTuple

from pypdfium2 import raw

BOLD, ITALIC = 1, 2
_MOST = 60_000  # characters on one page; beyond it is a drawing made of letters, not a text


class Glyph(NamedTuple):
    """A character from `x0` to `x1` on the base line `y` (points, y upwards); a line break is "\\n"."""

    char: str
    x0: float
    x1: float
    y: float
    size: float
    style: int


class _Faces:
    """Size and style of text objects, each looked up once."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[float, int, int]] = {}
        self._name = ctypes.create_string_buffer(128)
        self._flags = ctypes.c_int()

    def of(self, text: Any, i: int) -> tuple[float, int, int]:
        """(size in points, style, quarter turns of the writing) of the character `i`."""
        obj = raw.FPDFText_GetTextObject(text, i)
        key = ctypes.cast(obj, ctypes.c_void_p).value or 0
        if key not in self._known:
            self._known[key] = self._look_up(text, i, obj)
        return self._known[key]

    def _look_up(self, text: Any, i: int, obj: Any) -> tuple[float, int, int]:
        matrix = raw.FS_MATRIX(1, 0, 0, 1, 0, 0)
        if obj:
            raw.FPDFPageObj_GetMatrix(obj, matrix)
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
        return size, BOLD * bool(bold) + ITALIC * bool(slant), turn


def page_glyphs(page: Any) -> list[Glyph]:
    """The characters of a pypdfium2 page in the order of its content, turned upright."""
    textpage = page.get_textpage()
    try:
        return _upright(_read(textpage.raw))
    finally:
        textpage.close()


def _read(text: Any) -> list[tuple[Glyph, int]]:
    faces = _Faces()
    x, y = ctypes.c_double(), ctypes.c_double()
    box = raw.FS_RECTF()
    found: list[tuple[Glyph, int]] = []
    face: tuple[float, int, int] = (0.0, 0, 0)
    for i in range(min(raw.FPDFText_CountChars(text), _MOST)):
        code = raw.FPDFText_GetUnicode(text, i)
        if code in (10, 13):
            if code == 10:
                found.append((Glyph("\n", 0, 0, 0, 0, 0), face[2]))
            continue
        if raw.FPDFText_IsGenerated(text, i) != 1:
            face = faces.of(text, i)
        raw.FPDFText_GetCharOrigin(text, i, x, y)
        raw.FPDFText_GetLooseCharBox(text, i, box)
        char = chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else ""
        if char:
            corners = (box.left, box.right) if face[2] % 2 == 0 else (box.bottom, box.top)
            across = (x.value, y.value)
            found.append((_placed(char, corners, across, face), face[2]))
    return found


def _placed(char: str, ends: tuple[float, float], origin: tuple[float, float], face: tuple[float, int, int]) -> Glyph:
    """The glyph in the direction of its own writing."""
    size, style, turn = face
    low, high = ends
    if turn == 0:
        return Glyph(char, low, high, origin[1], size, style)
    if turn == 1:  # written upwards
        return Glyph(char, low, high, -origin[0], size, style)
    if turn == 2:  # upside down
        return Glyph(char, -high, -low, -origin[1], size, style)
    return Glyph(char, -high, -low, origin[0], size, style)


def _upright(found: list[tuple[Glyph, int]]) -> list[Glyph]:
    """The glyphs of the page's main direction of writing; what is written across it (a margin note) comes last."""
    turns = Counter(turn for glyph, turn in found if glyph.char != "\n")
    if not turns:
        return []
    main = turns.most_common(1)[0][0]
    straight = [g for g, turn in found if turn == main or g.char == "\n"]
    lowest = min((g.y for g in straight if g.char != "\n"), default=0.0)
    aside = [g._replace(y=g.y - 100_000 + lowest) if g.char != "\n" else g for g, turn in found if turn != main]
    return straight + aside
