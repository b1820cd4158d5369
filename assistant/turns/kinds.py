"""Which kind a turn of conversation, or one about the last answer, is: a greeting, thanks, "shorter", "where" …

A logistic regression over the bundled model's vector of what was typed and its letter n-grams, trained by
`evals train-kinds`.
"""

import logging
import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.embedding import Embedder, Vectors
from assistant.language.words import ngrams, words
from assistant.models import Request

BUCKETS = 8192  # that n-grams are hashed into
LEAST = 0.22  # chance of a kind that is taken for it
FILE = Path(__file__).with_name("kinds.npz")
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Kinds:
    """The trained regression: `names` are "request/kind", `weights` of shape (features, names)."""

    names: tuple[str, ...]
    weights: NDArray[np.float32]
    mean: Vectors

    @classmethod
    def load(cls, path: Path = FILE) -> "Kinds":
        """Raises OSError, KeyError or ValueError where the file is missing or damaged."""
        with np.load(path) as file:
            names, weights, mean = tuple(map(str, file["names"])), file["weights"], file["mean"]
        if weights.shape != (len(mean) + BUCKETS + 1, len(names)):
            raise ValueError(f"{path} has weights of shape {weights.shape}")
        return cls(names, weights.astype(np.float32), mean.astype(np.float32))

    def kind_of(self, request: Request, text: str, vector: Vectors) -> str:
        """The likeliest kind of a turn that makes this request, `vector` being its text's; "" where none is likely."""
        of_request = [i for i, name in enumerate(self.names) if name.startswith(f"{request.name.lower()}/")]
        odds = (features(text, vector, self.mean) @ self.weights)[of_request]
        chances = np.exp(odds - odds.max())
        best = int(chances.argmax())
        return self.names[of_request[best]].partition("/")[2] if chances[best] >= LEAST * chances.sum() else ""


def features(text: str, vector: Vectors, mean: Vectors) -> NDArray[np.float32]:
    """What the regression sees of a text: its vector, its n-grams, and an offset."""
    seen = np.zeros(len(mean) + BUCKETS + 1, np.float32)
    seen[: len(mean)] = 8 * (vector - mean)
    buckets = len(mean) + np.array(_grams(text), np.int64)
    seen[buckets] = 3 / np.sqrt(max(1, len(buckets)))
    seen[-1] = 1
    return seen


def load_kinds(embedder: Embedder) -> Kinds | None:
    """The bundled kinds; None, with one line in the log, where they cannot be used."""
    try:
        kinds = Kinds.load()
        if len(kinds.mean) != embedder.dimension:
            raise ValueError("they are made for another embedding model")
    except (OSError, KeyError, ValueError) as error:
        log.warning("Kinds of conversation are not told apart: %s", error)
        return None
    return kinds


def _grams(text: str) -> list[int]:
    """The buckets of the letter n-grams of a text's words, and of the words themselves."""
    said = words(text)
    found = {gram for word in said for n in (3, 4, 5) for gram in ngrams(word, n)} | {f"1|{word}" for word in said}
    return sorted({zlib.crc32(gram.encode()) % BUCKETS for gram in found})
