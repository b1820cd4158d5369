"""Text of PDF pages by pypdf, where pypdfium2 fails: lines without their places."""

import io
from typing import IO

from ingest.reading.pdf.layout.lines import Line

_SIZE = 10.0
_MOST_PAGES = 2000


def fallback_lines(data: bytes, index: int) -> list[Line]:
    """The lines of one page (counted from 0); none where pypdf cannot read it either."""
    try:
        from pypdf import PdfReader

        return _lines(PdfReader(io.BytesIO(data), strict=False).pages[index].extract_text() or "", index + 1)
    except Exception:
        return []


def fallback_pages(stream: IO[bytes]) -> list[list[Line]]:
    """The lines of all pages; empty where the file cannot be opened."""
    pages: list[list[Line]] = []
    try:
        from pypdf import PdfReader

        reader = PdfReader(stream, strict=False)
        if reader.is_encrypted:
            return []
        count = min(len(reader.pages), _MOST_PAGES)
    except Exception:
        return []
    for i in range(count):
        try:
            pages.append(_lines(reader.pages[i].extract_text() or "", i + 1))
        except Exception:
            pages.append([])
    return pages if any(pages) else []


def _lines(text: str, page: int) -> list[Line]:
    """Lines set as if in one column of full lines, so that they are read on as running text."""
    lines = [line for line in text.splitlines() if line.strip()]
    return [
        Line(line.strip(), 50.0, 50.0 + 5 * len(line.strip()), 800.0 - 13 * i, _SIZE, page)
        for i, line in enumerate(lines)
    ]
