"""Figures that a person knows not to be one: `known.toml`, which anyone can add to."""

import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from assistant.language.words import stem, words

FILE = Path(__file__).with_name("known.toml")


@dataclass(frozen=True, slots=True)
class Break:
    """A series that changed its meaning after the year `until`; the new one begins in the year `begins`."""

    words: frozenset[str]
    until: int
    begins: int
    said: dict[str, str]

    def parts(self, terms: Collection[str], years: Collection[int]) -> bool:
        """Whether figures of this measure, for these years, stand on both sides."""
        return self.words <= set(terms) and min(years) <= self.until and max(years) >= self.begins


@dataclass(frozen=True, slots=True)
class Apart:
    """Figures for one year that count different things."""

    words: frozenset[str]
    year: int
    numbers: frozenset[float]
    said: dict[str, str]


@dataclass(frozen=True, slots=True)
class Known:
    """All entries of a file."""

    breaks: tuple[Break, ...]
    apart: tuple[Apart, ...]


@lru_cache(maxsize=1)
def load_known(path: Path = FILE) -> Known:
    """The entries of a file; `said` holds each one's sentence by language."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return Known(
        tuple(Break(_stems(item), item["until"], item["from"], _said(item)) for item in data.get("break", [])),
        tuple(
            Apart(_stems(item), item["year"], frozenset(map(float, item["numbers"])), _said(item))
            for item in data.get("apart", [])
        ),
    )


def _stems(item: dict[str, list[str]]) -> frozenset[str]:
    return frozenset(stem(word) for text in item["words"] for word in words(text))


def _said(item: dict[str, str]) -> dict[str, str]:
    return {language: item[language] for language in ("nb", "nn", "en")}
