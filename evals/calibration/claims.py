"""What is told of every claim of a set: what the weights of the check are fitted to."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.reader.scorer import Scorer
from assistant.reader.weights import Floats
from assistant.writing.check import numbers_stand
from assistant.writing.claims import difference
from assistant.writing.weighing import TOLD, told, weighed
from evals.calibration.reader import fit
from evals.training.claims import Claim

_NEARNESS = np.array([0.01, 0.5, 0.99])  # what parts claims into those that are more and less near their source
_MOST = 4.0  # times that one claim may count for another


@dataclass(frozen=True, slots=True)
class Weighed:
    """A set of claims: what is told of each, shape (n, TOLD), which are true, and which their numbers let stand."""

    told: Floats
    true: NDArray[np.bool_]
    may_stand: NDArray[np.bool_]

    def lost(self, weights: Sequence[float], least: float) -> tuple[float, float]:
        """The shares of the reversed that get through, and of the true that are lost."""
        stands = self.may_stand & (weighed(self.told, weights) > least)
        return float(stands[~self.true].mean()), float(1 - stands[self.true].mean())


def of_claims(claims: Sequence[Claim], scorer: Scorer) -> Weighed:
    """The claims as they are told."""
    rows = [_row(one, float(scorer.scores(one.source, [one.words])[0])) for one in claims]
    may_stand = [numbers_stand(one.words, one.source) for one in claims]
    return Weighed(np.array(rows), np.array([not one.kind for one in claims]), np.array(may_stand))


def _row(claim: Claim, score: float) -> list[float]:
    return told(claim.source, claim.words, score, difference(claim.words, [claim.source]))


def fit_claims(sets: Sequence[Weighed]) -> tuple[float, ...]:
    """The weights, to which each set counts alike."""
    mass = np.concatenate([_mass(one) / len(one.true) for one in sets])
    return fit(np.vstack([one.told for one in sets]), np.concatenate([one.true for one in sets]), mass=mass)


def _mass(claims: Weighed) -> Floats:
    """How much each claim counts: so that how near it is to its source says nothing of whether it is true.

    Whoever writes claims leaves the false ones nearer to the source's words than the true ones, which no model does.
    """
    nearness = np.digitize(claims.told[:, TOLD.index("near")], _NEARNESS)
    mass = np.zeros(len(nearness))
    for level in np.unique(nearness):
        for kind in (True, False):
            group = (nearness == level) & (claims.true == kind)
            mass[group] = (nearness == level).sum() / 2 / max(1, group.sum())
    return np.minimum(mass, _MOST)
