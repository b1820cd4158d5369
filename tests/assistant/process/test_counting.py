"""Questions counted by outcome, and told in the log without a word of them."""

import json
import logging
from collections.abc import Callable
from dataclasses import replace

import pytest
from prometheus_client import REGISTRY

from assistant.errors import IndexBusy, QuestionError
from assistant.models import Answer, Request, Verdict
from assistant.monitoring.logs import JsonLine
from assistant.process.counting import counted, outcome_of
from tests.ui.answers import citation

ANSWER = Answer("Hva med Kari Nordmann?", (), (), ())
TALK = Answer("Takk!", (), (), (), request=Request.CONVERSATION, reply="Bare hyggelig!")
ABOUT = replace(TALK, request=Request.ABOUT_ANSWER)
ABSTAINED = Answer("Hva?", (), (), (), abstained=True, verdict=Verdict.NOT_ANSWERED)


def count(kind: str, outcome: str) -> float:
    labels = {"by": "test", "kind": kind, "outcome": outcome}
    return REGISTRY.get_sample_value("kunnskap_questions_total", labels) or 0


@pytest.mark.parametrize(("answer", "outcome"), [(ANSWER, "answered"), (ABSTAINED, "not answered")])
def test_an_answer_is_counted_by_how_far_it_answers(answer: Answer, outcome: str) -> None:
    before = count("question", outcome)
    assert counted("test", lambda: answer) is answer
    assert count("question", outcome) == before + 1


@pytest.mark.parametrize("answer", [TALK, ABOUT])
def test_conversation_is_counted_apart_from_what_is_answered(answer: Answer) -> None:
    assert outcome_of(answer) == "conversation"


def test_an_answer_arranged_anew_is_counted_as_an_answer() -> None:
    assert outcome_of(replace(ABOUT, citations=(citation(1, "Tolk brukes."),))) == "answered"


def raising(error: BaseException) -> Callable[[], Answer]:
    def ask() -> Answer:
        raise error

    return ask


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (QuestionError("question_empty"), "refused"),
        (IndexBusy("index_busy", index_dir="ix"), "IndexBusy"),
        (ValueError("Kari"), "failed"),
        (KeyboardInterrupt(), "stopped"),
    ],
)
def test_what_is_raised_is_counted_and_raised(error: BaseException, outcome: str) -> None:
    before = count("unknown", outcome)
    with pytest.raises(type(error)):
        counted("test", raising(error))
    assert count("unknown", outcome) == before + 1


def test_the_log_has_figures_and_no_words_of_the_question(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "assistant.events"):
        counted("test", lambda: ANSWER)
    told = json.loads(JsonLine().format(caplog.records[-1]))
    assert (told["message"], told["by"], told["kind"], told["outcome"]) == ("question", "test", "question", "answered")
    assert "Kari" not in json.dumps(told)
