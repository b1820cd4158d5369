import numpy as np
import pytest
from scipy import stats

from evals.scoring.intervals import interval, percentile, percentile_interval, ratios, resamples


def test_each_resample_draws_as_many_questions_as_there_are() -> None:
    assert (resamples(7).sum(axis=1) == 7).all()


def test_the_same_seed_gives_the_same_interval() -> None:
    assert percentile_interval([1.0, 2.0, 5.0], 0.5) == percentile_interval([1.0, 2.0, 5.0], 0.5)


def test_the_interval_is_that_of_scipy() -> None:
    values = np.random.default_rng(3).random(60)
    ours = interval(ratios(values[:, None], np.ones((60, 1)))[:, 0])
    theirs = stats.bootstrap((values,), np.mean, method="percentile", n_resamples=9999, rng=1).confidence_interval
    assert ours == pytest.approx((theirs.low, theirs.high), abs=0.01)


def test_a_ratio_is_of_sums() -> None:
    drawn = ratios(np.array([[2.0], [0.0]]), np.array([[4.0], [0.0]]))
    assert set(drawn[np.isfinite(drawn)]) == {0.5}


def test_nothing_has_no_interval() -> None:
    assert interval(np.array([np.nan])) is None


def test_percentiles_are_of_the_nearest_rank() -> None:
    assert [percentile([4.0, 1.0, 3.0, 2.0], share) for share in (0.5, 0.95)] == [3, 4]
