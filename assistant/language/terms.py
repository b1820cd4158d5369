"""Other words for the same thing: renamed terms, everyday synonyms, nynorsk and English.

They live in `terms.toml` of `assistant.knowledge`, which an operator can replace.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pydantic import Field

from assistant.knowledge import Entry, path_of, read_entries
from assistant.language.words import runs, stem, words

_Key = tuple[str, ...]
_Section = dict[str, str | tuple[str, ...]]
_Table = dict[_Key, dict[str, None]]


class _Group(Entry):
    terms: tuple[str, ...]


class _File(Entry):
    renamed: tuple[_Group, ...] = ()
    synonyms: _Section = Field({})
    nynorsk: _Section = Field({})
    english: _Section = Field({})


@dataclass(frozen=True, slots=True)
class Terms:
    """All entries, keyed by the stems of what a question may say."""

    norwegian: _Table
    english: _Table
    longest: int

    def other_words(self, text: str, language: str) -> list[str]:
        """The words that reports may use for what `text` says, each once; `language` is `nb`, `nn` or `en`."""
        found: dict[str, None] = {}
        tables = [(self.norwegian, [stem(word) for word in words(text)])]
        if language == "en":
            tables.append((self.english, [_english(word) for word in words(text)]))
        for table, stems in tables:
            for key in runs(stems, self.longest):
                found.update(table.get(key, {}))
        return list(found)


def load_terms() -> Terms:
    """The entries of the file; raises SettingsError where one is wrong."""
    return _read(path_of("terms.toml"))


@lru_cache(maxsize=4)
def _read(path: Path) -> Terms:
    file = read_entries(path, _File)
    norwegian: _Table = defaultdict(dict)
    english: _Table = defaultdict(dict)
    for group in file.renamed:
        for term in group.terms:
            norwegian[_norwegian_key(term)].update(dict.fromkeys(other for other in group.terms if other != term))
    for section in (file.synonyms, file.nynorsk):
        for term, others in section.items():
            norwegian[_norwegian_key(term)].update(dict.fromkeys(_list(others)))
    for term, others in file.english.items():
        english[tuple(_english(word) for word in words(term))].update(dict.fromkeys(_list(others)))
    longest = max(map(len, [*norwegian, *english]), default=1)
    return Terms(norwegian, english, longest)


def _list(value: str | Sequence[str]) -> Iterable[str]:
    return [value] if isinstance(value, str) else value


def _norwegian_key(term: str) -> _Key:
    return tuple(stem(word) for word in words(term))


def _english(word: str) -> str:
    """The singular. A stemmer goes too far here: it makes one of "public" and "publication"."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3 else word
