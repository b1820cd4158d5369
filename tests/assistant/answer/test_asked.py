"""What a question asks for, by its words."""

import pytest

from assistant.answer.asked import fits, has_figure, is_empty, modality, read, strays
from assistant.question import understand

ORIGIN = "Rapporten er skrevet på oppdrag fra direktoratet."


@pytest.mark.parametrize(
    ("question", "said", "other"),
    [
        ("Hvorfor øker utgiftene?", "Det skyldes flere bosatte.", "Utgiftene er kjent."),
        ("Hvor stor andel tilbyr kurs?", "37 prosent tilbyr kurs.", "Kurs tilbys av mange."),
        ("Kor mykje kosta det?", "Det kosta 3 000 kroner.", "Det kosta meir enn før."),
        ("How many took part?", "12 deltok.", "Mange deltok."),
        ("Hva anbefales?", "Kommunene bør leie boliger.", "Kommunene leier boliger."),
    ],
)
def test_an_answer_has_the_shape_that_is_asked_for(question: str, said: str, other: str) -> None:
    asked = read(understand(question))
    assert fits(asked, said) > fits(asked, other)


def test_no_shape_fits_where_none_is_asked_for() -> None:
    assert fits(read(understand("tolk på legekontoret")), "37 prosent bruker tolk.") == 0


@pytest.mark.parametrize(
    "question",
    ["Hvilke tiltak virket?", "Hva er de fem stegene?", "Which three ways are there?", "Kva for tema er med?"],
)
def test_several_things_are_asked_for(question: str) -> None:
    assert read(understand(question)).several


def test_one_thing_is_asked_for() -> None:
    assert not read(understand("Hvor lenge varer programmet?")).several


@pytest.mark.parametrize("question", ["Hvilke rapporter handler om tolk?", "Which studies are about housing?"])
def test_studies_are_asked_for(question: str) -> None:
    assert read(understand(question)).studies


def test_what_reports_say_is_no_question_for_reports() -> None:
    assert not read(understand("What do the reports recommend about interpreters?")).studies


def test_a_follow_up_that_tells_nothing_is_read_with_what_came_before() -> None:
    question = understand("Og for kvinner?", ["Hvor mange prosent av deltakerne kom i arbeid?"])
    assert fits(read(question), "49 prosent av kvinnene kom i arbeid.") == 1


def test_how_a_study_came_about_strays_from_what_it_found() -> None:
    assert strays(read(understand("Hva fant de om tolk?")), ORIGIN)


def test_how_a_study_came_about_is_told_to_who_asks() -> None:
    assert not strays(read(understand("Hvem ga oppdraget?")), ORIGIN)


@pytest.mark.parametrize("other", ["Ordningen bør avvikles.", "Ordningen er ikke avviklet."])
def test_advice_and_denial_are_other_than_a_plain_statement(other: str) -> None:
    assert modality(other) != modality("Ordningen er avviklet.")


@pytest.mark.parametrize(
    "said",
    [
        "46 respondenter besvarte spørsmålet.",
        "Svarene er vist i figur 22.",
        "Rapporten publiseres rundt 1. mars 2018.",
        "Forventet dato for ferdigstillelse: februar 2017.",
        "Vi spurte derfor lederne om kommunen har retningslinjer.",
        "Hvor ligger de gode synergiene i arbeidet?",
    ],
)
def test_that_something_was_asked_or_shown_is_no_answer(said: str) -> None:
    assert is_empty(read(understand("Hva bør vi gjøre bedre når vi bruker tolk?")), said)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hva sa de om tolk?", "54 prosent av dem som besvarte spørsmålet, savner tolk."),
        ("Hvor mange svarte på undersøkelsen?", "46 respondenter besvarte spørsmålet."),
        ("Når kommer rapporten?", "Rapporten publiseres rundt 1. mars 2018."),
        ("Hvem laget den, og når kommer den?", "Rapporten publiseres rundt 1. mars 2018."),
    ],
)
def test_it_is_an_answer_where_it_says_more_or_is_asked_for(question: str, said: str) -> None:
    assert not is_empty(read(understand(question)), said)


@pytest.mark.parametrize("said", ["I alt 140 deltok.", "En av fem deltok.", "Åtte tiltak var med.", "Kostnad: 3 000"])
def test_a_number_is_a_figure(said: str) -> None:
    assert has_figure(said)


@pytest.mark.parametrize("said", ["Det skjedde i 2017.", "Se figur 4 og § 13.", "Jobbsjansen del 2", "Mange deltok."])
def test_years_and_numbers_of_things_are_no_figures(said: str) -> None:
    assert not has_figure(said)
