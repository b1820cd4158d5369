"""Training of the recogniser of requests (`assistant.question.request`): a multinomial logistic regression."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix, hstack

from assistant.embedding import Embedder, Vectors
from assistant.models import TABLES, Request
from assistant.question.request import BUCKETS, ORDER, Recogniser, grams, plain

_STEPS = 150
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed, the turns before it, and what it asks for."""

    text: str
    history: tuple[str, ...]
    request: Request


def read_requests(path: Path) -> list[Asked]:
    """The lines of a file of requests."""
    lines = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return [
        Asked(one["text"], tuple(one.get("history") or ()), Request(one["request"].replace("_", " "))) for one in lines
    ]


def read_questions(path: Path) -> list[Asked]:
    """The lines of a question set as questions, without overviews and comparisons: those may be either."""
    lines = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    kept = (one for one in lines if one["type"] not in ("overview", "comparison"))
    return [Asked(one["question"], tuple(one.get("history") or ()), Request.QUESTION) for one in kept]


def vectors_of(asked: Sequence[Asked], embedder: Embedder) -> Vectors:
    """The vectors of what was typed, shape (n, dimension)."""
    return embedder.embed_queries([one.text for one in asked])


def train(asked: Sequence[Asked], vectors: Vectors, scale: float, decay: float) -> Recogniser:
    """The regression that tells these apart best, its weights held small by `decay`; any threshold is still to come."""
    mean = vectors.mean(0)
    features = _features(asked, (vectors - mean) * scale)
    right = np.array([ORDER.index(one.request) for one in asked])
    wanted, turned = np.eye(len(ORDER))[right], features.T.tocsr()

    def loss(flat: Floats) -> tuple[float, Floats]:
        weights = flat.reshape(features.shape[1], len(ORDER))
        odds = features @ weights
        odds -= odds.max(1, keepdims=True)
        chances = np.exp(odds) / np.exp(odds).sum(1, keepdims=True)
        lost = -np.log(chances[np.arange(len(right)), right] + 1e-12).mean() + decay * (weights**2).sum() / 2
        return float(lost), (turned @ (chances - wanted) / len(right) + decay * weights).ravel()

    found = minimize(
        loss, np.zeros(features.shape[1] * len(ORDER)), jac=True, method="L-BFGS-B", options={"maxiter": _STEPS}
    )
    weights = found.x.reshape(features.shape[1], len(ORDER)).astype(np.float16).astype(np.float32)
    return Recogniser(weights, mean.astype(np.float32), scale, 0.0)


def least_threshold(recogniser: Recogniser, asked: Sequence[Asked], vectors: Vectors, allowed: float) -> float:
    """The least threshold at which at most the share `allowed` of these questions is taken for something else.

    What is answered with a table has a threshold of its own.
    """
    found = (recogniser.chances(one.text, one.history, vector) for one, vector in zip(asked, vectors, strict=True))
    taken = sorted(
        (float(one.max()) for one in found if ORDER[int(one.argmax())] not in TABLES | {Request.QUESTION}), reverse=True
    )
    kept = int(allowed * len(asked))
    return round(taken[kept] + 0.005, 2) if kept < len(taken) else 0.0


def shares(recogniser: Recogniser, asked: Sequence[Asked], vectors: Vectors) -> dict[str, tuple[float, int]]:
    """For each request the share that is taken for what it is, and how many there are."""
    pairs = zip(asked, vectors, strict=True)
    taken = [recogniser.recognise(one.text, one.history, vector)[0] for one, vector in pairs]
    told: dict[str, tuple[float, int]] = {}
    for request in ORDER:
        right = [one is request for one, a in zip(taken, asked, strict=True) if a.request is request]
        if right:
            told[request.value] = (sum(right) / len(right), len(right))
    return told


def save(recogniser: Recogniser, path: Path, card: dict[str, object]) -> None:
    """Write the weights in 16 bits, and beside them the card that tells what they were made of."""
    np.savez_compressed(path, weights=recogniser.weights.astype(np.float16), mean=recogniser.mean)
    told = {**card, "scale": recogniser.scale, "threshold": recogniser.threshold}
    path.with_suffix(".json").write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _features(asked: Sequence[Asked], own: Vectors) -> csr_matrix:
    rows = [grams(one.text) for one in asked]
    starts = np.cumsum([0, *map(len, rows)])
    worth = np.concatenate([np.full(len(row), 1 / np.sqrt(len(row))) for row in rows])
    held = csr_matrix((worth, np.concatenate(rows), starts), shape=(len(rows), BUCKETS))
    has_history = np.array([bool(one.history) for one in asked])[:, None]
    told = np.stack([plain(one.text, one.history) for one in asked])
    return csr_matrix(hstack([own, own * has_history, held, told]))
