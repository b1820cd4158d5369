"""Renamed terms and replaced laws, by the year from which the new holds.

They live in `outdated.toml` of `assistant.knowledge`, which an operator can replace.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from assistant.knowledge import Said, path_of, read_entries
from assistant.language.words import fold


class _Entry(Said):
    old: tuple[str, ...]
    since: int
    source: str


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    outdated: tuple[_Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Outdated:
    """Words that have gone out of use: `said` holds the sentence for users by language."""

    pattern: re.Pattern[str]
    since: int
    said: dict[str, str]

    def is_in(self, text: str) -> bool:
        """Whether the text has the old words."""
        return bool(self.pattern.search(fold(text)))


def load_outdated() -> tuple[Outdated, ...]:
    """The entries of the file, in its order; raises SettingsError where one is wrong."""
    return _read(path_of("outdated.toml"))


@lru_cache(maxsize=4)
def _read(path: Path) -> tuple[Outdated, ...]:
    entries = read_entries(path, _File).outdated
    return tuple(Outdated(_pattern(entry.old), entry.since, entry.by_language) for entry in entries)


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


def _pattern(old: Iterable[str]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(re.escape(fold(words)) for words in old) + ")")
