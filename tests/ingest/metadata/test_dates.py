"""Dates as documents write them, told from numbers of sections and versions."""

import datetime

import pytest

from ingest.metadata.dates import is_date_line, year_in


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Oslo, 3.5.98", 1998),
        ("Oslo, den 3.5.98", 1998),
        ("03.05.98", 1998),
        ("12.10.16", 2016),
        ("3/5-98", 1998),
        ("Oslo, 3.5.2011", 2011),
        ("3.2.2011", 2011),
        ("3. 2. 11", 2011),
        ("Oslo, 3.5.55", 1955),
        ("5/28/2019", 2019),
    ],
)
def test_a_date_is_of_a_year_that_has_been(text: str, year: int) -> None:
    assert is_date_line(text) and year_in(text) == year


def test_a_year_in_two_digits_is_none_to_come() -> None:
    after = datetime.date.today().year + 2
    assert year_in(f"Oslo, 3.5.{after % 100:02}") == after - 100


@pytest.mark.parametrize(
    "text",
    [
        "3.2.11",
        "Versjon 2.1.15",
        "Versjon 12.10.15",
        "Kapittel 3.2.11",
        "Tabell 10.11.12",
        "31.13.2019",
        "45.1.2019",
        "0.5.2019",
    ],
)
def test_the_number_of_a_section_or_a_version_is_no_date(text: str) -> None:
    assert not is_date_line(text) and year_in(text) is None


def test_behind_a_number_that_is_no_date_one_may_stand() -> None:
    assert year_in("Versjon 2.1.15, Oslo, 3. mai 2017") == 2017


def test_what_stands_behind_its_label_is_a_date() -> None:
    assert year_in("3.5.98", labelled=True) == 1998 and is_date_line("3.5.98", labelled=True)
