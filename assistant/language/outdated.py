"""Renamed terms and replaced laws, by the year from which the new holds.

They live in `outdated.toml` of `assistant.knowledge`, which an operator can replace.
"""

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache
from pathlib import Path

from assistant.knowledge import Entry, Said, path_of, read_entries
from assistant.language.words import fold


class Outdated(Said):
    """Words that have gone out of use: `said` holds the sentence for users by language."""

    old: tuple[str, ...]
    since: int
    source: str

    def is_in(self, text: str) -> bool:
        """Whether the text has the old words."""
        return bool(self._pattern.search(fold(text)))

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(r"\b(?:" + "|".join(re.escape(fold(words)) for words in self.old) + ")")


class _File(Entry):
    outdated: tuple[Outdated, ...] = ()


def load_outdated() -> tuple[Outdated, ...]:
    """The entries of the file, in its order; raises SettingsError where one is wrong."""
    return _read(path_of("outdated.toml"))


@lru_cache(maxsize=4)
def _read(path: Path) -> tuple[Outdated, ...]:
    return read_entries(path, _File).outdated


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
