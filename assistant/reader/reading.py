"""What was found, read: its likeliest statements, each with its chance to answer, and the passages ranked by them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.index.lexical import Lexical
from assistant.language.words import STOP, letter_terms, ngrams, words
from assistant.models import Hit, Passage
from assistant.question import Question
from assistant.reader import Reader
from assistant.reader.weights import WITHOUT_READER, Floats, Weights, chance, odds, of_answer
from assistant.search.candidates import Candidate, other_words
from assistant.settings import ReaderSettings
from assistant.statements import Statement, as_read, pairs_of

_UNREAD = -8.0  # the score that a statement has that was not read
# Chances of an answer from which and up to which it reads on. Below, more statements make near-misses look answered (6
# of 77 no longer told apart, for one answer of 15 won); above, no answer is won (docs/figures.md).
_NONE, _SURE = 0.3, 0.95
_SPAN = 8.0  # log-odds from the best passage to one that is worth nothing beside it


@dataclass(frozen=True, slots=True)
class Read:
    """A statement, the chance, 0 to 1, that it answers the question, and the reader's own score (log-odds)."""

    statement: Statement
    chance: float
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Reading:
    """The statements that were read and the passages that were found, both best first."""

    statements: tuple[Read, ...]
    hits: tuple[Hit, ...]
    weights: Weights


@dataclass(frozen=True, slots=True)
class Looked:
    """What is known of the statements that are read: `told` is of shape (n, 4), in the order of `weights.STATEMENT`."""

    statements: tuple[Statement, ...]
    told: Floats


def read(
    question: Question,
    candidates: Sequence[Candidate],
    lexical: Lexical,
    reader: Reader | None,
    settings: ReaderSettings,
) -> Reading:
    """Read the candidates' likeliest statements; those that are not read have no chance."""
    looked = look(question, candidates, lexical, reader, settings)
    weights = reader.weights if reader else WITHOUT_READER
    chances = chance(odds(looked.told, weights.statement))
    worth = odds(of_passages(candidates, looked), weights.passage)
    best = np.argsort(-worth, kind="stable")
    hits = tuple(
        Hit(candidates[i].passage, max(0.01, 1 + float(worth[i] - worth.max()) / _SPAN), candidates[i].cosine)
        for i in best
    )
    ranks = {hit.passage.id: rank for rank, hit in enumerate(hits)}
    statements = (
        Read(Statement(one.passage, one.span, ranks[one.passage.id]), float(chances[i]), float(looked.told[i, 0]))
        for i, one in enumerate(looked.statements)
    )
    return Reading(tuple(sorted(statements, key=lambda one: -one.chance)), hits, weights)


def look(
    question: Question,
    candidates: Sequence[Candidate],
    lexical: Lexical,
    reader: Reader | None,
    settings: ReaderSettings,
) -> Looked:
    """The statements that are likeliest by what costs little to compute, and the reader's score of each.

    Where the first hold a sure answer, or none, it stops there; else it reads on.
    """
    found, told = _every(question, candidates, lexical)
    count = settings.statements
    order = np.argsort(-odds(told, WITHOUT_READER.statement), kind="stable")[: count + settings.further]
    first, rest = order[:count], order[count:]
    if reader is None:
        return _looked(found, told, first)
    told[first, 0] = _scores(question, [found[i] for i in first], reader)
    if not len(rest) or not _is_unsure(told[first], reader.weights):
        return _looked(found, told, first)
    told[rest, 0] = _scores(question, [found[i] for i in rest], reader)
    return _looked(found, told, order)


def _every(question: Question, candidates: Sequence[Candidate], lexical: Lexical) -> tuple[Sequence[Statement], Floats]:
    """All statements of the candidates, and what is told of them before they are read."""
    asked, others = Overlap(question.whole, lexical), Overlap(other_words(question), lexical)
    top = max((one.fused for one in candidates), default=0.0)
    found, rows = [], []
    for rank, one in enumerate(candidates):
        shares = zip(asked.of_statements(one.passage), others.of_statements(one.passage), strict=True)
        for span, (own, other) in zip(one.passage.spans, shares, strict=True):
            found.append(Statement(one.passage, span, rank))
            rows.append((0.0, one.fused - top, own, other))
    return found, np.array(rows, dtype=np.float64).reshape(-1, 4)


def _looked(found: Sequence[Statement], told: Floats, places: NDArray[np.intp]) -> Looked:
    return Looked(tuple(found[i] for i in places), told[places])


def _scores(question: Question, statements: Sequence[Statement], reader: Reader) -> Floats:
    return reader.scores(question.whole, [as_read(one.passage, one.span) for one in statements])


def _is_unsure(told: Floats, weights: Weights) -> bool:
    """Whether what was read may answer and is not sure to: others may say it better."""
    said = chance(odds(of_answer(told[:, 0], odds(told, weights.statement)), weights.answer))[0]
    return bool(_NONE <= said < _SURE)


def of_passages(candidates: Sequence[Candidate], looked: Looked) -> Floats:
    """What is known of each passage, shape (candidates, 5), in the order of `weights.PASSAGE`."""
    top = max((one.fused for one in candidates), default=0.0)
    told = np.array([(_UNREAD, one.fused - top, 0.0, 0.0, 1.0) for one in candidates]).reshape(-1, 5)
    for one, (score, _, own, other) in zip(looked.statements, looked.told, strict=True):
        row = told[one.rank]
        row[0] = max(row[0], score) if not row[4] else score
        row[2:4] = np.maximum(row[2:4], (own, other))
        row[4] = 0.0
    return told


def of_question(read: Sequence[Read]) -> Floats:
    """What is known of whether the question has an answer, shape (1, 4), in the order of `weights.ANSWER`."""
    held = np.clip([one.chance for one in read], 1e-9, 1 - 1e-9)
    return of_answer(np.array([one.score for one in read]), np.log(held / (1 - held)))


class Overlap:
    """How much of a question single statements say by their letters: its n-grams, each with its rarity."""

    def __init__(self, text: str, lexical: Lexical) -> None:
        self._weights: Mapping[str, float] = lexical.weights("letters", set(letter_terms(text)))
        self._total = sum(self._weights.values())
        self._held: dict[str, frozenset[str]] = {}

    def of_statements(self, passage: Passage) -> list[float]:
        """For each statement the share of the n-grams, by rarity, that it and (half as much) its headings hold."""
        if not self._total:
            return [0.0] * len(passage.spans)
        above = self._of(" ".join((passage.title, *passage.path)))
        row = pairs_of(passage)
        said = [row or passage.text[span.lead[0] : span.lead[1]] + " " + passage.text[span.start : span.end]
                for span in passage.spans]  # fmt: skip
        own = [self._of(text) for text in said]
        return [(self._sum(held) + self._sum(above - held) / 2) / self._total for held in own]

    def _of(self, text: str) -> frozenset[str]:
        """The n-grams of the question that a text holds."""
        return frozenset().union(*(self._in(word) for word in words(text)))

    def _in(self, word: str) -> frozenset[str]:
        if word not in self._held:
            self._held[word] = frozenset() if word in STOP else frozenset(ngrams(word)) & self._weights.keys()
        return self._held[word]

    def _sum(self, terms: frozenset[str]) -> float:
        return sum(self._weights[term] for term in terms)
