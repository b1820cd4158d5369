"""Numbers and dates in words."""

from datetime import UTC, datetime

import pytest

from assistant.rendering.formats import clock, date, decimal, number, written


def test_thousands_are_parted_by_a_space_that_does_not_break() -> None:
    assert number(26534, "nb") == "26\N{NO-BREAK SPACE}534"


def test_thousands_are_parted_by_a_comma_in_english() -> None:
    assert number(26534, "en") == "26,534"


@pytest.mark.parametrize(("language", "said"), [("nb", "7. mai 2018"), ("nn", "7. mai 2018"), ("en", "7 May 2018")])
def test_a_date_is_written_out(language: str, said: str) -> None:
    assert date("2018-05-07T23:30:00+00:00", language) == said


@pytest.mark.parametrize(("language", "said"), [("nb", "5,7"), ("nn", "5,7"), ("en", "5.7")])
def test_a_number_has_the_language_s_own_point(language: str, said: str) -> None:
    assert decimal(5.71, 1, language) == said


@pytest.mark.parametrize(("language", "said"), [("nb", "7. mai 2018 kl. 09.05"), ("en", "7 May 2018 at 09:05")])
def test_a_time_of_day_is_written_out(language: str, said: str) -> None:
    assert clock(datetime(2018, 5, 7, 9, 5, tzinfo=UTC), language) == said


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("16.mai 2018", "16. mai 2018"),
        ("27.02.2018", "27. februar 2018"),
        ("2018-02-27", "27. februar 2018"),
        ("Oktober 2018", "oktober 2018"),
        ("31.02.2018", "31.02.2018"),
        ("våren 2017", "våren 2017"),
        ("2016", "2016"),
        ("", ""),
        (None, ""),
    ],
)
def test_dates_are_in_one_form_however_a_report_spelt_them(told: str | None, said: str) -> None:
    assert written(told, "nb") == said
