"""The first pages of a file as lines with their sizes: what title, sender and date are read from."""

import itertools
import re
import statistics
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium_c

from assistant.pdfium import LOCK
from ingest.metadata import Line, is_label
from ingest.parts import Part
from ingest.words.characters import BREAK, tidy

_PAGES = 2
_MOST_LINES = 120
_GAP = 4.0  # times the height of letters, between columns
_SAMPLED = 6  # characters of a line whose size is looked at
BODY = 10.0  # points; the size that text without any is taken to have beside headings
_MARKUP = re.compile(r"^#{1,6}\s+|[*_]{2}|<[^>]{1,80}>|^\s*>\s?")


def lines_of_pdf(data: bytes) -> tuple[list[Line], bool]:
    """The lines of the first pages, and whether the pages lie on their side; none where they cannot be read."""
    try:
        with LOCK, pypdfium2.PdfDocument(data) as document:
            pages = [document[n] for n in range(min(_PAGES, len(document)))]
            lines = [line for n, page in enumerate(pages, 1) for line in _page(page, n)]
            wide = [page.get_width() > 1.2 * page.get_height() for page in pages]
            return lines[:_MOST_LINES], bool(wide) and all(wide)
    except Exception:  # a file that pypdfium2 cannot read is read in another way; its first lines are not
        return [], False


def lines_of_text(text: str) -> list[Line]:
    """The lines of a text file, headings in Markdown larger than the rest, pages parted by form feeds."""
    lines: list[Line] = []
    page = 1
    for line in text[:20_000].split("\n"):
        page += line.count("\f")
        bare = tidy(_MARKUP.sub("", line.replace("\f", "")))
        if bare and page <= _PAGES:
            level = len(line) - len(line.lstrip("#")) if re.match(r"#{1,6}\s", line) else 0
            lines.append(Line(bare, size_of(level) if level else 0.0, page, line.strip().startswith("**")))
    return _settled(lines[:_MOST_LINES])


def lines_of_parts(parts: list[Part]) -> list[Line]:
    """The first parts as lines, headings larger by their level."""
    return _settled([line for part in parts[:60] for line in _lines(part)])


def _lines(part: Part) -> list[Line]:
    """The part as a line; of a table the rows that are a letter's head: "Fra", and beside it who."""
    page = part.page or 1
    if part.table is not None:
        rows = [part.table.header, *(row.cells for row in part.table.rows)]
        pairs = [pair for cells in rows for pair in zip(cells[::2], cells[1::2], strict=False)]
        return [Line(f"{label.strip(' :')}: {value}", 0.0, page) for label, value in pairs if is_label(label) and value]
    size = size_of(part.level) if part.level else 0.0
    return [Line(text, size, page, part.strong) for text in part.text.split(BREAK) if text.strip()]


def size_of(level: int) -> float:
    """The size that a heading of the level is taken to have, in points."""
    return BODY + 2 * (7 - min(level, 6))


def _settled(lines: list[Line]) -> list[Line]:
    """The lines, those without a size in the body's where any has one."""
    if not any(line.size for line in lines):
        return lines
    return [Line(line.text, line.size or BODY, line.page, line.strong) for line in lines]


def _page(page: Any, number: int) -> list[Line]:
    """The lines of a page from its top to its foot, as far as the writer's order allows."""
    textpage = page.get_textpage()
    found: list[tuple[float, Line]] = []
    text = textpage.get_text_range(0, min(textpage.count_chars(), 12_000))
    at = 0
    for piece in text.split("\n"):
        for start, part in _apart(textpage, at, piece):
            if bare := tidy(part):
                size, top = _measured(textpage, start, part)
                found.append((top, Line(bare, size, number)))
        at += len(piece) + 1
    return [line for _, line in _in_order(found)]


def _apart(textpage: Any, start: int, piece: str) -> list[tuple[int, str]]:
    """The pieces of a line with wide gaps between them, each with the place of its first letter."""
    cuts = [0, *(i + 1 for i, c in enumerate(piece) if c == " " and _is_wide(textpage, start + i)), len(piece)]
    return [(start + a, piece[a:b]) for a, b in itertools.pairwise(cuts)]


def _is_wide(textpage: Any, space: int) -> bool:
    """Whether the letters at a space stand as far apart as columns do."""
    left, right = pdfium_c.FS_RECTF(), pdfium_c.FS_RECTF()
    known = pdfium_c.FPDFText_GetLooseCharBox(textpage, space - 1, left)
    if not known or not pdfium_c.FPDFText_GetLooseCharBox(textpage, space + 1, right):
        return False
    return bool(right.left - left.right > _GAP * (left.top - left.bottom) > 0)


def _in_order(found: list[tuple[float, Line]]) -> list[tuple[float, Line]]:
    """From the top down where every line has a place."""
    return sorted(found, key=lambda pair: -round(pair[0])) if all(top for top, _ in found) else found


def _measured(textpage: Any, start: int, piece: str) -> tuple[float, float]:
    """The size of a line's type and its top, in points, by the boxes of some of its letters."""
    sizes, tops = [], []
    places = [start + i for i, c in enumerate(piece) if c.isalnum()]
    for place in places[:: max(1, len(places) // _SAMPLED)][:_SAMPLED]:
        box = pdfium_c.FS_RECTF()
        if pdfium_c.FPDFText_GetLooseCharBox(textpage, place, box):
            sizes.append(abs(box.top - box.bottom))
            tops.append(box.top)
    return (round(statistics.median(sizes), 1), max(tops)) if sizes else (0.0, 0.0)
