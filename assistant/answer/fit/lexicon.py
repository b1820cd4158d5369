"""The closed classes of words that questions are held against: groups, units, directions (`slots.toml`)."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from assistant.language.words import fold, stem

FILE = Path(__file__).with_name("slots.toml")
EVERYDAY = Path(__file__).with_name("everyday.txt")
Classes = Mapping[str, re.Pattern[str]]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Each class as one pattern over folded text (`flat`)."""

    groups: Classes
    group_words: Mapping[str, tuple[str, ...]]
    units: Classes
    unit_patterns: Classes
    premise: Classes
    directions: Classes
    beyond: Classes
    plan: re.Pattern[str]
    told: re.Pattern[str]
    idle: frozenset[str]
    everyday: frozenset[str]
    own: frozenset[str]

    def words_of_group(self, word: str) -> tuple[str, ...]:
        """The words that name the same group as `word` does, by their beginnings; none where it names no group."""
        named = (name for name, pattern in self.groups.items() if pattern.match(word))
        return tuple(other for name in named for other in self.group_words[name])


@lru_cache(maxsize=1)
def lexicon(path: Path = FILE) -> Lexicon:
    """The classes of a slots file."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return Lexicon(
        groups=_classes(data["groups"]),
        group_words={name: _single(entries) for name, entries in data["groups"].items()},
        units=_classes(data["units"]),
        unit_patterns={name: re.compile(pattern) for name, pattern in data["unit_patterns"].items()},
        premise=_classes(data["premise"]),
        directions=_classes(data["directions"]),
        beyond=_classes(data["beyond"]),
        plan=re.compile("|".join(data["plans"]["announced"])),
        told=re.compile("|".join(data["plans"]["told"])),
        idle=frozenset(data["idle"]["words"].split()),
        own=frozenset(data["idle"]["names"].split()),
        everyday=_everyday(EVERYDAY),
    )


@lru_cache(maxsize=4096)
def flat(text: str) -> str:
    """Folded text with one space between words, hyphens and marks parted, as the patterns expect it."""
    return re.sub(r"[^\w%.,]+", " ", fold(text))


def met(classes: Classes, text: str) -> frozenset[str]:
    """The classes that a flat text has a word of."""
    return frozenset(name for name, pattern in classes.items() if pattern.search(text))


def _everyday(path: Path) -> frozenset[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    found = [word for line in lines if not line.startswith("#") for word in line.split()]
    return frozenset([*found, *map(stem, found)])


def _classes(table: Mapping[str, Iterable[str]]) -> Classes:
    return {name: _pattern(entries) for name, entries in table.items()}


def _pattern(entries: Iterable[str]) -> re.Pattern[str]:
    parts = (re.escape(entry[:-1]) + r"\b" if entry.endswith(".") else re.escape(entry) for entry in entries)
    return re.compile(r"\b(?:" + "|".join(parts) + ")")


def _single(entries: Iterable[str]) -> tuple[str, ...]:
    """The entries that are one word, without the sign that they are whole."""
    return tuple(entry.removesuffix(".") for entry in entries if " " not in entry)
