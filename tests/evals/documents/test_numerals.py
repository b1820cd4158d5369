import pytest

from evals.documents.numerals import canonical, values


@pytest.mark.parametrize("written", ["3 000", "3.000", "3,000", "3000"])
def test_thousands_are_one_number_however_they_are_grouped(written: str) -> None:
    assert values(f"inntil {written} timer") == ["3000"]


@pytest.mark.parametrize("written", ["95,2", "95.2"])
def test_decimals_are_one_number_with_comma_or_point(written: str) -> None:
    assert values(written) == ["95.2"]


def test_a_year_before_a_number_is_not_its_thousands() -> None:
    assert values("i 2017 312 kommuner") == ["2017", "312"]


def test_a_full_stop_is_no_decimal_point() -> None:
    assert values("i 2017. 40 svarte") == ["2017", "40"]


def test_a_row_of_cells_is_no_number() -> None:
    assert values("209 219 223 234 214") == ["209", "219", "223", "234", "214"]


def test_decimals_may_follow_thousands() -> None:
    assert values("12 100,5 kroner") == ["12100.5"]


def test_canonical_marks_each_number_off() -> None:
    assert canonical("58,3 av 1 829") == "⟦58.3⟧ av ⟦1829⟧"
