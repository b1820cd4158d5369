"""Conversations of several turns: what is held, and what is let go of."""

import pytest

from assistant.question import Question, Wanted, understand

SETTLED = "Hvor mange flyktninger ble bosatt i kommunene i 2017?"


def talk(*turns: str) -> Question:
    """The last turn, understood with those before it."""
    return understand(turns[-1], turns[:-1])


@pytest.mark.parametrize(
    ("first", "then", "subject"),
    [
        (SETTLED, "Og i 2016?", "flyktninger ble bosatt"),
        ("Kor mange flyktningar vart busette i kommunane i 2017?", "Og i 2016?", "flyktningar vart busette"),
        ("How many refugees were settled in municipalities in 2017?", "And in 2016?", "refugees were settled"),
    ],
)
def test_another_year_takes_the_place_of_the_first(first: str, then: str, subject: str) -> None:
    question = talk(first, then)
    assert subject in question.whole and question.years == ("2016",)


def test_the_year_is_changed_again_at_every_turn() -> None:
    question = talk(SETTLED, "Og i 2016?", "Og i 2015?")
    assert question.years == ("2015",)
    assert question.whole == "Hvor mange flyktninger ble bosatt i kommunene i 2015?"


@pytest.mark.parametrize(
    ("then", "year"), [("Og året før?", "2016"), ("Og året etter?", "2018"), ("And the year before?", "2016")]
)
def test_the_year_before_is_that_before_the_one_asked_for(then: str, year: str) -> None:
    assert talk(SETTLED, then).years == (year,)


def test_a_larger_number_holds_no_year() -> None:
    first = "Hva kjennetegner de 20190 flyktningene som ble bosatt?"
    assert talk(first, "Og året før?").years == ()
    assert "20190" in talk(first, "Og i 2016?").whole


@pytest.mark.parametrize("then", ["Var det flere i 2016?", "Var det fleire i 2016?", "Were there more in 2016?"])
def test_a_year_to_compare_with_stands_beside_the_first(then: str) -> None:
    question = talk(SETTLED, then)
    assert question.years == ("2016", "2017") and question.compares


@pytest.mark.parametrize(
    "then",
    [
        "Hva med nynorskelevene?",
        "Kva med nynorskelevane?",
        "What about the pupils?",
        "Men for kvinner?",
        "Gjelder det menn også?",
    ],
)
def test_another_group_is_asked_for_with_subject_and_year(then: str) -> None:
    question = talk(SETTLED, then)
    assert "bosatt" in question.whole and question.years == ("2017",)


@pytest.mark.parametrize("then", ["Hvem gjennomførte den?", "Kven gjennomførte ho?", "Who carried it out?"])
def test_who_did_it_is_asked_of_what_came_before(then: str) -> None:
    question = talk("Hva fant Fafo om tolk i barnevernet?", then)
    assert "tolk i barnevernet" in question.whole and question.wanted is Wanted.WHO


@pytest.mark.parametrize(
    "new",
    [
        "Hva sier årsrapporten om tolk?",
        "Hvordan virker jobbsjansen?",
        "Hva er jobbsjansen?",
        "Finnes det tall på tolker i helsetjenesten?",
        "Kva er tilrådd om tolk i barnevernet?",
        "What is recommended about interpreters?",
    ],
)
def test_a_new_subject_lets_go_of_the_old(new: str) -> None:
    assert talk(SETTLED, "Og i 2016?", new).whole == new


def test_after_a_new_subject_follow_ups_lean_on_it_alone() -> None:
    question = talk(SETTLED, "Og i 2016?", "Hva anbefales om tolk i barnevernet?", "Hvem står bak rådene?")
    assert "bosatt" not in question.whole


def test_a_follow_up_to_the_new_subject_has_none_of_the_old_years() -> None:
    question = talk(SETTLED, "Hvordan virker jobbsjansen for kvinner?", "Og hva anbefales?")
    assert question.whole == "Hvordan virker jobbsjansen for kvinner? Og hva anbefales?" and question.years == ()


@pytest.mark.parametrize(
    ("first", "language"),
    [("Kor mange vart busette?", "nn"), ("How many were settled?", "en"), ("Hvor mange ble bosatt?", "nb")],
)
def test_a_turn_without_telling_words_has_the_language_of_the_conversation(first: str, language: str) -> None:
    assert talk(first, "2016?").language == language


def test_what_is_wanted_is_held_where_the_follow_up_does_not_say() -> None:
    assert talk(SETTLED, "Og i 2016?").wanted is Wanted.FIGURE


def test_what_came_before_a_short_question_helps_it_but_is_no_part_of_it() -> None:
    question = talk(SETTLED, "Hvordan virker jobbsjansen?")
    assert (question.whole, question.context) == ("Hvordan virker jobbsjansen?", SETTLED)


@pytest.mark.parametrize(
    "turns",
    [
        ("Hvordan virker jobbsjansen?",),
        (SETTLED, "Og i 2016?"),
        (SETTLED, "Hvordan bruker fastlegene kvalifisert tolk på legekontoret i små kommuner?"),
    ],
    ids=["first", "made whole", "long"],
)
def test_other_questions_need_no_such_help(turns: tuple[str, ...]) -> None:
    assert talk(*turns).context == ""


@pytest.mark.parametrize(
    "then", ["er det flere enn før?", "Er det blitt bedre?", "er det fleire enn før?", "has it become better?"]
)
def test_whether_it_has_changed_is_asked_of_what_came_before(then: str) -> None:
    assert "flyktninger ble bosatt" in talk(SETTLED, then).whole


@pytest.mark.parametrize(
    ("first", "then", "whole"),
    [
        ("Hvor mange kommuner bruker tolk?", "hvorfor det?", "Kommuner bruker tolk – hvorfor?"),
        ("Kor mange kommunar brukar tolk?", "Kvifor?", "Kommunar brukar tolk – kvifor?"),
        ("How many municipalities use interpreters?", "Why is that?", "Municipalities use interpreters – why?"),
    ],
)
def test_why_is_asked_of_what_is_so_and_not_of_how_many(first: str, then: str, whole: str) -> None:
    question = talk(first, then)
    assert question.whole == whole and question.wanted is Wanted.FINDINGS


@pytest.mark.parametrize(
    ("first", "then", "whole"),
    [
        ("Hva skiller mellom Oslo og Bergen?", "og Trondheim?", "Hva skiller mellom Oslo og Bergen og Trondheim?"),
        ("Sammenlign mentor og verge", "Og tolk?", "Sammenlign mentor og verge og tolk"),
        ("Sammenlign bosetting i 2016 og 2017", "og i 2018?", "Sammenlign bosetting i 2016 og 2017 og 2018"),
        ("Compare Oslo and Bergen on housing", "and Trondheim?", "Compare Oslo and Bergen and Trondheim on housing"),
    ],
)  # fmt: skip
def test_a_third_thing_stands_beside_the_two_that_are_compared(first: str, then: str, whole: str) -> None:
    question = talk(first, then)
    assert question.whole == whole and question.carries


def test_a_group_is_no_third_place() -> None:
    assert "Bergen og kvinner" not in talk("Hva er forskjellen mellom Oslo og Bergen?", "og kvinner?").whole


@pytest.mark.parametrize(
    ("first", "then", "whole"),
    [
        (SETTLED, "hva med de under 18?", f"{SETTLED[:-1]}, de under 18?"),
        ("Hva fant Proba om lab i Asker?", "og i nabokommunen?", "Hva fant Proba om lab i nabokommunen?"),
        ("Hvem ansetter?", "gjelder det små bedrifter også?", "Hvem ansetter – små bedrifter?"),
        ("Oversikt over mentorer", "og tolk?", "Oversikt over tolk"),
    ],
)  # fmt: skip
def test_what_a_follow_up_narrows_or_exchanges_is_asked_of_the_same(first: str, then: str, whole: str) -> None:
    assert talk(first, then).whole == whole


def test_what_only_narrows_a_conversation_of_several_questions_stands_behind_them() -> None:
    question = talk(SETTLED, "er det flere enn før?", "gjelder det store kommuner også?")
    assert "bosatt" in question.whole and "store kommuner" in question.whole


def test_a_short_follow_up_is_in_the_language_of_the_conversation() -> None:
    assert talk(SETTLED, "og samfunnskunnskap?").language == "nb"
