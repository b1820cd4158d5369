"""The characters of a PDF page, each with its place, size and style, as the page is seen upright."""

import ctypes
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from pypdfium2 import raw

from ingest.reading.pdf.drawn.faces import Face, Faces
from ingest.reading.pdf.drawn.painted import unseen
from ingest.reading.pdf.drawn.shapes import Drawing, Place

ASIDE = 100_000.0  # points by which what is written across the page is put below it
_SECOND_HALVES = "¥¸¦…˜†©"  # of å, ø, æ, Å, Ø, Æ and é where UTF-8 is read byte by byte
_MOST = 60_000  # characters on one page; beyond it is a drawing made of letters, not a text


class Glyph(NamedTuple):
    """A character from `x0` to `x1` on the base line `y` (points, y upwards); a line break is "\\n"."""

    char: str
    x0: float
    x1: float
    y: float
    size: float
    style: int


@dataclass(frozen=True, slots=True)
class Letters:
    """The characters of a page in the order of its content, turned upright by `turn` quarter turns.

    `aside` are those written in another direction, by their quarter turns; `digits` counts each digit.

    `hidden` is how many letters were left out because the page does not show them, `unnamed` how many there are
    whose font does not say which letter they are, `known` how many others.
    """

    glyphs: list[Glyph]
    turn: int = 0
    hidden: int = 0
    unnamed: int = 0
    known: int = 0
    aside: dict[int, list[Glyph]] = field(default_factory=dict)
    digits: Counter[str] = field(default_factory=Counter)


def page_letters(page: Any, drawing: Drawing) -> Letters:
    """The characters of a pypdfium2 page that are seen on it."""
    textpage = page.get_textpage()
    try:
        read = _Reading(page, textpage.raw, drawing)
    finally:
        textpage.close()
    gone = read.outside - read.inside
    if read.doubtful:
        gone |= unseen(page, read.doubtful)
    glyphs, turn, aside = _upright([(glyph, face.turn) for glyph, face in read.found if face.text not in gone])
    hidden = sum(glyph.char.isalnum() for glyph, face in read.found if face.text in gone)
    return Letters(glyphs, turn, hidden, read.unnamed, read.known, aside, read.digits)


class _Reading:
    """What stands in a page's content, and what there is to doubt about it."""

    def __init__(self, page: Any, text: Any, drawing: Drawing) -> None:
        self.found: list[tuple[Glyph, Face]] = []
        self.doubtful: dict[int, list[Place]] = {}
        self.outside: set[int] = set()  # texts with letters beyond the paper's edge or too small, and all others
        self.inside: set[int] = set()
        self.unnamed = self.known = 0
        self.digits: Counter[str] = Counter()
        self._before = 0  # the character before
        self._faces = Faces(drawing)
        self._face = Face()
        self._paper = Place(*page.get_bbox())
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._box = raw.FS_RECTF()
        for i in range(min(raw.FPDFText_CountChars(text), _MOST)):
            self._take(text, i)

    def _take(self, text: Any, i: int) -> None:
        code = raw.FPDFText_GetUnicode(text, i)
        if code in (10, 13):
            if code == 10:
                self.found.append((Glyph("\n", 0, 0, 0, 0, 0), Face(turn=self._face.turn)))
            return
        raw.FPDFText_GetLooseCharBox(text, i, self._box)
        place = Place(self._box.left, self._box.bottom, self._box.right, self._box.top)
        made = raw.FPDFText_IsGenerated(text, i) == 1
        if not made:
            self._face = self._faces.of(text, i, place)
            self._count(text, i, code)
        char = chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else ""
        if not char:
            return
        raw.FPDFText_GetCharOrigin(text, i, self._x, self._y)
        if not made and not char.isspace():
            on_paper = self._paper.holds((place.x0 + place.x1) / 2, self._y.value + 0.2 * self._face.size)
            (self.inside if on_paper and not self._face.tiny else self.outside).add(self._face.text)
            if self._face.doubtful:
                self.doubtful.setdefault(self._face.text, []).append(place)
        corners = (place.x0, place.x1) if self._face.turn % 2 == 0 else (place.y0, place.y1)
        self.found.append((_placed(char, corners, (self._x.value, self._y.value), self._face), self._face))

    def _count(self, text: Any, i: int, code: int) -> None:
        """Counts the letter as known or as one whose font does not name it."""
        lost = code in (0, 0xFFFD) or (code < 32 and code not in (2, 9))
        lost = lost or _is_damaged(self._before, code)
        self._before = code
        if lost or raw.FPDFText_HasUnicodeMapError(text, i) == 1:
            self.unnamed += 1
        elif chr(code).isalpha():
            self.known += 1
        elif chr(code).isdigit():
            self.digits[str(unicodedata.digit(chr(code)))] += 1


def _is_damaged(before: int, code: int) -> bool:
    """True for a private character within a word, and for the second half of a letter taken for two ("Ã¥")."""
    return (0xE000 <= code < 0xF900 and chr(before).isalpha()) or (before == 0xC3 and chr(code) in _SECOND_HALVES)


def _placed(char: str, ends: tuple[float, float], origin: tuple[float, float], face: Face) -> Glyph:
    """The glyph in the direction of its own writing."""
    size, style, turn = face[:3]
    low, high = ends
    if turn == 0:
        return Glyph(char, low, high, origin[1], size, style)
    if turn == 1:  # written upwards
        return Glyph(char, low, high, -origin[0], size, style)
    if turn == 2:  # upside down
        return Glyph(char, -high, -low, -origin[1], size, style)
    return Glyph(char, -high, -low, origin[0], size, style)


def _upright(found: list[tuple[Glyph, int]]) -> tuple[list[Glyph], int, dict[int, list[Glyph]]]:
    """The glyphs of the page's main direction of writing, that direction, and the glyphs of each other one."""
    turns = Counter(turn for glyph, turn in found if glyph.char != "\n")
    if not turns:
        return [], 0, {}
    main = turns.most_common(1)[0][0]
    straight = [g for g, turn in found if turn == main or g.char == "\n"]
    return straight, main, {t: [g for g, turn in found if turn == t] for t in turns if t != main}
