"""Which reader a file needs: by its name, checked against how the file begins."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from zipfile import BadZipFile

from assistant.errors import ReadError
from ingest.reading.office.archive import opened
from ingest.reading.office.libreoffice import MADE_OVER, made_over
from ingest.reading.sources import Reader, Source
from ingest.reading.text.plain import read_plain

_PLAIN = (".txt", ".md", ".pdf", ".docx", ".html", ".htm")
SUFFIXES = (*_PLAIN, ".xlsx", ".pptx", ".epub", ".eml", ".zip", *MADE_OVER)
_ZIP = b"PK\x03\x04"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def reader_for(path: Path, data: bytes, *, ocr: bool = False) -> Reader:
    """The reader for a file of this name and content. Raises ReadError where the two do not go together."""
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise ReadError("unknown_kind", kind=suffix or "–")
    if suffix == ".pdf":
        _check_pdf(data)
        return partial(_pdf, ocr=ocr)
    if suffix == ".docx":
        _check_docx(data)
        return _docx
    if suffix in MADE_OVER:
        return partial(_by_libreoffice, suffix=suffix)
    if suffix in _OTHERS:
        return _OTHERS[suffix]
    if data.startswith(_ZIP) or data.startswith(b"%PDF-") or data.startswith(_OLD_OFFICE):
        raise ReadError("other_kind", kind=suffix[1:])
    return _html if suffix in (".html", ".htm") else read_plain


def _check_pdf(data: bytes) -> None:
    if b"%PDF-" not in data[:1024] and not (b"%PDF-" in data[:8192] or b"startxref" in data[-2048:]):
        raise ReadError("other_kind", kind="PDF")


def _check_docx(data: bytes) -> None:
    if data.startswith(_OLD_OFFICE):
        raise ReadError("old_word")
    if not data.startswith(_ZIP):
        raise ReadError("other_kind", kind="Word")


def _pdf(data: bytes, *, ocr: bool) -> Source:
    from ingest.reading.cover import lines_of_pdf
    from ingest.reading.pdf import read_pdf

    source = read_pdf(data, ocr=ocr)
    if not source.ocr:
        source.lines, source.is_wide = lines_of_pdf(data)
    return source


def _docx(data: bytes) -> Source:
    from ingest.reading.office.word import read_docx

    return read_docx(data)


def _html(data: bytes) -> Source:
    from ingest.reading.web.html import read_web

    return read_web(data)


def _workbook(data: bytes) -> Source:
    from ingest.reading.office.workbook import read_workbook

    return read_workbook(data)


def _slides(data: bytes) -> Source:
    from ingest.reading.office.slides import read_slides

    return read_slides(data)


def _epub(data: bytes) -> Source:
    from ingest.reading.web.epub import read_epub

    return read_epub(data)


def _mail(data: bytes) -> Source:
    from ingest.reading.web.mail import read_mail

    return read_mail(data)


def _by_libreoffice(data: bytes, *, suffix: str) -> Source:
    if data.startswith(_ZIP) and suffix in (".doc", ".xls", ".ppt"):
        raise ReadError("other_kind", kind=suffix[1:])
    form = Path(f"file.{MADE_OVER[suffix]}")
    made = made_over(data, suffix)
    return reader_for(form, made)(made)


def _archive(data: bytes) -> Source:
    """The one file in a ZIP; of several, which is which could not be told by one name."""
    with opened(data, "ZIP") as archive:
        held = [e for e in archive.infolist() if not e.is_dir() and Path(e.filename).suffix.lower() in SUFFIXES]
        if len(held) != 1 or held[0].filename.lower().endswith(".zip"):
            raise ReadError("several_in_zip" if held else "none_in_zip")
        try:
            inner = archive.read(held[0])
        except (RuntimeError, BadZipFile) as error:
            raise ReadError("encrypted") from error
    return reader_for(Path(held[0].filename), inner)(inner)


_OTHERS: dict[str, Callable[[bytes], Source]] = {
    ".xlsx": _workbook,
    ".pptx": _slides,
    ".epub": _epub,
    ".eml": _mail,
    ".zip": _archive,
}
