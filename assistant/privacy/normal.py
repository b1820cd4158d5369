"""Text in which every kind of space, dash, dot and figure is one, each at the place where it stood."""

import re
import unicodedata

# No wider than what it stands for, so that a find's place is its place in the text that was typed.
_SAME = {
    **dict.fromkeys(
        "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "
    ),
    **dict.fromkeys("\t\u200b\u2060\ufeff", " "),
    **dict.fromkeys("\u00ad\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-"),
    **dict.fromkeys("\u00b7\u2022\u2024\u2027\uff0e", "."),
    "\uff20": "@",
    "\uff0b": "+",
}
_TABLE = str.maketrans(_SAME)
_OTHER_DIGIT = re.compile(r"[^\W0-9_]", re.UNICODE)


def normal(text: str) -> str:
    """The text with one form for each separator and figure; as long as it was."""
    plain = text.translate(_TABLE)
    return plain if plain.isascii() else _OTHER_DIGIT.sub(_figure, plain)


def _figure(match: re.Match[str]) -> str:
    digit = unicodedata.digit(match.group(), None)
    return match.group() if digit is None else str(digit)


def near(pattern: re.Pattern[str], text: str, start: int, end: int, *, before: int = 45, after: int = 35) -> bool:
    """Whether a word of the pattern stands near the characters `start` to `end`."""
    return bool(
        pattern.search(text, max(0, start - before), start) or pattern.search(text, end, min(len(text), end + after))
    )
