"""A second opinion on a page's numbers, by pypdf: what it reads otherwise than pypdfium2 is not to be quoted.

Numbers are misread by font, so pages are read twice only until each of their fonts has been right several times.
"""

import io
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from assistant.reasons import reason
from ingest.reading.pdf.layout.lines import Line
from ingest.reading.pdf.sheet import Sheet
from ingest.words.characters import squeezed
from ingest.words.notes import without_notes

_WORD = re.compile(r"[^\W\d_]{4,}")
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
        digits = Counter(str(unicodedata.digit(c)) for c in text if c.isdigit())
        if digits == sheet.digits:
            self._agreed.update(fonts)
            return sheet
        return _without_disputed(sheet, _Other(_folded(text), digits.total() >= sheet.digits.total()), index + 1)

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


@dataclass(frozen=True, slots=True)
class _Other:
    """The other reading of a page; `whole` says that it has as many digits, so that none of its text is missing."""

    said: str
    whole: bool

    def disputes(self, line: Line) -> bool:
        """True where the line has numbers, and was read in the other reading, but not with these numbers."""
        text = without_notes(line.text)
        folded = _folded(text)
        if not any(c.isdigit() for c in folded) or folded in self.said:
            return False
        words = [_folded(word) for word in _WORD.findall(text)]
        return 2 * sum(word in self.said for word in words) >= len(words) if words else self.whole


def _without_disputed(sheet: Sheet, other: _Other, number: int) -> Sheet:
    lines = [replace(line, lettering=True) if other.disputes(line) else line for line in sheet.lines]
    drafts = [
        replace(
            draft, rows=[[[line for line in cell if not other.disputes(line)] for cell in row] for row in draft.rows]
        )
        for draft in sheet.drafts
    ]
    if lines == sheet.lines and drafts == sheet.drafts:
        return sheet
    return replace(sheet, lines=lines, drafts=drafts, warnings=[*sheet.warnings, reason("disputed", page=number)])
