"""Weights for the confidence that the assistant abstains by: fitted on questions with and without an answer.

A logistic regression over the gaps that `assistant.answer.fit.features` measures. No weight may be negative: a gap
never speaks for an answer. Questions without an answer are rarer in use than in our sets, so the bias is moved to what
it would be if they were the share `share` of all.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.answer.fit.features import FEATURES
from assistant.answer.fit.model import Weights

Floats = NDArray[np.float64]
_FOLDS = 10
_STEPS = 4000


@dataclass(frozen=True, slots=True)
class Case:
    """One question of one set: what is missing of it, whether it has an answer, and the kind of near-miss it is."""

    set: str
    id: str
    gaps: Mapping[str, float]
    answerable: bool
    kind: str = ""


def fit_weights(cases: Sequence[Case], share: float = 0.15, strictness: float = 0.3, made_by: str = "") -> Weights:
    """The weights that tell the cases apart best; `strictness` draws them towards 0."""
    gaps = np.array([[case.gaps[name] for name in FEATURES] for case in cases], dtype=np.float64)
    unanswerable = _unanswerable(cases)
    fitted = _fit(gaps, unanswerable, strictness)
    fitted[-1] += _odds(share) - _odds(float(unanswerable.mean()))
    rounded = [round(float(value), 3) for value in fitted]
    return Weights(rounded[-1], dict(zip(FEATURES, rounded[:-1], strict=True)), made_by)


def held_out(cases: Sequence[Case], share: float = 0.15, strictness: float = 0.3) -> Floats:
    """The confidence of every case under weights that were fitted without it, in ten parts."""
    parts = np.random.default_rng(0).permutation(len(cases)) % _FOLDS
    confidence = np.zeros(len(cases))
    for part in range(_FOLDS):
        weights = fit_weights([case for case, at in zip(cases, parts, strict=True) if at != part], share, strictness)
        for i in map(int, np.flatnonzero(parts == part)):
            confidence[i] = weights.confidence(cases[i].gaps)
    return confidence


def threshold(confidence: Floats, cases: Sequence[Case], wrongly: float) -> float:
    """The highest confidence to abstain below at which at most the share `wrongly` of what has an answer is lost."""
    answerable = np.sort(confidence[_unanswerable(cases) == 0])
    return float(answerable[min(int(wrongly * len(answerable)), len(answerable) - 1)])


def _unanswerable(cases: Sequence[Case]) -> Floats:
    return np.array([not case.answerable for case in cases], dtype=np.float64)


def _odds(share: float) -> float:
    return float(np.log(share / (1 - share)))


def _fit(gaps: Floats, unanswerable: Floats, strictness: float) -> Floats:
    """Accelerated projected gradient descent on the log loss with a ridge; the last value is the bias."""
    rows = np.hstack([gaps, np.ones((len(gaps), 1))])
    ridge = np.append(np.full(gaps.shape[1], 2 * strictness), 0.0)
    step = 1.0 / (np.linalg.norm(rows, 2) ** 2 / 4 + ridge.max())
    weights = ahead = np.zeros(rows.shape[1])
    for turn in range(_STEPS):
        chance = 1.0 / (1.0 + np.exp(-rows @ ahead))
        moved = ahead - step * (rows.T @ (chance - unanswerable) + ridge * ahead)
        moved[:-1] = np.maximum(moved[:-1], 0.0)
        ahead = moved + turn / (turn + 3) * (moved - weights)
        weights = moved
    return weights
