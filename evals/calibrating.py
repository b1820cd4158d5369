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
from assistant.language.words import STOP, stem, words

Floats = NDArray[np.float64]
_FOLDS = 10
# Draws the weights towards 0, weakly: some gaps are rare and, where they are there, decisive.
_STRICTNESS = 0.05
_SHARED = 0.5  # questions that share this part of their words are variants of one
_STEPS = 4000


@dataclass(frozen=True, slots=True)
class Case:
    """One question of one set: what is missing of it, whether it has an answer, and the kind of near-miss it is."""

    set: str
    id: str
    gaps: Mapping[str, float]
    answerable: bool
    kind: str = ""
    text: str = ""


def fit_weights(
    cases: Sequence[Case], share: float = 0.15, strictness: float = _STRICTNESS, made_by: str = ""
) -> Weights:
    """The weights that tell the cases apart best; `strictness` draws them towards 0."""
    gaps = np.array([[case.gaps[name] for name in FEATURES] for case in cases], dtype=np.float64)
    unanswerable = _unanswerable(cases)
    fitted = _fit(gaps, unanswerable, strictness)
    fitted[-1] += _odds(share) - _odds(float(unanswerable.mean()))
    rounded = [round(float(value), 3) for value in fitted]
    return Weights(rounded[-1], dict(zip(FEATURES, rounded[:-1], strict=True)), made_by)


def held_out(cases: Sequence[Case], share: float = 0.15, strictness: float = _STRICTNESS) -> Floats:
    """The confidence of every case under weights that were fitted without it and its variants, in ten parts."""
    groups = variants([case.text for case in cases])
    parts = (np.random.default_rng(0).permutation(len(cases)) % _FOLDS)[groups]
    confidence = np.zeros(len(cases))
    for part in range(_FOLDS):
        weights = fit_weights([case for case, at in zip(cases, parts, strict=True) if at != part], share, strictness)
        for i in map(int, np.flatnonzero(parts == part)):
            confidence[i] = weights.confidence(cases[i].gaps)
    return confidence


def variants(texts: Sequence[str]) -> list[int]:
    """For each question the place of the first that it is a variant of, itself where it is the first.

    Variants share half of their words, or each shares them with another variant; questions without words have none.
    """
    said = [frozenset(stem(word) for word in words(text) if word not in STOP) for text in texts]
    first = list(range(len(texts)))
    for i, one in enumerate(said):
        for j in range(i):
            if one and len(one & said[j]) >= _SHARED * len(one | said[j]) and first[i] != first[j]:
                low, high = sorted((first[i], first[j]))
                first = [low if group == high else group for group in first]
    return first


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
