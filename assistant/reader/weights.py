"""How the reader's score and what retrieval says are weighed: fitted by `evals calibrate`, kept in the reader's card.

Each is a logistic regression: the weighed sum is the log-odds that a statement answers, that a passage holds an answer,
that the question has one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

# What each is told, in the order of its weights; all retrieval is against the best passage of the question.
STATEMENT = ("score", "retrieval", "words", "other words")
PASSAGE = ("best score", "retrieval", "words", "other words", "unread")
ANSWER = ("score of the likeliest", "odds of the likeliest", "best score", "odds of the second")
VERIFIED = (*ANSWER, "verified, of the likeliest", "verified, the best")


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of each, and last its offset."""

    statement: tuple[float, ...]
    passage: tuple[float, ...]
    answer: tuple[float, ...]

    @classmethod
    def from_card(cls, card: Mapping[str, Sequence[float]]) -> "Weights":
        """The weights that a card tells; raises KeyError or ValueError where it tells others."""
        found = cls(*(tuple(map(float, card[name])) for name in ("statement", "passage", "answer")))
        for weights, names in ((found.statement, STATEMENT), (found.passage, PASSAGE), (found.answer, ANSWER)):
            if len(weights) != len(names) + 1:
                raise ValueError("a weight is missing or one too many")
        return found

    def to_card(self) -> dict[str, tuple[float, ...]]:
        """What `from_card` reads."""
        return asdict(self)


def odds(told: Floats, weights: Sequence[float]) -> Floats:
    """The log-odds for each row of what is told, shape (n,)."""
    return np.asarray(told @ np.asarray(weights[:-1]) + weights[-1], dtype=np.float64)


def chance(odds: Floats) -> Floats:
    """Log-odds as chances, 0 to 1."""
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(odds, -30, 30))), dtype=np.float64)


def softmax(odds: Floats) -> Floats:
    """Log-odds of classes as their chances, which add up to 1."""
    exponents = np.exp(odds - odds.max())
    return np.asarray(exponents / exponents.sum(), dtype=np.float64)


def of_answer(scores: Floats, said: Floats) -> Floats:
    """What is told of a question, shape (1, 4), in the order of ANSWER: of its statements' scores and log-odds."""
    ranked = np.argsort(-said, kind="stable")
    first, second = ranked[0], ranked[min(1, len(ranked) - 1)]
    return np.array([[scores[first], said[first], scores.max(), said[second]]])


# Where nothing reads: fitted like the others, without scores.
WITHOUT_READER = Weights(
    (0.0, 2.46, 4.06, 1.22, -3.98), (0.0, 2.84, 1.71, 0.45, 0.0, -1.19), (0.0, 0.74, 0.0, 0.0, 2.5)
)
