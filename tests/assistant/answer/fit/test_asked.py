"""Questions taken apart into slots."""

import pytest

from tests.assistant.answer.fit.making import Bench


@pytest.mark.parametrize(
    ("question", "unit"),
    [
        ("Hvor stor andel av kommunene har retningslinjer for tolk?", "percent"),
        ("Hva koster en tolk?", "money"),
        ("Kor lenge ventar dei på bustad?", "duration"),
        ("How many municipalities use interpreters?", "count"),
        ("Hvilke tjenester bruker kommunene?", None),
    ],
)
def test_the_unit_of_the_answer_is_known(bench: Bench, question: str, unit: str | None) -> None:
    assert bench.asked(question).unit == unit


def test_groups_are_known_by_the_beginnings_of_words(bench: Bench) -> None:
    assert bench.asked("Hvor lenge venter enslige mindreårige jenter?").groups == {"unaccompanied", "women"}


def test_a_verb_is_no_group(bench: Bench) -> None:
    assert not bench.asked("Hvordan lærer deltakerne norsk?").groups


def test_names_within_the_question_are_taken_without_those_that_every_report_has(bench: Bench) -> None:
    assert bench.asked("Hva sier IMDi om NIBR-rapporten fra Hamar?").names == ("nibr", "hamar")


def test_the_year_of_a_report_is_told_from_the_year_of_a_figure(bench: Bench) -> None:
    assert bench.asked("Hva var andelen i kommuneundersøkelsen for 2016?").source_years == {"2016"}
    assert not bench.asked("Hva var andelen i 2016?").source_years


def test_a_word_that_any_question_may_use_weighs_less_than_one_that_names_something(bench: Bench) -> None:
    weights = {term.word: term.weight for term in bench.asked("Hvordan greier fastlegene kvadratmeterkravet?").terms}
    assert weights["greier"] < weights["kvadratmeterkravet"]


@pytest.mark.parametrize(
    ("question", "compares"),
    [("Hvorfor får kvinner mer enn menn?", True), ("Hvorfor er det flere nå enn i 2016?", False)],
)
def test_groups_held_against_one_another_are_told_from_times(bench: Bench, question: str, compares: bool) -> None:
    assert bench.asked(question).compares is compares


def test_a_way_that_stands_apart_from_its_verb_is_known(bench: Bench) -> None:
    assert bench.asked("Hvorfor gikk antallet tolker ned fra 2016 til 2017?").directions == {"down"}
    assert bench.asked("Hvorfor virket det ikke å sende brev?").directions == {"works_not"}


def test_the_name_of_a_group_has_its_other_words(bench: Bench) -> None:
    (term,) = (term for term in bench.asked("Hvem bestiller for skeive?").terms if term.word == "skeive")
    assert "lhbt" in term.others


def test_the_ends_of_years_and_other_small_numbers_name_nothing(bench: Bench) -> None:
    assert not [term for term in bench.asked("Hva skjedde i 2015-16?").terms if term.word == "16"]
