"""Percentile bootstrap over questions, for all figures at once.

scipy.stats.bootstrap takes one statistic a call; here one matrix of resampling counts serves every figure, so that
some hundred figures take a fraction of a second. Efron and Tibshirani 1993, chapters 13 and 16.
"""

import math
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

RESAMPLES = 4000
SEED = 20_240_501
LEVEL = 0.95

Floats = NDArray[np.float64]
Interval = tuple[float, float]


@lru_cache(maxsize=8)
def resamples(count: int) -> Floats:
    """How often each of `count` questions is drawn, one row a resample (RESAMPLES × count). The seed is fixed."""
    rng = np.random.default_rng(SEED)
    return rng.multinomial(count, np.full(count, 1 / count), size=RESAMPLES).astype(np.float64)


def ratios(reached: Floats, whole: Floats) -> Floats:
    """The resampled sums of `reached` over those of `whole` (questions × figures); NaN where nothing was drawn."""
    weights = resamples(len(reached))
    with np.errstate(invalid="ignore", divide="ignore"):
        result: Floats = (weights @ reached) / (weights @ whole)
    return result


def interval(values: Floats) -> Interval | None:
    """The middle 95 % of resampled values; None where there is nothing to go by."""
    kept = values[np.isfinite(values)]
    if not len(kept):
        return None
    tail = (1 - LEVEL) / 2
    low, high = np.quantile(kept, [tail, 1 - tail])
    return float(low), float(high)


def percentile(values: list[float], share: float) -> float:
    """The value that `share` of the sorted values stand before (nearest rank)."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, math.floor(len(ordered) * share))]


def percentile_interval(values: list[float], share: float) -> Interval | None:
    """The interval of `percentile`."""
    data = np.sort(np.asarray(values, dtype=np.float64))
    rng = np.random.default_rng(SEED)
    drawn = np.sort(data[rng.integers(0, len(data), size=(RESAMPLES, len(data)))], axis=1)
    column: Floats = drawn[:, min(len(data) - 1, math.floor(len(data) * share))]
    return interval(column)
