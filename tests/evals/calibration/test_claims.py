"""What the check is told of claims that were written for it, and the weights that are fitted to it."""

from pathlib import Path

import numpy as np

from assistant.reader.scorer import Scorer
from assistant.writing.entailment import FILE
from assistant.writing.weighing import TOLD
from evals.calibration.claims import Weighed, fit_claims, of_claims
from evals.training.claims import read_claims
from tests.evals.training.test_claims import WRITTEN


def test_each_claim_is_told_of(tmp_path: Path) -> None:
    path = tmp_path / "claims.txt"
    path.write_text(WRITTEN, encoding="utf-8")
    found = of_claims(read_claims(path), Scorer.load(FILE))
    assert found.told.shape == (4, len(TOLD))
    assert list(found.true) == [True, False, False, True]
    assert found.may_stand.all()


def made(count: int, seed: int) -> Weighed:
    """Claims of which the score alone tells the true ones; the false ones stand nearer to their source."""
    chance = np.random.default_rng(seed)
    true = np.arange(count) % 2 == 0
    told = np.zeros((count, len(TOLD)))
    told[:, TOLD.index("score")] = chance.normal(np.where(true, 1.0, -1.0))
    told[:, TOLD.index("near")] = chance.random(count) < np.where(true, 0.3, 0.7)
    return Weighed(told, true, np.ones(count, bool))


def test_nearness_says_nothing_of_truth() -> None:
    weights = dict(zip((*TOLD, "offset"), fit_claims([made(600, 1), made(900, 2)]), strict=True))
    assert weights["score"] > 1
    assert abs(weights["near"]) < 0.3


def test_what_gets_through_and_what_is_lost_is_counted() -> None:
    claims = made(400, 3)
    weights = fit_claims([claims])
    (some_through, few_lost), (few_through, some_lost) = claims.lost(weights, -1.0), claims.lost(weights, 1.0)
    assert some_through > few_through and some_lost > few_lost
    assert Weighed(claims.told, claims.true, ~claims.may_stand).lost(weights, -9.0) == (0.0, 1.0)
