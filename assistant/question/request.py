"""What a user wants done with what was typed: a question answered, or something else.

A logistic regression over the bundled model's vector of the text and its letter n-grams and words, trained by
`evals train-requests`. What is not plainly another request is a question.
"""

import json
import logging
import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.embedding import Embedder, Vectors
from assistant.models import TABLES, Request

FILE = Path(__file__).with_name("request.npz")
ORDER = tuple(Request)  # of the regression's outputs
BUCKETS = 16384  # that n-grams are hashed into
PLAIN = 4  # features beside vectors and n-grams
_LONG, _SHORT = 20, 3  # words
_PLAIN_TABLE = 0.82  # the chance that those together need: at most one question of a hundred is taken for one
_TOKEN = re.compile(r"\w+|[?!.,«»:]")
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Recogniser:
    """The trained regression: `weights` of shape (features, requests), `mean` the training texts' mean vector."""

    weights: NDArray[np.float32]
    mean: Vectors
    scale: float
    threshold: float

    @classmethod
    def load(cls, path: Path = FILE) -> "Recogniser":
        """Raises OSError, KeyError or ValueError where the file or its card is missing or damaged."""
        card = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        with np.load(path) as file:
            weights, mean = file["weights"].astype(np.float32), file["mean"].astype(np.float32)
        if weights.shape != (2 * len(mean) + BUCKETS + PLAIN, len(ORDER)):
            raise ValueError(f"{path} has weights of shape {weights.shape}")
        return cls(weights, mean, float(card["scale"]), float(card["threshold"]))

    def recognise(self, text: str, history: Sequence[str], vector: Vectors) -> tuple[Request, float]:
        """What `text`, whose vector is `vector`, asks for after the user's earlier turns, and how likely that is.

        A question where nothing else is likely enough.
        """
        chances = self.chances(text, history, vector)
        question = ORDER.index(Request.QUESTION)
        likeliest = int(chances.argmax())
        # "Oppsummer studiene om mentorer" may be a summary, a list or an overview: whichever, it is no question.
        tables = float(chances[[ORDER.index(one) for one in TABLES]].sum())
        is_table = ORDER[likeliest] in TABLES
        if (tables < _PLAIN_TABLE) if is_table else (chances[likeliest] < self.threshold):
            likeliest = question
        return ORDER[likeliest], tables if is_table and likeliest != question else float(chances[likeliest])

    def chances(self, text: str, history: Sequence[str], vector: Vectors) -> NDArray[np.float32]:
        """The chance of each request, in the order of `ORDER`."""
        buckets = grams(text)
        own = (vector - self.mean) * self.scale
        size = len(own)
        odds = own @ self.weights[:size] + plain(text, history) @ self.weights[2 * size + BUCKETS :]
        if buckets:
            odds = odds + self.weights[2 * size + np.array(buckets)].sum(0) / np.sqrt(len(buckets))
        if history:
            odds = odds + own @ self.weights[size : 2 * size]
        else:
            odds[ORDER.index(Request.ABOUT_ANSWER)] = -np.inf  # there is none
        exponents = np.exp(odds - odds.max())
        return np.asarray(exponents / exponents.sum(), dtype=np.float32)


def grams(text: str) -> list[int]:
    """The buckets of a text's letter n-grams, words and pairs of words, each once; figures are all alike."""
    folded = re.sub(r"\s+", " ", re.sub(r"\d", "0", text.casefold())).strip()
    marked = f" {folded} "
    found = {marked[i : i + n] for n in (2, 3, 4, 5) for i in range(len(marked) - n + 1)}
    tokens = _TOKEN.findall(folded)
    found |= {f"1|{token}" for token in tokens}
    found |= {f"2|{one}|{other}" for one, other in zip(["", *tokens], [*tokens, ""], strict=True)}
    return sorted({zlib.crc32(gram.encode()) % BUCKETS for gram in found})


def plain(text: str, history: Sequence[str]) -> NDArray[np.float32]:
    """Whether there is a history, an offset, how long the text is, and whether it is very short."""
    count = len(text.split())
    return np.array([bool(history), 1, min(count, _LONG) / _LONG, count <= _SHORT], dtype=np.float32)


def recognise(
    recogniser: Recogniser | None, embedder: Embedder, text: str, history: Sequence[str] = ()
) -> tuple[Request, float]:
    """What is asked for and how likely that is; always a question where there is no recogniser.

    A turn that is no more than a question after what came before may still ask plainly for more by itself.
    """
    if recogniser is None:
        return Request.QUESTION, 1.0
    vector = embedder.embed_query(text)
    found = recogniser.recognise(text, history, vector)
    if history and found[0] is Request.QUESTION:
        alone = recogniser.recognise(text, (), vector)
        return found if alone[0] is Request.CONVERSATION else alone
    return found


def load_recogniser(embedder: Embedder) -> Recogniser | None:
    """The bundled recogniser; None, with one line in the log, where it is damaged or made for another model."""
    try:
        recogniser = Recogniser.load()
        if embedder.name != json.loads(FILE.with_suffix(".json").read_text(encoding="utf-8"))["model"]:
            raise ValueError(f"they are made for another embedding model than {embedder.name}")
    except (OSError, KeyError, ValueError) as error:
        log.warning("Requests are not told apart, all are questions: %s", error)
        return None
    return recogniser
