"""Which reader a file needs: by its name, checked against how the file begins."""

from functools import partial
from pathlib import Path

from assistant.errors import ReadError
from ingest.reading.plain import read_plain
from ingest.reading.sources import Reader, Source

SUFFIXES = (".txt", ".md", ".pdf", ".docx", ".html", ".htm")
_ZIP = b"PK\x03\x04"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def reader_for(path: Path, data: bytes, *, ocr: bool = False) -> Reader:
    """The reader for a file of this name and content. Raises ReadError where the two do not go together."""
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise ReadError(f"unknown kind of file ({suffix or 'no ending'})")
    if suffix == ".pdf":
        _check_pdf(data)
        return partial(_pdf, ocr=ocr)
    if suffix == ".docx":
        _check_docx(data)
        return _docx
    if data.startswith(_ZIP) or data.startswith(b"%PDF-") or data.startswith(_OLD_OFFICE):
        raise ReadError(f"not {suffix[1:]} in spite of its name")
    return _html if suffix in (".html", ".htm") else read_plain


def _check_pdf(data: bytes) -> None:
    if b"%PDF-" not in data[:1024] and not (b"%PDF-" in data[:8192] or b"startxref" in data[-2048:]):
        raise ReadError("not a PDF in spite of its name")


def _check_docx(data: bytes) -> None:
    if data.startswith(_OLD_OFFICE):
        raise ReadError("an encrypted or old Word file, not .docx")
    if not data.startswith(_ZIP):
        raise ReadError("not a Word file in spite of its name")


def _pdf(data: bytes, *, ocr: bool) -> Source:
    from ingest.reading.cover import lines_of_pdf
    from ingest.reading.pdf import read_pdf

    source = read_pdf(data, ocr=ocr)
    if not source.ocr:
        source.lines, source.is_wide = lines_of_pdf(data)
    return source


def _docx(data: bytes) -> Source:
    from ingest.reading.word import read_docx

    return read_docx(data)


def _html(data: bytes) -> Source:
    from ingest.reading.web import read_web

    return read_web(data)
