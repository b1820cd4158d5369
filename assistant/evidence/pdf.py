"""PDF files by their pages: their letters, their pictures, and where on a page letters stand.

Every call opens the file for itself and holds pdfium's lock for one page at a time. A file is an index's own copy,
named by its content: what was read from it stays true, and is kept for the files and pages looked at last.
"""

import ctypes
import io
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import pypdfium2
from pypdfium2 import raw

from assistant.errors import ReadError
from assistant.evidence.finding import Span
from assistant.evidence.letters import CLOSING, Stream, folded, stream_of
from assistant.pdfium import LOCK

WIDTH = 1400  # pixels of a page's picture: sharp at twice the width that a reader sees it in
_COLOURS = 128  # a page of text looks the same, at a third of the size
_GRAIN = 10_000  # parts that a page's sides are measured in
_EDGE = 3  # lines from the top and the bottom of a page that may be its head or foot
_LONGEST_EDGE = 100  # characters of such a line


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page's picture, as shares of its width and height from its upper left corner."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as a PNG, with its size in pixels."""

    png: bytes
    width: int
    height: int


@contextmanager
def _opened(path: Path) -> Iterator[Any]:
    with LOCK:
        try:
            pdf = pypdfium2.PdfDocument(path)
        except (pypdfium2.PdfiumError, OSError) as error:
            raise ReadError("damaged") from error
    try:
        yield pdf
    finally:
        with LOCK:
            pdf.close()


@lru_cache(maxsize=256)
def page_count(path: Path) -> int:
    """How many pages the file has; raises ReadError."""
    with _opened(path) as pdf, LOCK:
        return len(pdf)


@lru_cache(maxsize=48)
def picture_of(path: Path, page: int, width: int = WIDTH) -> Picture:
    """The picture of a page (1-based), `width` pixels wide; raises ReadError."""
    with _opened(path) as pdf, LOCK:
        shown = _page(pdf, page)
        image = shown.render(scale=width / max(shown.get_width(), 1.0)).to_pil().convert("RGB")
    out = io.BytesIO()
    image.quantize(_COLOURS, dither=0).save(out, "PNG", compress_level=6)
    return Picture(out.getvalue(), image.width, image.height)


@lru_cache(maxsize=256)
def text_of(path: Path, page: int) -> str:
    """The text of a page, for those who cannot see its picture; raises ReadError."""
    with _opened(path) as pdf, LOCK:
        words: str = _page(pdf, page).get_textpage().get_text_bounded()
    return words.replace("\r\n", "\n").replace("\ufffe", "-").replace("\x02", "-").strip()


@lru_cache(maxsize=8)
def letters_of(path: Path) -> Stream:
    """The letters of the whole file, running heads and feet left out; raises ReadError."""
    with _opened(path) as pdf:
        pages = []
        for number in range(1, page_count(path) + 1):
            with LOCK:
                pages.append(_lines(pdf, number))
    return stream_of(enumerate(_without_edges(pages), 1))


def letters_on(path: Path, page: int) -> Stream:
    """The letters of one page; raises ReadError."""
    with _opened(path) as pdf, LOCK:
        lines = _lines(pdf, page)
    return stream_of([(page, [pair for line in lines for pair in line.characters])])


def boxes_of(path: Path, stream: Stream, spans: list[Span]) -> dict[int, list[Box]]:
    """Where the spans of a file's stream stand: boxes by page, a line each; raises ReadError."""
    found: dict[int, list[Box]] = {}
    with _opened(path) as pdf:
        for page, runs in _runs(stream, spans).items():
            with LOCK:
                found[page] = _boxes(_page(pdf, page), runs)
    return found


@dataclass(frozen=True, slots=True)
class _Line:
    characters: list[tuple[int, str]]  # index on the page, character
    y: float

    @property
    def key(self) -> tuple[str, int]:
        """What a running head has in common on all its pages: its words and its height; numbers count on."""
        words = folded("".join(char for _, char in self.characters))
        return "".join("#" if c.isdigit() else c for c in words), round(self.y / 6)


def _page(pdf: Any, number: int) -> Any:
    try:
        return pdf[number - 1]
    except (IndexError, pypdfium2.PdfiumError) as error:
        raise ReadError("no_page", page=number) from error


def _lines(pdf: Any, number: int) -> list[_Line]:
    textpage = _page(pdf, number).get_textpage()
    text = textpage.raw
    lines: list[_Line] = []
    line: list[tuple[int, str]] = []
    for i in range(raw.FPDFText_CountChars(text)):
        code = raw.FPDFText_GetUnicode(text, i)
        if code in (10, 13):
            if line:
                lines.append(_Line(line, _height(text, line[0][0])))
            line = []
        elif 32 < code < 0x110000 and not 0xD800 <= code < 0xE000:
            line.append((i, chr(code)))
    if line:
        lines.append(_Line(line, _height(text, line[0][0])))
    textpage.close()
    return lines


def _height(text: Any, i: int) -> float:
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(text, i, x, y)
    return y.value


def _without_edges(pages: list[list[_Line]]) -> list[list[tuple[int, str]]]:
    """The characters of each page without the lines that recur at the same height of many pages' edges."""
    edges = [_edges(lines) for lines in pages]
    counts = Counter(key for lines in edges for key in {line.key for line in lines})
    often = max(3, min(len(pages) // 4, 8))
    kept = []
    for lines, edge in zip(pages, edges, strict=True):
        gone = {id(line) for line in edge if counts[line.key] >= often}
        kept.append([pair for line in lines if id(line) not in gone for pair in line.characters])
    return kept


def _edges(lines: list[_Line]) -> list[_Line]:
    order = sorted((line for line in lines if len(line.characters) < _LONGEST_EDGE), key=lambda line: line.y)
    return order if len(order) <= 2 * _EDGE else order[:_EDGE] + order[-_EDGE:]


def _runs(stream: Stream, spans: list[Span]) -> dict[int, list[tuple[int, int]]]:
    """By page, the characters (first, last) that follow one another in the file, but for a hyphen or a line end."""
    runs: dict[int, list[tuple[int, int]]] = {}
    for start, end in spans:
        fresh = True
        for i in range(start, end):
            on_page = runs.setdefault(stream.pages[i], [])
            char = stream.chars[i]
            if not fresh and on_page and 0 <= char - on_page[-1][1] < 8:
                on_page[-1] = (on_page[-1][0], char)
            else:
                on_page.append((char, char))
            fresh = False
    return runs


def _boxes(page: Any, runs: list[tuple[int, int]]) -> list[Box]:
    textpage = page.get_textpage()
    found = []
    for first, last in runs:
        for i in range(textpage.count_rects(first, _with_stop(textpage, last) - first + 1)):
            left, bottom, right, top = textpage.get_rect(i)
            found.append(_box(page, (left, top), (right, bottom)))
    textpage.close()
    return found


def _with_stop(textpage: Any, last: int) -> int:
    """The character that closes the sentence which ends with the letter `last`."""
    while chr(raw.FPDFText_GetUnicode(textpage.raw, last + 1)) in CLOSING:
        last += 1
    return last


def _box(page: Any, *corners: tuple[float, float]) -> Box:
    """The box between two corners in points, whichever way the page is turned."""
    x, y = ctypes.c_int(), ctypes.c_int()
    places = []
    for across, up in corners:
        raw.FPDF_PageToDevice(page.raw, 0, 0, _GRAIN, _GRAIN, 0, across, up, x, y)
        places.append((x.value / _GRAIN, y.value / _GRAIN))
    (x0, y0), (x1, y1) = places
    return Box(min(x0, x1), min(y0, y1), abs(x1 - x0), abs(y1 - y0))
