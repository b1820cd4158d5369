"""Lines and branches have a floor each."""

from tests.coverage import below, shares

TOTALS = {"covered_lines": 92, "num_statements": 100, "covered_branches": 17, "num_branches": 20}


def test_what_reaches_both_floors_is_enough() -> None:
    assert below(shares(TOTALS)) == []


def test_branches_are_not_made_up_for_by_lines() -> None:
    assert below(shares({**TOTALS, "covered_lines": 100, "covered_branches": 16})) == [
        "branches: 0.800, at least 0.85 is due"
    ]
