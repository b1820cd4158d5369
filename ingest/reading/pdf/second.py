"""A second opinion on a page's numbers, by pypdf: what it reads otherwise than pypdfium2 is not to be quoted.

Numbers are misread by font, so pages are read twice only until each of their fonts has been right several times.
"""

import io
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from assistant.reasons import reason
from ingest.reading.characters import squeezed
from ingest.reading.notes import without_notes
from ingest.reading.pdf.lines import Line
from ingest.reading.pdf.sheet import Sheet

_ENOUGH = 3  # pages on which a font was read alike
_MOST_LETTERS = 20_000  # on one page; beyond it pypdf takes too long
_DEEPEST = 3  # forms within forms


class SecondReading:
    """pypdf's reading of a file, looked at where a font is not known to be read right."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._reader: Any = None
        self._agreed: Counter[object] = Counter()

    def checked(self, index: int, sheet: Sheet) -> Sheet:
        """The sheet of page `index` (from 0), its lines and cells left out whose numbers pypdf reads otherwise.

        Where pypdf cannot read the page there is no second opinion, and the sheet stays as it is.
        """
        if not sheet.digits or sheet.letters > _MOST_LETTERS:
            return sheet
        try:
            page = self._page(index)
            fonts = set(_fonts(page))
            if fonts and all(self._agreed[font] >= _ENOUGH for font in fonts):
                return sheet
            text = page.extract_text() or ""
        except Exception:  # a file that pypdf cannot read has no second reading
            return sheet
        if Counter(str(unicodedata.digit(c)) for c in text if c.isdigit()) == sheet.digits:
            self._agreed.update(fonts)
            return sheet
        return _without_disputed(sheet, _folded(text), index + 1) if text.strip() else sheet

    def _page(self, index: int) -> Any:
        if self._reader is None:
            from pypdf import PdfReader

            self._reader = PdfReader(io.BytesIO(self._data), strict=False)
        return self._reader.pages[index]


def _fonts(holder: Any, depth: int = 0) -> Iterator[object]:
    """What tells the fonts of a page, and of the forms on it, apart."""
    resources = holder.get("/Resources", {}).get_object() if "/Resources" in holder else {}
    fonts = resources.get("/Font", {})
    for font in (fonts.get_object() if hasattr(fonts, "get_object") else fonts).values():
        yield getattr(font, "idnum", id(font))
    forms = resources.get("/XObject", {})
    for form in (forms.get_object() if hasattr(forms, "get_object") else forms).values():
        inner = form.get_object()
        if depth < _DEEPEST and inner.get("/Subtype") == "/Form":
            yield from _fonts(inner, depth + 1)


def _folded(text: str) -> str:
    """The text's letters and digits, raised ones as plain."""
    return squeezed(unicodedata.normalize("NFKC", text))


def _without_disputed(sheet: Sheet, said: str, number: int) -> Sheet:
    def kept(line: Line) -> bool:
        text = _folded(without_notes(line.text))
        return not any(c.isdigit() for c in text) or text in said

    lines = [line if kept(line) else replace(line, lettering=True) for line in sheet.lines]
    drafts = [
        replace(draft, rows=[[[line for line in cell if kept(line)] for cell in row] for row in draft.rows])
        for draft in sheet.drafts
    ]
    warnings = [*sheet.warnings, reason("disputed", page=number)]
    return replace(sheet, lines=lines, drafts=drafts, warnings=warnings)
