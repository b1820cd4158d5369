"""Renamed terms and replaced laws, by the year from which the new holds.

They live in `outdated.toml` beside this module, which a person can add to.
"""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from assistant.language.words import fold

FILE = Path(__file__).with_name("outdated.toml")


@dataclass(frozen=True, slots=True)
class Outdated:
    """Words that have gone out of use: `said` holds the sentence for users by language."""

    pattern: re.Pattern[str]
    since: int
    said: dict[str, str]

    def is_in(self, text: str) -> bool:
        """Whether the text has the old words."""
        return bool(self.pattern.search(fold(text)))


@lru_cache(maxsize=1)
def load_outdated(path: Path = FILE) -> tuple[Outdated, ...]:
    """The entries of the file, in its order."""
    entries = tomllib.loads(path.read_text(encoding="utf-8"))["outdated"]
    return tuple(Outdated(_pattern(item["old"]), item["since"], _said(item)) for item in entries)


def outdated_in(texts: Iterable[tuple[str, int | None]]) -> list[Outdated]:
    """The entries whose old words stand in one of the texts, each given with its report's year, from before the change.

    A text without a year counts as older.
    """
    dated = list(texts)
    return [
        entry
        for entry in load_outdated()
        if any((year is None or year < entry.since) and entry.is_in(text) for text, year in dated)
    ]


def _pattern(old: list[str]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(re.escape(fold(words)) for words in old) + ")")


def _said(item: dict[str, str]) -> dict[str, str]:
    return {language: item[language] for language in ("nb", "nn", "en")}
