"""Numbers and dates in words."""

import pytest

from assistant.rendering.formats import date, number


def test_thousands_are_parted_by_a_space_that_does_not_break() -> None:
    assert number(26534, "nb") == "26\N{NO-BREAK SPACE}534"


def test_thousands_are_parted_by_a_comma_in_english() -> None:
    assert number(26534, "en") == "26,534"


@pytest.mark.parametrize(("language", "written"), [("nb", "7. mai 2018"), ("nn", "7. mai 2018"), ("en", "7 May 2018")])
def test_a_date_is_written_out(language: str, written: str) -> None:
    assert date("2018-05-07T23:30:00+00:00", language) == written
