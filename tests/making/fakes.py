"""Stand-ins for the embedding model and the reader, for tests in which meaning does not matter."""

import hashlib
from collections.abc import Sequence

import numpy as np

from assistant.embedding import Vectors
from assistant.language.words import word_terms, words
from assistant.reader.weights import Floats, Weights

DIMENSION = 64


class FakeEmbedder:
    """Counts words into a short vector: fast, the same every time, and near where texts share words.

    `asked` remembers every passage text that had to be embedded.
    """

    def __init__(self, name: str = "fake") -> None:
        self.name = name
        self.dimension = DIMENSION
        self.identity = f"{name} {DIMENSION}"
        self.asked: list[str] = []

    def embed_query(self, question: str) -> Vectors:
        return _vector(question)

    def embed_queries(self, questions: list[str]) -> Vectors:
        return np.stack([_vector(question) for question in questions])

    def embed_passages(self, texts: list[str]) -> Vectors:
        self.asked += texts
        return np.stack([_vector(text) for text in texts]) if texts else np.zeros((0, DIMENSION), dtype=np.float32)


# The score alone says how likely a statement is, and the likeliest statement how likely an answer.
SCORE_ALONE = Weights((1.0, 0.0, 0.0, 0.0, 0.0), (1.0, 0.0, 0.0, 0.0, 0.0, 0.0), (0.0, 1.0, 0.0, 0.0, 0.0))
_SURE = 5.0  # the score where a statement holds every word of the question; less so where it holds none


class FakeReader:
    """Takes shared words for an answer: the score grows with the share of the question's words that a statement holds.

    `asked` remembers every question, `shown` every statement that had to be read.
    """

    weights, verifier = SCORE_ALONE, None

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.shown: list[str] = []

    def scores(self, question: str, statements: Sequence[str]) -> Floats:
        self.asked.append(question)
        self.shown += statements
        wanted = set(word_terms(question))
        shares = [len(wanted & set(word_terms(one))) / max(1, len(wanted)) for one in statements]
        return _SURE * (2 * np.array(shares, dtype=np.float64) - 1)


def _vector(text: str) -> Vectors:
    vector = np.full(DIMENSION, 0.01, dtype=np.float32)
    for word in words(text):
        vector[int.from_bytes(hashlib.sha256(word.encode()).digest()[:4], "big") % DIMENSION] += 1
    unit: Vectors = vector / np.linalg.norm(vector)
    return unit
