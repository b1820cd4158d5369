"""The verifier: whether the statements that were chosen answer the question, and which of its words they leave untold.

The reader ranks many statements; this looks once more at the few that are shown, trained on near-misses alone (after Hu
et al. 2019, "Read + Verify: Machine Reading Comprehension with Unanswerable Questions"; `evals train-verifier`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from assistant.errors import ReaderError
from assistant.language.words import STOP
from assistant.reader.scorer import Scorer, or_none
from assistant.reader.weights import VERIFIED, Floats, odds

FILE = Path(__file__).with_name("verifier.safetensors")
_LIKELY = 1.0  # log-odds from which on a word is untold
_SHORTEST, _MOST = 4, 2  # letters of a word that is named, and how many are
_WORD = re.compile(r"\w[\w-]*")


@dataclass(frozen=True, slots=True)
class Verified:
    """The log-odds that the first statement answers, those of the best, and the words that the first leaves untold."""

    first: float
    best: float
    untold: tuple[str, ...]


class Verifier:
    """Thread-safe. `weights` are those of `weights.VERIFIED`, and last the offset."""

    def __init__(self, scorer: Scorer, weights: Sequence[float]) -> None:
        self._scorer = scorer
        self.weights = tuple(weights)

    @classmethod
    def load(cls, path: Path = FILE) -> "Verifier":
        """Raises ReaderError where the adapters are missing, damaged or made for another encoder."""
        scorer = Scorer.load(path)
        weights = scorer.card.get("weights", ())
        if len(weights) != len(VERIFIED) + 1:
            raise ReaderError("reader_adapters", path=path, error="weights")
        return cls(scorer, weights)

    def verify(self, question: str, statements: Sequence[str]) -> Verified:
        """Look at one statement or several, the likeliest first."""
        scores, untold = self._scorer.with_words(question, statements)
        named = [word for word, likely in self._words(question, untold[0]) if likely >= _LIKELY and _tells(word)]
        return Verified(float(scores[0]), float(scores.max()), tuple(named[:_MOST]))

    def _words(self, question: str, untold: Floats) -> list[tuple[str, float]]:
        """The words as typed, those that are likeliest to be untold first: each by its likeliest token."""
        said, places = self._scorer.places_of(question)
        found = {}
        for word in _WORD.finditer(said):
            tokens = zip(untold, places, strict=False)
            own = [one for one, at in tokens if at and at[0] < word.end() and word.start() < at[1]]
            found[word[0]] = float(max(own, default=-np.inf))
        return sorted(found.items(), key=lambda one: -one[1])

    def odds(self, told: Floats, verified: Verified) -> Floats:
        """The log-odds that a question has an answer, shape (1,), by what the reader told of it (`weights.ANSWER`)."""
        return odds(np.hstack([told, [[verified.first, verified.best]]]), self.weights)


def load_verifier(path: Path = FILE) -> Verifier | None:
    """None, with one line in the log, where it cannot be read."""
    return or_none(lambda: Verifier.load(path), "Whether a question is answered goes by the reader alone.")


def _tells(word: str) -> bool:
    """Whether naming the word says something: it is no word of grammar."""
    return len(word) >= _SHORTEST and word.lower() not in STOP
