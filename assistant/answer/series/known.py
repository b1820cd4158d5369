"""Figures that a person knows not to be one: `series.toml` of `assistant.knowledge`, or of the reports' own folder."""

from collections.abc import Collection
from functools import lru_cache
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field

from assistant.knowledge import Entry, Said, path_of, read_entries
from assistant.language.words import stem, words


def _stems(texts: frozenset[str]) -> frozenset[str]:
    return frozenset(stem(word) for text in texts for word in words(text))


_Words = Annotated[frozenset[str], Field(min_length=1), AfterValidator(_stems)]


class Break(Said):
    """A series that changed its meaning after the year `until`; the new one begins in the year `begins`."""

    words: _Words
    until: int
    begins: int = Field(alias="from")

    def parts(self, terms: Collection[str], years: Collection[int]) -> bool:
        """Whether figures of this measure, for these years, stand on both sides."""
        return self.words <= set(terms) and min(years) <= self.until and max(years) >= self.begins


class Apart(Said):
    """Figures for one year that count different things."""

    words: _Words
    year: int
    numbers: frozenset[float] = Field(min_length=2)


class Known(Entry):
    """All entries of a file."""

    breaks: tuple[Break, ...] = Field((), alias="break")
    apart: tuple[Apart, ...] = ()


def load_known() -> Known:
    """The entries of the file, each with its sentence by language; raises SettingsError where one is wrong."""
    return _read(path_of("series.toml"))


@lru_cache(maxsize=4)
def _read(path: Path) -> Known:
    return read_entries(path, Known)
