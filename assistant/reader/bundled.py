"""The reader of this package, trained by `evals train`: question and statement in, log-odds of an answer out."""

from collections.abc import Sequence
from pathlib import Path

from assistant.errors import ReaderError
from assistant.reader.scorer import Scorer
from assistant.reader.verifier import Verifier, load_verifier
from assistant.reader.weights import Floats, Weights

FILE = Path(__file__).with_name("reader.safetensors")


class BundledReader:
    """Thread-safe: one question at a time is read."""

    def __init__(self, scorer: Scorer, weights: Weights, verifier: Verifier | None) -> None:
        self._scorer = scorer
        self.weights = weights
        self.verifier = verifier

    @classmethod
    def load(cls, path: Path = FILE) -> "BundledReader":
        """Read adapters and the weights of their card; raises ReaderError where they do not fit or are damaged.

        Without a verifier that can be read, one line in the log says so.
        """
        scorer = Scorer.load(path)
        try:
            return cls(scorer, Weights.from_card(scorer.card["weights"]), load_verifier())
        except (KeyError, TypeError, ValueError) as error:
            raise ReaderError("reader_adapters", path=path, error=type(error).__name__) from error

    def scores(self, question: str, statements: Sequence[str]) -> Floats:
        """For each statement the log-odds that it answers the question, shape (n,)."""
        return self._scorer.scores(question, statements)
