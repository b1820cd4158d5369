"""A stand-in for the embedding model, for tests in which meaning does not matter."""

import hashlib

import numpy as np

from assistant.embedding import Vectors
from assistant.language.words import words

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


def _vector(text: str) -> Vectors:
    vector = np.full(DIMENSION, 0.01, dtype=np.float32)
    for word in words(text):
        vector[int.from_bytes(hashlib.sha256(word.encode()).digest()[:4], "big") % DIMENSION] += 1
    unit: Vectors = vector / np.linalg.norm(vector)
    return unit
