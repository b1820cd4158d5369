"""Measures in the evidence: the same thing counted for several years, by one source in one place."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from assistant.language.numerals import COUNTING
from assistant.language.words import STOP, stem, words
from assistant.models import Passage
from assistant.statements import Statement

FILE = Path(__file__).with_name("words.toml")


def word_list(name: str) -> frozenset[str]:
    """The stems of a list in `words.toml`."""
    return frozenset(stem(word) for word in _lists()[name].split())


@lru_cache(maxsize=1)
def _lists() -> dict[str, str]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


_SPANS = re.compile(rf"\b(?:\d{{1,2}}|{'|'.join(sorted(COUNTING))})[ -](?:år|måned|månad|uke|veke|dag|time)", re.I)
_HOLLOW, _TOLD_APART = word_list("hollow"), word_list("told_apart")
_DENIALS = word_list("denials")


@dataclass(frozen=True, slots=True)
class Value:
    """One figure: its year, as written and as a number, who was counted, and the statement that it stands in.

    `is_stated` is false where the statement names no year and the report's own is taken; `part` says of which part of
    the year it is, where it is not of the whole ("per september").
    """

    year: int
    text: str
    number: float
    statement: Statement
    counted: str = ""
    is_stated: bool = True
    part: str = ""

    @property
    def of_whom_or_what(self) -> str:
        """The part of the year and who was counted, as a reader is told."""
        return ", ".join(said for said in (self.part, self.counted) if said)


@dataclass(frozen=True, slots=True)
class Line:
    """One measure for several years in one place.

    `kind` is that of its numbers (percent, money, …), `measured_in` their unit; `above` are the headings over it and
    `label` its name without them.
    """

    measure: str
    kind: str
    measured_in: str
    values: tuple[Value, ...]
    above: str = ""
    label: str = ""

    @property
    def passage(self) -> Passage:
        """The passage that the newest figure stands in."""
        return self.values[-1].statement.passage

    @property
    def passage_rank(self) -> int:
        """The rank of that passage, 0 the best."""
        return self.values[-1].statement.rank

    @property
    def terms(self) -> frozenset[str]:
        """The stems that say what is measured."""
        return content(self.measure)

    @property
    def marks(self) -> frozenset[str]:
        """What tells it from other measures, the heading next above included."""
        return marks_under(self.measure, self.passage)


def content(text: str) -> frozenset[str]:
    """The stems of a text that tell what it is about: no small words, no words of counting, no numbers."""
    return frozenset(
        stemmed
        for word in words(text)
        if word not in STOP and not word[0].isdigit() and (stemmed := stem(word)) not in _HOLLOW
    )


def marks(text: str) -> frozenset[str]:
    """What tells one measure from another that is worded alike: groups, ages and spans of time, letters, "not"."""
    spans = {match.casefold().replace("-", " ") for match in _SPANS.findall(text)}
    return frozenset(stemmed for word in words(text) if (stemmed := stem(word)) in _TOLD_APART) | spans


def marks_under(text: str, passage: Passage) -> frozenset[str]:
    """The marks of a statement and of the heading that it stands under: "Ventetid" under "Enslige mindreårige"."""
    heading = passage.path[-1] if passage.path else ""
    return marks(text) | (marks(heading) - _DENIALS)


def likeness(a: frozenset[str], b: frozenset[str]) -> float:
    """The share of all their stems that two measures have in common."""
    return len(a & b) / len(a | b) if a and b else 0.0
