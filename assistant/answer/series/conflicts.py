"""Figures of the evidence that do not agree: the same measure, year and unit, another value."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from assistant.answer.series.choosing import agrees, lines_of
from assistant.answer.series.fitting import Subject, share_held
from assistant.answer.series.known import Apart, load_known
from assistant.answer.series.lines import Line, Value, content, likeness, marks_under
from assistant.answer.series.numbers import Number, numbers
from assistant.answer.series.sentences import sentences_of, single
from assistant.language.words import stem, words
from assistant.models import Hit

_NAMES = re.compile(r"\b(?:figur|tabell|figure|table) [\d.-]+", re.I)
_LOOKED_AT = 12  # passages
_ALIKE, _SHARED = 0.6, 4  # likeness of two statements, and stems that they share, at least
_ASKED = 0.5  # share of the question that both must hold


@dataclass(frozen=True, slots=True)
class Stated:
    """One figure of the evidence with the words around it."""

    said: str
    kind: str
    noun: str
    value: Value

    @property
    def terms(self) -> frozenset[str]:
        """The stems that say what is measured."""
        return content(self.said)

    @property
    def marks(self) -> frozenset[str]:
        """What tells it from other figures that are worded alike."""
        return marks_under(self.said, self.value.statement.passage)


def conflicts(
    asked: Subject, kinds: Collection[str], hits: Sequence[Hit], cited: Collection[str]
) -> list[tuple[Value, Value]]:
    """The figures of these kinds that disagree about what is asked, one of them cited; best passages first.

    Precise before complete: two statements must be worded nearly alike, name the same groups and numbers, and be for
    the same year.
    """
    readings = [
        one for one in _readings(hits[:_LOOKED_AT]) if one.kind in kinds and share_held(asked, one.terms) >= _ASKED
    ]
    found: dict[frozenset[float], tuple[Value, Value]] = {}
    for one, other in combinations(readings, 2):
        both = (one.value, other.value)
        if any(value.statement.passage.id in cited for value in both) and _differ(one, other):
            found.setdefault(frozenset(value.number for value in both), both)
    return [*found.values()]


def counted_apart(hits: Sequence[Hit], cited: Collection[str]) -> Apart | None:
    """The known pair of figures that count different things, where both stand in the evidence and one is cited."""
    looked_at = [hit.passage for hit in hits[:_LOOKED_AT]]
    for known in load_known().apart:
        held: set[float] = set()
        is_cited = False
        for passage in looked_at:
            said = {stem(word) for word in words(f"{' '.join(passage.path)} {passage.text}")}
            values = {number.value for number in numbers(passage.text)} & known.numbers
            if values and all(any(term.startswith(word) for term in said) for word in known.words):
                held |= values
                is_cited = is_cited or passage.id in cited
        if held == known.numbers and is_cited:
            return known
    return None


def _readings(hits: Sequence[Hit]) -> Iterator[Stated]:
    for line in lines_of(hits):
        yield from (_of_line(line, value) for value in line.values)
    for rank, hit in enumerate(hits):
        for statement in sentences_of(hit.passage, rank):
            if (found := single(statement)) is None:
                continue
            number, year = found
            stated = year.year if year else statement.passage.year
            if stated and not (year and year.part):
                value = Value(stated, number.text, number.value, statement, "", year is not None)
                yield Stated(_without(statement.text, number), number.kind, number.noun, value)


def _without(text: str, number: Number) -> str:
    """The statement without its figure and without the names of figures and tables."""
    return _NAMES.sub("", text[: number.start] + text[number.end :])


def _of_line(line: Line, value: Value) -> Stated:
    return Stated(line.measure, line.kind, line.measured_in, value)


def _differ(one: Stated, other: Stated) -> bool:
    if (one.kind, one.value.year) != (other.kind, other.value.year) or agrees(one.value, other.value):
        return False
    if one.kind != "percent" and one.noun != other.noun:
        return False
    if one.value.statement.passage.id == other.value.statement.passage.id:
        return False  # side by side in one place stand several measures, not several answers
    if not one.value.is_stated and one.value.statement.passage.document != other.value.statement.passage.document:
        return False
    shared = len(one.terms & other.terms)
    return one.marks == other.marks and shared >= _SHARED and likeness(one.terms, other.terms) >= _ALIKE
