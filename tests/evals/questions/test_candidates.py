"""Feedback as draft questions."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.settings import ConversationSettings
from assistant.store.feedback import Feedback, FeedbackBox, Wrong
from evals.__main__ import main
from evals.questions.candidates import candidates
from evals.questions.goldset import parse_question
from tests.assistant.store.making import ANSWER

PLAIN = replace(ANSWER, asked_as="")
BAD = Feedback(False, PLAIN, (Wrong.MISSING,), "Hva med 2023?")


def test_a_draft_has_the_form_of_the_question_sets() -> None:
    (row,) = candidates([("a" * 32, BAD)])
    question = parse_question(row)
    assert (question.text, question.type, question.evidence[0].quote) == (
        PLAIN.question,
        "fact",
        PLAIN.citations[0].quote,
    )


def test_a_draft_says_what_is_to_be_done() -> None:
    (row,) = candidates([("a", BAD)])
    assert row["draft"]["to_do"][0] == "Find what is missing, and add its quotes and facts."
    assert row["draft"]["comments"] == ["Hva med 2023?"]


def test_a_draft_shows_the_passages() -> None:
    (row,) = candidates([("a", BAD)])
    assert row["draft"]["shown"][0]["text"] == PLAIN.citations[0].passage.text


def test_a_follow_up_brings_its_history() -> None:
    (row,) = candidates([("a", Feedback(True, ANSWER, history=("Hva med tolk?",)))])
    assert (row["type"], row["history"]) == ("followup", ["Hva med tolk?"])


def test_a_whole_question_in_a_conversation_is_no_follow_up() -> None:
    (row,) = candidates([("a", Feedback(True, PLAIN, history=("Hva med bolig?",)))])
    assert (row["type"], "history" in row) == ("fact", False)


def test_an_abstention_is_a_draft_of_an_unanswerable_question() -> None:
    (row,) = candidates([("a", Feedback(False, replace(PLAIN, abstained=True)))])
    assert (row["type"], row["evidence"]) == ("unanswerable", [])


def test_what_several_said_of_one_question_is_one_draft() -> None:
    (row,) = candidates([("a", BAD), ("b", Feedback(True, replace(PLAIN, question=f" {PLAIN.question.upper()}")))])
    assert (row["draft"]["helpful"], row["draft"]["not_helpful"]) == (1, 1)


def test_what_was_of_least_help_comes_first() -> None:
    good = Feedback(True, replace(PLAIN, question="Hva er bra?"))
    assert [row["question"] for row in candidates([("a", good), ("b", BAD)])] == [PLAIN.question, "Hva er bra?"]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    FeedbackBox(ConversationSettings(file=tmp_path / "c.sqlite")).give("secret-owner", "c1", "t1", BAD)
    return tmp_path / "c.sqlite"


def test_the_shell_writes_the_drafts_without_their_owners(file: Path, tmp_path: Path) -> None:
    out = tmp_path / "drafts.jsonl"
    assert main(["candidates", "--store", str(file), "--out", str(out)]) == 0
    words = out.read_text(encoding="utf-8")
    assert [json.loads(line)["question"] for line in words.splitlines()] == [PLAIN.question]
    assert "secret-owner" not in words


def test_a_database_that_is_not_there_is_told_and_not_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "none.sqlite"
    assert main(["candidates", "--store", str(file), "--out", str(tmp_path / "out")]) == 1
    assert "There is no database" in capsys.readouterr().err
    assert not file.exists()
