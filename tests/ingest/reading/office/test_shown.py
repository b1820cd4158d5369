"""A cell's figure is quoted as its sheet shows it, digit by digit."""

import datetime
from typing import Any

import pytest

from ingest.reading.office.shown import shown

ACCOUNTING = '_-* #,##0.00_-;-* #,##0.00_-;_-* "-"??_-;_-@_-'
DAY = datetime.datetime(2019, 5, 3, 8, 30)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (12345.67, "12345,67"),
        (123456.78, "123456,78"),
        (1234567.89, "1234567,89"),
        (-1234567.89, "-1234567,89"),
        (0.0000123, "0,0000123"),
        (0.1 + 0.2, "0,3"),
        (1 / 3, "0,333333333"),
        (2.0, "2"),
        (100000.0, "100000"),
        (123456789012, "123456789012"),
        (1234567890123456789, "1234567890123456789"),
        (0, "0"),
        (-0.0, "0"),
        (1e300, "1e+300"),
    ],
)
def test_without_a_format_every_digit_is_there(value: float, text: str) -> None:
    assert shown(value, "General") == shown(value, "") == shown(value, "@") == text


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        (2.5, "0", "3"),
        (0.125, "0.00", "0,13"),
        (1.005, "0.00", "1,01"),
        (-0.4, "0", "0"),
        (301, "0000", "0301"),
        (0.5, "#.0", ",5"),
        (1234567.891, "#,##0", "1 234 568"),
        (1234.5, '#,##0.00 "kr"', "1 234,50 kr"),
        (1234.5, "#,##0.00\\ [$kr-414]", "1 234,50 kr"),
        (-1234.5, '"kr"\\ #,##0.00', "-kr 1 234,50"),
        (1234.5, ACCOUNTING, "1 234,50"),
        (-1234.5, ACCOUNTING, "-1 234,50"),
        (0, ACCOUNTING, "-"),
        (-1234.5, "#,##0.0_);[Red](#,##0.0)", "(1 234,5)"),
        (0.614, "0%", "61 %"),
        (0.6145, "0.0 %", "61,5 %"),
        (61.4, '0.0" %"', "61,4 %"),
        (5, "0.0##", "5,0"),
        (5.25, "0.##", "5,25"),
        (12345678, '0.0,,"mill."', "12,3mill."),
        (5, "0;0;;", "5"),
        (0, "0;0;;", ""),
        (7, '"dag "0', "dag 7"),
    ],
)
def test_a_format_says_how(value: float, form: str, text: str) -> None:
    assert shown(value, form) == text


@pytest.mark.parametrize("form", ["# ?/?", "0.00E+00", '[>=1000]0.0,"k";0', "#\\ ##0.0", "0.0/0"])
def test_what_is_not_certain_is_the_figure_itself(form: str) -> None:
    assert shown(1234.56, form) == "1234,56" and shown(-1234.56, form) == "-1234,56"


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        (DAY, "dd/mm/yyyy", "03.05.2019"),
        (DAY, "dd/mm/yyyy hh:mm", "03.05.2019 08:30"),
        (DAY, "yyyy", "2019"),
        (DAY.time(), "h:mm", "08:30"),
        (datetime.timedelta(hours=26, minutes=30), "[h]:mm", "26:30"),
        (datetime.timedelta(hours=1, seconds=5), "[h]:mm:ss", "01:00:05"),
        (True, "General", "ja"),
        (None, "0", ""),
        (" Oslo\u00a0by ", "@", "Oslo by"),
    ],
)
def test_days_hours_and_words(value: Any, form: str, text: str) -> None:
    assert shown(value, form) == text
