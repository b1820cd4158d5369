"""Other words for the same thing: renamed terms, everyday synonyms, nynorsk and English.

They live in `terms.toml` of `assistant.knowledge`, which an operator can replace.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from assistant.knowledge import path_of, read_entries
from assistant.language.words import stem, words

_Key = tuple[str, ...]
_Section = dict[str, str | tuple[str, ...]]


class _Group(BaseModel):
    model_config = ConfigDict(extra="forbid")

    terms: tuple[str, ...]


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    renamed: tuple[_Group, ...] = ()
    synonyms: _Section = {}
    nynorsk: _Section = {}
    english: _Section = {}


@dataclass(frozen=True, slots=True)
class Renamed:
    """Names of one thing over the years or side by side."""

    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Terms:
    """All entries, keyed by the stems of what a question may say."""

    norwegian: dict[_Key, tuple[str, ...]]
    english: dict[_Key, tuple[str, ...]]
    renamed: tuple[Renamed, ...]
    longest: int

    def other_words(self, text: str, language: str) -> list[str]:
        """The words that reports may use for what `text` says, each once; `language` is `nb`, `nn` or `en`."""
        found: dict[str, None] = {}
        tables = [(self.norwegian, [stem(word) for word in words(text)])]
        if language == "en":
            tables.append((self.english, [_english(word) for word in words(text)]))
        for table, stems in tables:
            for key in _phrases(stems, self.longest):
                found.update(dict.fromkeys(table.get(key, ())))
        return list(found)


def load_terms() -> Terms:
    """The entries of the file; raises SettingsError where one is wrong."""
    return _read(path_of("terms.toml"))


@lru_cache(maxsize=4)
def _read(path: Path) -> Terms:
    file = read_entries(path, _File)
    renamed = tuple(Renamed(group.terms) for group in file.renamed)
    norwegian: dict[_Key, dict[str, None]] = defaultdict(dict)
    english: dict[_Key, dict[str, None]] = defaultdict(dict)
    for group in renamed:
        for term in group.terms:
            norwegian[_norwegian_key(term)].update(dict.fromkeys(other for other in group.terms if other != term))
    for section in (file.synonyms, file.nynorsk):
        for term, others in section.items():
            norwegian[_norwegian_key(term)].update(dict.fromkeys(_list(others)))
    for term, others in file.english.items():
        english[tuple(_english(word) for word in words(term))].update(dict.fromkeys(_list(others)))
    longest = max(map(len, [*norwegian, *english]), default=1)
    return Terms(_frozen(norwegian), _frozen(english), renamed, longest)


def _frozen(table: dict[_Key, dict[str, None]]) -> dict[_Key, tuple[str, ...]]:
    return {key: tuple(values) for key, values in table.items()}


def _list(value: str | Sequence[str]) -> Iterable[str]:
    return [value] if isinstance(value, str) else value


def _norwegian_key(term: str) -> _Key:
    return tuple(stem(word) for word in words(term))


def _english(word: str) -> str:
    """The singular. A stemmer goes too far here: it makes one of "public" and "publication"."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3 else word


def _phrases(stems: Sequence[str], longest: int) -> Iterable[_Key]:
    for size in range(1, longest + 1):
        for start in range(len(stems) - size + 1):
            yield tuple(stems[start : start + size])
