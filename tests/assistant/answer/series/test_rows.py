"""Measures from table rows."""

from dataclasses import replace

from assistant.answer.series.rows import row_line
from assistant.models import Passage
from tests.making.evidence import row


def with_headings(passage: Passage, *headings: str) -> Passage:
    cells = tuple((heading, value) for heading, (_, value) in zip(headings, passage.cells, strict=True))
    return replace(passage, cells=cells)


def test_a_row_with_a_column_a_year_is_a_measure_oldest_first() -> None:
    line = row_line(row("Antall søkere til ordningen i kommunen og bydelen", y2017="1 200", y2016="900"))
    assert line is not None
    assert [(value.year, value.text, value.number) for value in line.values] == [
        (2016, "900", 900),
        (2017, "1 200", 1200),
    ]


def test_what_was_aimed_at_is_no_figure_of_the_row() -> None:
    passage = with_headings(
        row("Andel", y2015="10 %", y2016="20 %", y2017="90 %"), "Mål", "Resultat 2015", "Resultat 2016", "Krav 2016"
    )
    line = row_line(passage)
    assert line is not None
    assert [value.text for value in line.values] == ["10 %", "20 %"]


def test_a_column_for_a_part_of_a_year_says_so() -> None:
    line = row_line(
        with_headings(row("Søkere", y2022="9", y2023="8", y2024="5"), "Tema", "2022", "2023", "2024 (per mai)")
    )
    assert line is not None
    assert [(value.year, value.part) for value in line.values] == [(2022, ""), (2023, ""), (2024, "per mai")]


def test_a_cell_without_a_figure_is_left_open() -> None:
    line = row_line(row("Søkere", y2014="10", y2015="*", y2016="12"))
    assert line is not None
    assert [value.year for value in line.values] == [2014, 2016]


def test_a_cell_that_begins_with_words_has_no_figure_of_the_row() -> None:
    line = row_line(row("Andel kommuner", y2015="20 %", y2016="Videregående: 33 %", y2017="40 %"))
    assert line is not None
    assert [value.year for value in line.values] == [2015, 2017]


def test_who_was_counted_stands_beside_the_figure() -> None:
    line = row_line(row("Andel", y2015="12 % (24 av 203 kommuner)", y2016="25 % (80 av 316 kommuner)"))
    assert line is not None
    assert [value.counted for value in line.values] == ["24 av 203 kommuner", "80 av 316 kommuner"]


def test_a_short_label_is_named_with_its_table() -> None:
    line = row_line(row("Kvinner", y2015="12", y2016="14"))
    assert line is not None
    assert line.measure == "Tema: Kvinner"


def test_columns_that_are_no_years_make_no_measure() -> None:
    assert row_line(with_headings(row("A", y2015="1", y2016="2"), "Ordning", "Søknader", "Innvilget")) is None


def test_figures_in_different_units_make_no_measure() -> None:
    assert row_line(row("Blandet", y2015="12 %", y2016="14 tolker")) is None


def test_a_row_of_noughts_makes_no_measure() -> None:
    assert row_line(row("Gebyrer", y2015="0", y2016="0")) is None
