"""CSV of figures over time."""

import csv
import io
from dataclasses import replace

import pytest

from assistant.export.table import series_csv
from tests.assistant.export.making import SERIES, answer, citation, report

ANSWER = answer(citation(1, report("a")))


def test_figures_stand_one_a_line_with_their_source() -> None:
    rows = list(csv.reader(series_csv(SERIES, ANSWER, "nb").lstrip("\ufeff").splitlines(), delimiter=";"))
    source = "DIR, 2021, «Tolk i kommunene» (Fafo, mai 2021), s. 12"
    assert rows[2] == ["2023", "65", "prosent", "kommuner", "65", source]


def test_a_number_is_one_to_a_norwegian_spreadsheet_and_its_unit_stands_apart() -> None:
    figures = (replace(SERIES.figures[0], value="11 078,5 kroner", number=11078.5),)
    assert ";11078,5;prosent;" in series_csv(replace(SERIES, figures=figures), ANSWER, "nb")


def test_the_file_begins_with_the_mark_that_spreadsheets_want() -> None:
    assert series_csv(SERIES, ANSWER, "nb").startswith("\ufeffÅr;")


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("@x", "'@x"),
        ("-1-1", "'-1-1"),
        ("-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0"),
    ]
    + [("-5+1", "'-5+1"), ("-5 SUM(A1)", "'-5 SUM(A1)"), ("--", "'--")]
    + [
        (value, value)
        for value in ("-3,4", "11 078", "-5 %", "−5 %", "-", "–", "+2,5 %", "-1\u00a0200 kroner", "- 5 ‰")
    ],
)
def test_nothing_runs_in_a_spreadsheet(value: str, cell: str) -> None:
    figures = (replace(SERIES.figures[0], value=value),)
    assert f";{cell};" in series_csv(replace(SERIES, figures=figures), ANSWER, "nb")


@pytest.mark.parametrize(
    "begins", ["\n=", " =", "＝", "\u00a0=", "\ufeff=", "＋", "－", "＠", "\t@", " \n +", "\r\n-", "\v=", "\u200b="]
)
def test_nothing_runs_behind_white_space_or_in_wide_letters(begins: str) -> None:
    figures = (replace(SERIES.figures[0], value=f"{begins}SUM(A1)"),)
    written = io.StringIO(series_csv(replace(SERIES, figures=figures), ANSWER, "nb"), newline="")
    (cell,) = [row[4] for row in csv.reader(written, delimiter=";") if "SUM" in row[4]]
    assert cell.startswith("'")
