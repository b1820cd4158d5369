"""From what was typed to what is searched for."""

import pytest

from assistant.errors import QuestionError
from assistant.question import understand

EARLIER = "Hva fant Testsenteret om norskopplæring på arbeidsplassen?"


def refusal(typed: str) -> str:
    with pytest.raises(QuestionError) as error:
        understand(typed)
    return error.value.code


@pytest.mark.parametrize("typed", ["", "   ", "\n\t", "\u200b\u200d", "\x00"])
def test_nothing_typed_is_an_empty_question(typed: str) -> None:
    assert refusal(typed) == "question_empty"


@pytest.mark.parametrize("typed", ["a" * 20_000, "hva " * 5_000])
def test_a_very_long_question_is_refused(typed: str) -> None:
    assert refusal(typed) == "question_long"


def test_the_limit_itself_is_not_too_long() -> None:
    assert understand("hva " * 12 + "er?", max_length=51).typed.endswith("er?")


@pytest.mark.parametrize("typed", ["?!", "%&/()=", "…", "😀😀", "----", "[1]"])
def test_a_question_of_symbols_is_refused(typed: str) -> None:
    assert refusal(typed) == "question_symbols"


def test_who_asks_at_too_great_length_is_told_what_is_the_most() -> None:
    with pytest.raises(QuestionError, match="51 characters"):
        understand("a" * 52, max_length=51)


@pytest.mark.parametrize("typed", ["tolk", "ما هي التوصيات؟", "Ordningen?"])
def test_any_word_is_a_question(typed: str) -> None:
    assert understand(typed).typed == typed


@pytest.mark.parametrize(
    ("typed", "clean"),
    [
        ("  Hva   fant\nde? ", "Hva fant de?"),
        ("Hva\x00 fant\x1b de?", "Hva fant de?"),
        ("Hva \ud800fant de?", "Hva fant de?"),
        ("Hva gjør kom\u00admunene?", "Hva gjør kommunene?"),
    ],
    ids=["white space", "control characters", "lone surrogate", "soft hyphen from a PDF"],
)
def test_a_question_is_cleaned(typed: str, clean: str) -> None:
    assert understand(typed).typed == clean


@pytest.mark.parametrize(
    "typed",
    [
        "Og hva anbefalte de?",
        "Og kva tilrådde dei?",
        "And what did they recommend?",
        "Hvor mange?",
        "Hvorfor det?",
    ],
)
def test_a_follow_up_is_understood_with_what_came_before(typed: str) -> None:
    question = understand(typed, [EARLIER])
    assert question.was_completed
    assert "norskopplæring på arbeidsplassen" in question.whole


def test_a_follow_up_reaches_past_other_follow_ups() -> None:
    assert "norskopplæring" in understand("Og hva anbefalte de?", [EARLIER, "Hvor mange?", "Hvorfor det?"]).whole


def test_a_follow_up_leans_on_the_nearest_question_that_stands_by_itself() -> None:
    question = understand("Og hva anbefalte de?", ["Hvordan brukes tolk på legekontor?", EARLIER])
    assert "legekontor" not in question.whole


@pytest.mark.parametrize(
    "typed",
    [
        "Hvordan bruker fastlegene kvalifisert tolk på legekontoret i små kommuner?",
        "Hva anbefaler Prøveinstituttet helseforetakene om bestilling av tolk?",
    ],
)
def test_a_question_that_stands_by_itself_is_left_alone(typed: str) -> None:
    assert understand(typed, [EARLIER]).whole == typed


@pytest.mark.parametrize("history", [[], [""], ["  ", "\n"]])
def test_an_empty_history_adds_nothing(history: list[str]) -> None:
    assert not understand("Og hva anbefalte de?", history).was_completed


@pytest.mark.parametrize("turn", ["?!", "a" * 2001])
def test_a_turn_that_could_not_be_asked_is_no_part_of_the_history(turn: str) -> None:
    assert understand("Og hva anbefalte de?", [EARLIER, turn]) == understand("Og hva anbefalte de?", [EARLIER])


def test_what_was_typed_is_kept_beside_what_is_searched_for() -> None:
    assert understand("Og hva anbefalte de?", [EARLIER]).typed == "Og hva anbefalte de?"


@pytest.mark.parametrize(
    ("typed", "language"), [("Hva fant de?", "nb"), ("Kva fann dei?", "nn"), ("What did they find?", "en")]
)
def test_a_question_has_the_language_it_was_typed_in(typed: str, language: str) -> None:
    assert understand(typed, [EARLIER]).language == language
