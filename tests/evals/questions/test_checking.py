from dataclasses import replace

import pytest

from evals.questions.checking import check, overlaps
from evals.questions.goldset import Evidence, Question
from tests.evals.making import DOCUMENTS, NOTHING, QUESTION


def _messages(*questions: Question) -> list[tuple[str, str]]:
    return [(finding.level, finding.message) for finding in check(questions, DOCUMENTS)]


def test_a_sound_set_has_no_findings() -> None:
    assert _messages(QUESTION, NOTHING) == []


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"type": "quiz"}, "unknown type quiz"),
        ({"language": "sv"}, "unknown language sv"),
        ({"text": " "}, "the question is empty"),
        ({"history": ("Før?",)}, "history on what is no follow-up"),
        ({"type": "followup"}, "a follow-up without history"),
        ({"evidence": (), "facts": ()}, "no evidence, and not unanswerable"),
        ({"facts": ("99",)}, "the fact «99» stands in none of the quotes"),
        ({"facts": ("37,5", "37,5")}, "the same fact twice"),
        ({"facts": ("|",)}, "an empty fact"),
        ({"evidence": (Evidence("norsk-2019", "Alle svarte 37,5."),)}, "quote 1 does not stand in norsk-2019"),
        ({"evidence": (Evidence("norsk-2019", ""), *QUESTION.evidence)}, "quote 1 does not stand in norsk-2019"),
        ({"evidence": (Evidence("borte", "37,5"),)}, "quote 1: there is no document borte"),
        ({"evidence": QUESTION.evidence * 2}, "the same quote twice"),
    ],
)
def test_an_error_is_found(change: dict[str, object], message: str) -> None:
    assert _messages(replace(QUESTION, **change)) == [("error", message)]  # type: ignore[arg-type]


def test_one_alternative_in_the_evidence_is_enough() -> None:
    assert _messages(replace(QUESTION, facts=("37.5 per cent|37,5",))) == []


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"facts": ()}, "no facts, so that no answer can be right"),
        ({"text": "Er det 37,5 prosent?"}, "the fact «37,5» stands in the question"),
        (
            {"evidence": (Evidence("norsk-2019", "are 37,5 prosent av kommunene tilbyr"),)},
            "quote 1 cuts a word or number",
        ),
    ],
)
def test_a_warning_is_given(change: dict[str, object], message: str) -> None:
    ((level, said),) = _messages(replace(QUESTION, **change))  # type: ignore[arg-type]
    assert (level, said[: len(message)]) == ("warning", message)


def test_what_is_unanswerable_needs_a_reason() -> None:
    assert _messages(replace(NOTHING, why="")) == [("error", "unanswerable without `why`")]


def test_a_repeated_id_is_an_error() -> None:
    other = replace(QUESTION, text="Noe ganske annet om tolker og kurs?")
    assert _messages(QUESTION, other) == [("error", "the id stands 2 times")]


def test_a_repeated_question_is_an_error() -> None:
    other = replace(QUESTION, id="x", text=QUESTION.text.upper())
    assert _messages(QUESTION, other) == [("error", "the same question as q1")]


def test_a_question_that_is_nearly_another_is_a_warning() -> None:
    other = replace(QUESTION, id="x", text=QUESTION.text.replace("?", " nå?"))
    assert _messages(QUESTION, other) == [("warning", "nearly the same question as q1")]


def test_a_question_of_another_set_is_an_error() -> None:
    assert [finding.level for finding in overlaps([QUESTION, NOTHING], [replace(QUESTION, id="x")])] == ["error"]
