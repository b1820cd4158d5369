"""A PDF, page by page, to parts: pypdfium2 for characters with their places, pypdf where it cannot read a page."""

import contextlib
import io
import logging
from dataclasses import dataclass, field, replace
from typing import Any

import pypdfium2

from assistant.errors import ReadError
from assistant.pdfium import LOCK
from assistant.reasons import Reason, reason
from ingest.metadata import Properties
from ingest.parts import Part, PartKind, sliced
from ingest.reading.pdf.fallback import fallback_lines, fallback_pages
from ingest.reading.pdf.grids.tables import Draft, goes_on, parts_of
from ingest.reading.pdf.labels import labels_of, printed_labels
from ingest.reading.pdf.layout.furniture import without_furniture
from ingest.reading.pdf.layout.lines import Line
from ingest.reading.pdf.layout.paragraphs import paragraphs, setting_of
from ingest.reading.pdf.ocr import recognised_lines
from ingest.reading.pdf.outline import outline_of
from ingest.reading.pdf.properties import properties_of
from ingest.reading.pdf.second import SecondReading
from ingest.reading.pdf.sheet import Sheet, read_sheet
from ingest.reading.sources import Source
from ingest.words.characters import squeezed
from ingest.words.hyphens import Joiner, joiner_for
from ingest.words.lists import run_of_items

_MOST_PAGES = 20_000
_FEWEST_LETTERS = 25  # on an average page; a scan's text layer holds next to none


@dataclass(slots=True)
class _Book:
    """What was read of a PDF so far: lines and tables page by page; `folded` where two stand on one somewhere."""

    pages: list[list[Line]] = field(default_factory=list)
    tables: list[list[Draft]] = field(default_factory=list)
    warnings: list[Reason] = field(default_factory=list)
    outline: dict[str, int] = field(default_factory=dict)
    properties: Properties = field(default_factory=Properties)
    labels: dict[int, str] = field(default_factory=dict)
    folded: bool = False
    pictures: int = 0
    recognised: int = 0


def read_pdf(data: bytes, *, ocr: bool = False) -> Source:
    """The parts of a PDF; with `ocr` pages that are pictures are read by Tesseract.

    Raises ReadError where the file cannot be opened, is locked, or holds no text.
    """
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    book = _read(data, ocr)
    letters = sum(len(line.text) for lines in book.pages for line in lines) + 200 * sum(len(t) for t in book.tables)
    if not book.pages:
        raise ReadError("empty")
    if letters < _FEWEST_LETTERS * len(book.pages) and (book.pictures or not letters):
        raise ReadError("scanned")
    parts, joiner = _parts(book)
    return Source(parts, joiner, book.properties, book.warnings, labels=book.labels, ocr=book.recognised > 0)


def _read(data: bytes, ocr: bool) -> _Book:
    try:
        with LOCK:
            document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error):
            raise ReadError("encrypted") from error
        return _read_again(data, error)
    try:
        return _read_open(document, data, ocr)
    finally:
        with contextlib.suppress(Exception), LOCK:
            document.close()


def _read_open(document: Any, data: bytes, ocr: bool) -> _Book:
    with LOCK:
        count = len(document)
        if count > _MOST_PAGES:
            raise ReadError("too_many_pages", pages=count)
        book = _Book(outline=outline_of(document), properties=properties_of(document, data))
        book.labels = labels_of(document, count)
        with contextlib.suppress(Exception):  # a damaged form must not cost the text
            document.init_forms()
    second = SecondReading(data)
    for i in range(count):
        try:
            with LOCK:
                page = _page(document, i)
            page = second.checked(i, page)
        except MemoryError:
            raise
        except Exception:  # one damaged page must not cost the others
            page = Sheet(fallback_lines(data, i))
            page.warnings.append(reason("part_of_page" if page.lines else "page", page=i + 1))
        if ocr and (page.bare or page.unnamed):
            page = _recognised(document, i, book, page)
        elif page.bare:
            book.pictures += 1
            page.warnings.append(reason("picture", page=i + 1))
        for lines, drafts in page.halves:
            book.pages.append(lines)
            book.tables.append(drafts)
        book.folded |= page.fold is not None
        book.warnings += page.warnings
    return book


def _recognised(document: Any, i: int, book: _Book, page: Sheet) -> Sheet:
    """A page that is a picture, or whose letters have no names, by OCR; as it was, with a word, where that fails."""
    try:
        lines = recognised_lines(document, i)
    except ReadError:
        raise
    except Exception:
        book.pictures += 1
        page.warnings.append(reason("picture_not_read", page=i + 1))
        return page
    book.recognised += 1
    return Sheet(lines, warnings=[reason("ocr", page=i + 1)])


def _page(document: Any, i: int) -> Sheet:
    page = document[i]
    try:
        return read_sheet(page, i + 1, document.formenv)
    finally:
        page.close()


def _read_again(data: bytes, error: Exception) -> _Book:
    """A file that pypdfium2 cannot open, by pypdf, which forgives more."""
    pages = fallback_pages(io.BytesIO(data))
    if not pages:
        raise ReadError("damaged") from error
    warnings = [reason("without_layout")]
    return _Book(pages, [[] for _ in pages], warnings, properties=Properties(pages=len(pages)))


def _parts(book: _Book) -> tuple[list[Part], Joiner]:
    pages, printed = without_furniture(book.pages)
    if not book.folded:  # else a number is not its page's place
        book.labels = book.labels or printed_labels(printed)
    words = [line.text for lines in pages for line in lines]
    cells = [line.text for page in book.tables for d in page for row in d.rows for cell in row for line in cell]
    joiner = joiner_for("\n".join(words + cells))
    setting = setting_of(pages)
    parts: list[Part] = []
    for group in _groups(pages, book.tables):
        found = parts_of(group, joiner) if isinstance(group, Draft) else paragraphs(group, setting, joiner)
        parts += [q for p in found for q in _settled(p, book.outline)]
    return parts, joiner


def _groups(pages: list[list[Line]], tables: list[list[Draft]]) -> list[list[Line] | Draft]:
    """Runs of lines and the tables between them, in reading order, a table cut by a page end in one piece."""
    groups: list[list[Line] | Draft] = []
    for lines, drafts in zip(pages, tables, strict=True):
        waiting = list(drafts)
        last = groups[-1] if groups else None
        if waiting and isinstance(last, Draft) and goes_on(last, waiting[0]) and not _above(lines, waiting[0]):
            last.more.append(waiting.pop(0))
        for line in lines:
            while waiting and line.y < waiting[0].top:
                groups.append(waiting.pop(0))
            if not groups or isinstance(groups[-1], Draft):
                groups.append([])
            run = groups[-1]
            if isinstance(run, list):
                run.append(line)
        groups += waiting
    return groups


def _above(lines: list[Line], draft: Draft) -> bool:
    return any(line.y > draft.top for line in lines)


def _settled(part: Part, outline: dict[str, int]) -> list[Part]:
    """The part as it is; a list set in one paragraph as its points; a line that the outline names as a heading."""
    if part.kind is PartKind.TEXT and 3 < len(part.text) < 250 and (level := outline.get(squeezed(part.text))):
        return [replace(part, kind=PartKind.HEADING, level=level)]
    if part.kind is PartKind.TEXT or (part.kind is PartKind.ITEM and part.marker in ("1.", "2.", "•")):
        return _points(part)
    return [part]


def _points(part: Part) -> list[Part]:
    """A list set in one paragraph as its points; any other part as it is."""
    whole = part
    if part.marker in ("1.", "2."):
        marks = tuple(replace(m, offset=m.offset + 3 if m.offset else 0) for m in part.marks)
        whole = replace(part, text=f"{part.marker} {part.text}", marks=marks)
    found = run_of_items(whole.text, listed=part.kind is PartKind.ITEM)
    if not found:
        return [part]
    lead = sliced(whole, 0, found[0][0])
    items = [lead] if lead.text else []
    ends = [start for start, _, _ in found[1:]] + [len(whole.text)]
    for (_, begin, marker), end in zip(found, ends, strict=True):
        item = sliced(whole, begin, end)
        if item.text:
            items.append(replace(item, kind=PartKind.ITEM, marker=marker or part.marker or "•", strong=False))
    return items
