import pytest

from evals.scoring.risk import risk_coverage


def test_the_curve_by_hand() -> None:
    curve = risk_coverage([0.9, 0.1, 0.5], [0.0, 1.0, 0.5])
    assert curve.coverage == pytest.approx((1 / 3, 2 / 3, 1))
    assert curve.risk == pytest.approx((0, 0.25, 0.5))
    assert curve.area == pytest.approx(0.25)


def test_equal_confidence_is_shown_together() -> None:
    curve = risk_coverage([0.5, 0.5], [0.0, 1.0])
    assert (curve.coverage, curve.risk) == ((1.0,), (0.5,))


def test_a_better_order_has_a_smaller_area() -> None:
    assert risk_coverage([2, 1], [0, 1]).area < risk_coverage([1, 2], [0, 1]).area


def test_the_interval_holds_the_area() -> None:
    curve = risk_coverage([i / 20 for i in range(20)], [i % 2 for i in range(20)])
    assert curve.interval is not None
    assert curve.interval[0] <= curve.area <= curve.interval[1]
