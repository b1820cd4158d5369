"""Pairs to calibrate the check of a model's sentences on: what bears a sentence, and what only looks like it.

A digest says in other words what its report says, as a language model does. A statement of a digest and the report's
statement with the same figures are a pair that must stand; the same statement and the one next to that, on the same
matter without the figures, are a pair that must fall. Figures are left out of the comparison itself.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.embedding import Embedder
from assistant.index.lexical import Lexical
from assistant.language.words import numbers, word_terms
from assistant.models import Hit, Passage
from assistant.settings import CheckSettings
from assistant.statements import Statement, statements_of
from assistant.writing.check import Checker

_FIGURES, _WORDS = 2, 6  # a statement with fewer figures or content words could be paired with several


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence and a source; `stands` says whether the source bears it."""

    sentence: str
    source: str
    stands: bool


@dataclass(frozen=True, slots=True)
class Measured:
    """What the check makes of a pair: the share of words, and the nearness in meaning."""

    stands: bool
    shared: float
    nearness: float


def pairs(digests: Sequence[Passage], reports: Sequence[Passage]) -> Iterator[Pair]:
    """The pairs of digests with the reports that they sum up; `document` of both is the report's name."""
    by_report: dict[str, list[Statement]] = {}
    for unit in _statements(reports):
        by_report.setdefault(unit.passage.document, []).append(unit)
    for statement in _statements(digests):
        figures = numbers(statement.text)
        if len(figures) < _FIGURES or len(set(word_terms(statement.text))) < _WORDS:
            continue
        others = by_report.get(statement.passage.document, [])
        bearing = [place for place, unit in enumerate(others) if figures <= numbers(unit.text)]
        if len(bearing) != 1:
            continue
        beside = [others[place] for place in (bearing[0] - 1, bearing[0] + 1) if 0 <= place < len(others)]
        sentence = _without_figures(statement.text)
        yield Pair(sentence, _without_figures(others[bearing[0]].text), True)
        for unit in beside[:1]:
            yield Pair(sentence, _without_figures(unit.text), False)


def measure(found: Sequence[Pair], lexical: Lexical, embedder: Embedder) -> list[Measured]:
    """The check's two figures for each pair."""
    checker = Checker(CheckSettings(), lexical, embedder)
    return [
        Measured(pair.stands, checker.shared(pair.sentence, pair.source), checker.nearness(pair.sentence, pair.source))
        for pair in found
    ]


def rates(measured: Sequence[Measured], shared_above: float, meaning_above: float) -> tuple[float, float]:
    """The share of pairs that rightly stand, and of those that wrongly do."""

    def share(stands: bool) -> float:
        own = [one for one in measured if one.stands is stands]
        through = [one for one in own if one.shared >= shared_above or one.nearness >= meaning_above]
        return len(through) / len(own) if own else 0.0

    return share(True), share(False)


def _statements(passages: Sequence[Passage]) -> list[Statement]:
    return statements_of([Hit(passage, 0.0) for passage in passages if not passage.cells])


def _without_figures(text: str) -> str:
    return " ".join(word for word in text.split() if not any(character.isdigit() for character in word))
