"""Risk and coverage: what is lost on the answers that are shown, the more of them are shown.

Answers are shown from the most confident down. The risk at a coverage is the mean loss of those shown: the share of
the gold facts that an answer misses, 1 for any answer to a question that nothing answers. El-Yaniv and Wiener 2010,
https://www.jmlr.org/papers/v11/el-yaniv10a.html.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from evals.scoring.intervals import Floats, Interval, interval, resamples

Places = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Curve:
    """Coverage and risk where the threshold passes each confidence, and the area below (lower is better)."""

    coverage: tuple[float, ...]
    risk: tuple[float, ...]
    confidence: tuple[float, ...]
    area: float
    interval: Interval | None


def risk_coverage(confidence: Sequence[float], loss: Sequence[float]) -> Curve:
    """The curve over questions with these confidences and losses; equal confidences are shown together."""
    _, ranked, losses, starts = _ranked(confidence, loss)
    coverage, risk = _steps(np.ones((1, len(ranked))), losses, starts)
    return Curve(
        coverage=tuple(map(float, coverage[0])),
        risk=tuple(map(float, risk[0])),
        confidence=tuple(map(float, ranked[starts])),
        area=float(_area(coverage, risk)[0]),
        interval=interval(areas(confidence, loss)),
    )


def areas(confidence: Sequence[float], loss: Sequence[float]) -> Floats:
    """The area below the curve in every resample."""
    order, _, losses, starts = _ranked(confidence, loss)
    return _area(*_steps(resamples(len(losses))[:, order], losses, starts))


def _ranked(confidence: Sequence[float], loss: Sequence[float]) -> tuple[Places, Floats, Floats, Places]:
    """The order from the most confident down, confidences and losses in it, and where each confidence begins."""
    sure = np.asarray(confidence, dtype=np.float64)
    order = np.argsort(-sure, kind="stable")
    ranked = sure[order]
    starts = np.flatnonzero(np.concatenate([[True], ranked[1:] != ranked[:-1]]))
    return order, ranked, np.asarray(loss, dtype=np.float64)[order], starts


def _steps(weights: Floats, losses: Floats, starts: Places) -> tuple[Floats, Floats]:
    """Coverage and risk after each group of equal confidence, one row a weighting."""
    shown = np.cumsum(np.add.reduceat(weights, starts, axis=1), axis=1)
    lost = np.cumsum(np.add.reduceat(weights * losses, starts, axis=1), axis=1)
    risk = np.divide(lost, shown, out=np.zeros_like(lost), where=shown > 0)
    return shown / shown[:, -1:], risk


def _area(coverage: Floats, risk: Floats) -> Floats:
    widths = np.diff(coverage, axis=1, prepend=0.0)
    area: Floats = (widths * risk).sum(axis=1)
    return area
