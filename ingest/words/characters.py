"""Characters made ordinary: ligatures, spaces, invisible marks. The wording stays the report's own."""

import re
import unicodedata

BREAK = "\v"  # a line break that the writer set within a paragraph
LINE_END_HYPHENS = "-\u2010\u00ad\ufffe\x02"
SOFT_HYPHENS = "\u2010\u00ad"  # set by a typesetter at a line end; a writer types "-"
BULLETS = "•◦▪▫●○■□‣⁃∙·➢➤►✓✔❖⮚\uf0b7\uf0a7\uf0d8\uf076\uf0fc\uf06e\uf02d\u2043\uf0e0"

_LIGATURES = {ord(c): unicodedata.normalize("NFKC", c) for c in "ﬀﬁﬂﬃﬄﬅﬆ"}
_DROPPED = {ord(c): None for c in "\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\x00"}
_CONTROL = re.compile(r"[\x01\x03-\x08\x0e-\x1f\x7f]")
_SPACES = re.compile(r"[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+")


def tidy(text: str) -> str:
    """`text` in one line: NFC, ligatures spelt out, every run of white space one space, no invisible marks.

    Hyphens at line ends must have been joined before: soft hyphens that are left are dropped.
    """
    text = text.translate(_LIGATURES).translate(_DROPPED)
    text = _CONTROL.sub("", text).replace("\u00ad", "").replace("\u2010", "-").replace("\u2011", "-")
    text = text.replace("\ufffe", "-").replace("\x02", "-")
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text)).strip()


def lined(text: str) -> str:
    """`text` made ordinary with its line breaks (`BREAK`) kept, by which a letter's head is read."""
    return BREAK.join(line for piece in text.split(BREAK) if (line := tidy(piece)))


def squeezed(text: str) -> str:
    """Letters and digits alone, lower case, compatibility forms resolved: what two wordings are compared by."""
    return "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())
