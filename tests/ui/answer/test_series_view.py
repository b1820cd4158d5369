"""Figures lined up: a chart, and its numbers as a table."""

from dataclasses import replace

import pytest
from lxml import html as lxml_html

from assistant.models import Answer, Figure, Series
from assistant.ui.answer.series_view import chart, segments, series_table
from tests.ui.answers import SURVEY, answer, citation

SHARE = Series(
    "Kommuner med retningslinjer",
    "prosent",
    (Figure("2014", "12 %", 12.0, "kommuner", 1), Figure("2017", "32,5 %", 32.5, "kommuner", 2)),
)
BROKEN = Series(SHARE.measure, SHARE.unit, SHARE.figures, ("Spørsmålet ble stilt på en annen måte i 2017.",))
GROUPS = Series("Deltakere", "", (Figure("Oslo", "12 050", 12050.0, "", 1), Figure("Nord", "3 100", 3100.0, "", 2)))


def shown(*series: Series) -> Answer:
    return answer(citation(1, "12 % i 2014"), citation(2, "32,5 % i 2017"))


def marks(series: Series, joined: list[int] | None = None) -> list[str]:
    return [layer["mark"]["type"] for layer in chart(series, "nb", "light", joined).to_dict()["layer"]]


def test_the_numbers_are_a_table_as_the_report_writes_them() -> None:
    tree = lxml_html.fromstring(series_table(SHARE, replace(shown(), series=(SHARE,)), "k", "nb"))
    lines = [[cell.text_content().strip() for cell in line] for line in tree.xpath("//tr")]
    assert lines == [
        ["År", "Verdi (prosent)", "Gjelder", "Kilde"],
        ["2014", "12 %", "kommuner", "[1]"],
        ["2017", "32,5 %", "kommuner", "[2]"],
    ]


def test_a_column_that_says_nothing_is_left_out() -> None:
    tree = lxml_html.fromstring(series_table(GROUPS, replace(shown(), series=(GROUPS,)), "k", "nb"))
    assert tree.xpath("//thead//th/text()") == ["Gruppe", "Verdi", "Kilde"]


def test_years_are_joined_by_a_line() -> None:
    assert "line" in marks(SHARE)
    assert "rule" not in marks(SHARE)


def test_a_break_between_lines_is_drawn() -> None:
    assert "rule" in marks(BROKEN, [0, 1])


def test_one_report_s_figures_for_the_same_are_joined_whatever_is_said_of_them() -> None:
    assert segments(BROKEN, shown()) == [0, 0]


@pytest.mark.parametrize(
    ("series", "document"),
    [
        (BROKEN, "bolig-2022"),
        (replace(BROKEN, figures=(SHARE.figures[0], replace(SHARE.figures[1], counted="byer"))), ""),
    ],
)
def test_figures_of_several_reports_or_for_several_things_are_not_joined(series: Series, document: str) -> None:
    other = replace(SURVEY, document=document or SURVEY.document)
    assert segments(series, answer(citation(1, "12 %"), citation(2, "32,5 %", report=other))) == [0, 1]


def test_figures_of_several_reports_that_nothing_is_said_of_are_joined() -> None:
    other = replace(SURVEY, document="bolig-2022")
    assert segments(SHARE, answer(citation(1, "12 %"), citation(2, "32,5 %", report=other))) == [0, 0]


def test_how_many_answered_makes_no_break() -> None:
    sizes = [replace(figure, counted=f"{n} av 20{n} kommuner") for n, figure in enumerate(BROKEN.figures)]
    assert segments(replace(BROKEN, figures=tuple(sizes)), shown()) == [0, 0]


def test_two_values_for_one_year_are_on_lines_of_their_own_and_marked() -> None:
    both = replace(SHARE, figures=(*SHARE.figures, Figure("2017", "31 %", 31.0, "kommuner", 1)))
    other = replace(SURVEY, document="bolig-2022")
    lines = segments(both, answer(citation(1, "12 %"), citation(2, "32,5 %", report=other)))
    assert lines == [0, 1, 0]
    (apart,) = (
        layer for layer in chart(both, "nb", "light", lines).to_dict()["layer"] if layer["mark"]["type"] == "rule"
    )
    assert apart["encoding"]["y2"]["field"] == "to"


def test_groups_are_bars() -> None:
    assert "bar" in marks(GROUPS)


def test_a_chart_is_told_in_words() -> None:
    told = chart(SHARE, "nb", "light").to_dict()["description"]
    assert "2014 12 %" in told
    assert "2017 32,5 %" in told


def test_years_stand_as_far_apart_as_they_are() -> None:
    points = next(layer for layer in chart(SHARE, "nb", "light").to_dict()["layer"] if layer["mark"]["type"] == "point")
    assert points["encoding"]["x"]["type"] == "quantitative"


def test_the_values_of_two_figures_for_one_year_do_not_stand_on_each_other() -> None:
    both = replace(SHARE, figures=(*SHARE.figures, replace(SHARE.figures[1], value="31 %", number=31.0)))
    drawn = chart(both, "nb", "light").to_dict()
    assert {layer["mark"]["dy"] for layer in drawn["layer"] if layer["mark"]["type"] == "text"} == {-14, 18, 36}
    rows = next(rows for rows in drawn["datasets"].values() if "lower" in rows[0])
    assert [row["lower"] for row in rows] == [False, False, True]


def test_values_begin_at_nought() -> None:
    points = next(layer for layer in chart(SHARE, "nb", "light").to_dict()["layer"] if layer["mark"]["type"] == "point")
    assert points["encoding"]["y"]["scale"]["domain"][0] == 0


@pytest.mark.parametrize(("theme", "ground"), [("light", "#ffffff"), ("dark", "#10191f")])
def test_a_chart_can_be_read_on_its_ground(theme: str, ground: str) -> None:
    colours = {layer["mark"]["color"] for layer in chart(SHARE, "nb", theme).to_dict()["layer"]}
    assert min(contrast(colour, ground) for colour in colours) >= 4.5


def contrast(one: str, other: str) -> float:
    """As WCAG 2.1 defines it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
