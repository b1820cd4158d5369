"""Pairs to calibrate the check on, and what a pair of thresholds lets through."""

import pytest

from evals.calibration.sentences import Measured, pairs, rates
from tests.making.passages import passage

REPORT = passage(
    "Av kommunene som svarte, hadde 37 prosent i 2019 egne retningslinjer for bruk av tolk. "
    "Ansatte i barnevernet savner opplæring i samtaler over telefon.",
    "tolk",
)
DIGEST = passage("Retningslinjer for bestilling av tolk fantes hos 37 prosent av dem som svarte i 2019.", "tolk")
MEASURED = [Measured(True, 0.8, 0.95), Measured(True, 0.2, 0.85), Measured(False, 0.1, 0.91), Measured(False, 0, 0.8)]


def test_a_statement_is_paired_with_the_one_that_has_its_figures_and_with_the_one_beside_it() -> None:
    found = list(pairs([DIGEST], [REPORT]))
    assert [(pair.stands, "telefon" in pair.source) for pair in found] == [(True, False), (False, True)]


def test_figures_are_no_part_of_the_comparison() -> None:
    assert not any(character.isdigit() for pair in pairs([DIGEST], [REPORT]) for character in pair.sentence)


@pytest.mark.parametrize(
    ("shared", "meaning", "expected"), [(0.5, 1.01, (0.5, 0)), (0.5, 0.9, (0.5, 0.5)), (0.1, 1.01, (1, 0.5))]
)
def test_a_pair_stands_by_its_words_or_by_its_meaning(
    shared: float, meaning: float, expected: tuple[float, float]
) -> None:
    assert rates(MEASURED, shared, meaning) == expected
