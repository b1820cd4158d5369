"""Figures that a person knows not to be one: `series.toml` of `assistant.knowledge`, or of the reports' own folder."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from assistant.knowledge import Said, path_of, read_entries
from assistant.language.words import stem, words


class _Break(Said):
    words: tuple[str, ...] = Field(min_length=1)
    until: int
    begins: int = Field(alias="from")


class _Apart(Said):
    words: tuple[str, ...] = Field(min_length=1)
    year: int
    numbers: tuple[float, ...] = Field(min_length=2)


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    breaks: tuple[_Break, ...] = Field((), alias="break")
    apart: tuple[_Apart, ...] = ()


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


def load_known() -> Known:
    """The entries of the file, each with its sentence by language; raises SettingsError where one is wrong."""
    return _read(path_of("series.toml"))


@lru_cache(maxsize=4)
def _read(path: Path) -> Known:
    file = read_entries(path, _File)
    return Known(
        tuple(Break(_stems(one.words), one.until, one.begins, one.by_language) for one in file.breaks),
        tuple(Apart(_stems(one.words), one.year, frozenset(one.numbers), one.by_language) for one in file.apart),
    )


def _stems(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(stem(word) for text in texts for word in words(text))
