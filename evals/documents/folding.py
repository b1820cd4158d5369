"""Texts made comparable: what counts as the same words in a report, a quote and an answer."""

import re
import unicodedata
from functools import lru_cache

_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_NOT_LETTER = re.compile(r"[\W_]+")
# NFKC would glue a superscript footnote mark to the number before it: 29 000²⁵ is not 29 00025.
_SUPERSCRIPT = re.compile("[\u00b2\u00b3\u00b9\u2070-\u207f]+")
# What `squeeze` passes over: each stretch of it.
UNREAD = re.compile(f"{_TAG.pattern}|{_SUPERSCRIPT.pattern}|\u00ad")


def plain(text: str) -> str:
    """`text` in lower case and compatibility form (ligatures parted), tags and footnote marks as spaces."""
    text = _SUPERSCRIPT.sub(" ", _TAG.sub(" ", text.replace("\u00ad", "")))
    return unicodedata.normalize("NFKC", text).lower()


@lru_cache(maxsize=20_000)
def squeeze(text: str) -> str:
    """Letters and digits of `text` alone: blind to markup, spacing, hyphenation and ligatures."""
    return _NOT_LETTER.sub("", plain(text))


def one_line(text: str) -> str:
    """`text` with every run of white space as one space."""
    return " ".join(text.split())


def similar(first: str, second: str) -> float:
    """Share of character trigrams that two texts have in common (Jaccard), 0 to 1."""
    a, b = _trigrams(squeeze(first)), _trigrams(squeeze(second))
    return len(a & b) / len(a | b) if a | b else 1.0


def _trigrams(text: str) -> set[str]:
    return {text[i : i + 3] for i in range(max(1, len(text) - 2))} if text else set()
