"""Norwegian places (municipalities, counties, regions) that a sentence is about."""

import re
from functools import lru_cache
from pathlib import Path

from assistant.knowledge import path_of

# A sentence about these is about no single place, whatever stood before it.
_ALL = re.compile(
    r"\b(?:land(?:et|ets|sdel\w*|sbasis|sgjennomsnitt\w*)|nasjonal\w*|Norge|Noreg|alle kommun\w+|kommun(?:ene|ane)"
    r"|på landsbasis|fylk(?:ene|a)|direktorat\w*|IMDi)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-ZÆØÅ][\wæøåÆØÅ-]+")


def place_of(text: str) -> str | None:
    """The one place that a sentence names; "" where it names several, or speaks of all; None where it names none."""
    found = named(text)
    if len(found) == 1 and not _ALL.search(text):
        return next(iter(found))
    return "" if found or _ALL.search(text) else None


def named(text: str) -> frozenset[str]:
    """The places that a text names."""
    return frozenset(word for match in _WORD.finditer(text) if (word := _base(match[0])) in places())


def places() -> frozenset[str]:
    """The names in `places.txt`, one a line."""
    return _read(path_of("places.txt"))


@lru_cache(maxsize=4)
def _read(path: Path) -> frozenset[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def _base(word: str) -> str:
    """The name without a genitive: "Trondheims" is Trondheim, "Moss" is Moss."""
    return word[:-1] if word.endswith("s") and word not in places() else word
