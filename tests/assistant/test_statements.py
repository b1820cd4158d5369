"""Statements of passages: what the reader reads of them, and how they are put together."""

from dataclasses import replace

import pytest

from assistant.models import Hit, Span
from assistant.statements import Statement, as_read, joined, pairs_of, statements_of, told_year, with_lead, years_told
from tests.making.passages import passage, row, statements

TALE = passage(
    "Boliger mangler i Trondheim. Disse er dyre å bygge. Kommunen bygger få nye.",
    path=("Kapittel 1", "Bosetting", "Funn"),
    year=2019,
)
FIRST, SECOND, THIRD = statements(TALE)
LIST = passage("Dette virket i kommunene:\n• Kurs i norsk hver uke\n• Praksis i bedrift")
ROW = row(("Fylke", "Viken"), ("Andel", "12"), ("", "hele året"), ("Merknad", ""), title="Tabell 1: Tolker")


def read(one: Statement) -> str:
    return as_read(one.passage, one.span)


def test_statements_come_in_the_passages_order_with_their_rank() -> None:
    found = statements_of([Hit(TALE, 2.0), Hit(LIST, 1.0)])
    assert [one.rank for one in found] == [0, 0, 0, 1, 1]


def test_a_statement_knows_its_words_and_where_they_stand() -> None:
    assert TALE.text[SECOND.start : SECOND.end] == SECOND.text == "Disse er dyre å bygge."


def test_the_reader_sees_the_title_with_its_year_and_the_two_nearest_headings() -> None:
    assert read(FIRST) == "Rapport 2019 › Bosetting › Funn: Boliger mangler i Trondheim."


def test_a_title_that_has_its_year_has_it_once() -> None:
    dated = replace(TALE, title="Rapport 2019")
    assert as_read(dated, FIRST.span).startswith("Rapport 2019 › ")


def test_the_reader_sees_what_a_statement_hangs_on_before_it() -> None:
    assert "Boliger mangler i Trondheim. Disse er dyre å bygge." in read(SECOND)


def test_the_reader_sees_what_leads_into_the_list_of_an_item() -> None:
    assert read(statements(LIST)[1]) == "Rapport: Dette virket i kommunene: Praksis i bedrift"


def test_the_reader_sees_the_place_that_a_statement_inherits() -> None:
    assert "Trondheim: Kommunen bygger få nye." in read(replace(THIRD, span=replace(THIRD.span, about="Trondheim")))


def test_the_reader_sees_of_a_row_its_table_and_each_value_behind_its_heading() -> None:
    assert read(statements(ROW)[0]) == "Rapport: Tabell 1: Tolker Fylke: Viken · Andel: 12 · hele året"


def test_pairs_of_running_text_are_none() -> None:
    assert pairs_of(TALE) == ""


def test_headings_and_leads_are_cut_to_a_bounded_length() -> None:
    long = passage("Alt dette " * 100 + "er sagt før:\n• Kurs i norsk hver uke", path=("Lang " * 100, "Lang " * 100))
    (item,) = statements(replace(long, title="Lang " * 100))[-1:]
    assert len(read(item)) < 400


def test_a_sentence_that_points_back_is_told_with_the_one_before() -> None:
    assert with_lead(SECOND).text == "Boliger mangler i Trondheim. Disse er dyre å bygge."


def test_what_is_told_with_the_one_before_hangs_on_nothing_more() -> None:
    assert with_lead(SECOND).lead == ""


@pytest.mark.parametrize("one", [FIRST, statements(LIST)[0]], ids=["stands alone", "an item"])
def test_what_stands_alone_and_an_item_stay_as_they_are(one: Statement) -> None:
    assert with_lead(one) == one


def test_a_lead_in_another_paragraph_stays_there() -> None:
    text = "Boliger mangler i byene.\nDisse er dyre å bygge."
    far = Statement(passage(text), Span(25, len(text), lead=(0, 24)))
    assert with_lead(far) == far


@pytest.mark.parametrize(("one", "other"), [(FIRST, THIRD), (THIRD, FIRST)], ids=["in order", "turned"])
def test_two_statements_are_joined_with_what_stands_between(one: Statement, other: Statement) -> None:
    assert joined(one, other).text == TALE.text


def test_statements_that_overlap_are_joined_to_the_longer() -> None:
    whole = with_lead(SECOND)
    assert joined(whole, FIRST).text == whole.text


@pytest.mark.parametrize(
    ("said", "year"),
    [
        ("Kommunen bygger få boliger.", 2019),  # the report's
        ("I 2016 bygde kommunen flere enn i 2014.", 2016),
        ("Kommunen har bygd færre hvert år siden 2016.", 2019),  # what changed since is of the report's year
    ],
)
def test_the_year_that_a_statement_tells_of(said: str, year: int) -> None:
    assert told_year(statements(passage(said, year=2019))[0]) == year


@pytest.mark.parametrize(
    ("said", "years"),
    [
        ("Kommunen bygger få boliger.", {2018, 2019}),
        ("I 2016 bygde kommunen få boliger.", {2016}),  # and not of the report's year
        ("Ventetiden er 4,9 måneder, mot 4,2 måneder i 2016.", {2016, 2018, 2019}),  # compared with
        ("Det bygges færre enn i 2015.", {2015, 2018, 2019}),
    ],
)
def test_the_years_that_a_statement_may_be_of(said: str, years: set[int]) -> None:
    assert years_told(statements(passage(said, year=2019))[0]) == years
