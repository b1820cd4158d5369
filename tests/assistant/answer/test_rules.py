"""A statement that itself names another year or place than the question."""

from typing import Any

import pytest

from assistant.answer.rules import weighed
from assistant.models import Passage
from assistant.question import understand
from assistant.statements import Statement
from tests.making.passages import passage, row, statements

CHANCE = 0.8
IN_2017 = "Hvor mange kommuner hadde egne planer i 2017?"
IN_OSLO = "Hvor mange har planer i Oslo?"


def is_weighed_down(question: str, held_by: Passage) -> bool:
    left = weighed(understand(question), statements(held_by)[-1], CHANCE)
    assert left <= CHANCE
    return left < CHANCE


def told(text: str, **fields: Any) -> Passage:
    return passage(text, **fields)


def test_a_statement_of_another_year_loses_most_of_its_chance() -> None:
    assert weighed(understand(IN_2017), statements(told("I 2015 hadde 140 kommuner slike planer."))[0], CHANCE) < 0.2


@pytest.mark.parametrize(
    "held_by",
    [
        told("I 2017 hadde 140 kommuner slike planer."),
        told("Fra 2015 til 2017 fikk 140 kommuner slike planer."),
        told("I alt 140 kommuner hadde slike planer."),
        told("I 2015 hadde 140 kommuner slike planer.", year=2017),
        row(("Mål", "Planer"), ("2015", "12"), ("2017", "14")),
    ],
    ids=["the year", "among others", "no year", "a report of the year", "a column of the year"],
)
def test_a_statement_that_may_be_of_the_year_keeps_its_chance(held_by: Passage) -> None:
    assert not is_weighed_down(IN_2017, held_by)


def test_a_row_without_a_column_of_the_year_is_of_other_years() -> None:
    assert is_weighed_down(IN_2017, row(("Mål", "Planer"), ("2015", "12"), ("2016", "14")))


@pytest.mark.parametrize(
    "question",
    [
        "Hva svarte kommunene i undersøkelsen for 2017?",
        "What did the survey of 2017 find?",
        "Hva sier rapporten fra 2017?",
    ],
)
def test_the_year_of_a_source_rules_nothing_out(question: str) -> None:
    assert not is_weighed_down(question, told("I 2015 hadde 140 kommuner slike planer."))


def test_without_a_year_in_the_question_no_year_is_another() -> None:
    assert not is_weighed_down("Hvor mange kommuner har planer?", told("I 2015 hadde 140 kommuner slike planer."))


@pytest.mark.parametrize(
    "held_by",
    [
        told("I Bergen har 12 bydeler slike planer."),
        told("Bergen har egne kurs. Over halvparten av dem har slike planer."),
        told("Over halvparten av dem har slike planer.", path=("Kurs i Bergen", "Funn")),
    ],
    ids=["in its words", "inherited", "in its heading"],
)
def test_a_statement_of_another_place_is_weighed_down(held_by: Passage) -> None:
    assert is_weighed_down(IN_OSLO, held_by)


@pytest.mark.parametrize(
    "text", ["I Oslo har 12 bydeler slike planer.", "Oslo og Bergen har slike planer.", "Over halvparten har planer."]
)
def test_a_statement_that_may_be_of_the_place_keeps_its_chance(text: str) -> None:
    assert not is_weighed_down(IN_OSLO, told(text))


def test_a_place_is_no_other_where_none_is_asked_for() -> None:
    assert not is_weighed_down("Hvor mange har planer?", told("I Bergen har 12 bydeler slike planer."))


@pytest.mark.parametrize("chance", [0.0, 1.0])
def test_a_chance_stays_one(chance: float) -> None:
    one: Statement = statements(told("I Bergen i 2015 hadde 12 bydeler planer."))[0]
    assert 0.0 <= weighed(understand("Hva skjedde i Oslo i 2017?"), one, chance) <= chance
