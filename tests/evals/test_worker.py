"""The librarians' questions asked again, and what differs from the time before."""

import io
import json
from pathlib import Path

import pytest

from assistant.api import Assistant
from assistant.reasons import from_data
from assistant.settings import Settings
from assistant.store.feedback import Feedback
from assistant.store.gold import gold_file, gold_question, put, runs_of
from evals.questions.goldset import read_questions
from evals.worker import main, run_gold
from tests.making.fakes import FakeEmbedder

QUESTION = "Hva anbefales om bruk av tolk på legekontoret?"


@pytest.fixture
def settings(quick: Settings, fake: FakeEmbedder, tmp_path: Path) -> Settings:
    """Those of an index, with one gold question that its own answer answers, and one that nothing does."""
    settings = quick.model_copy(update={"gold_dir": tmp_path / "gold"})
    answer = Assistant.open(settings).ask(QUESTION)
    put(settings.gold_dir, gold_question(Feedback(True, answer), answer.citations[:1]))
    other = Assistant.open(settings).ask("Hvor mange isbjørner bor på Svalbard?")
    put(settings.gold_dir, gold_question(Feedback(False, other), []))
    return settings


def test_what_is_kept_is_a_question_set(settings: Settings) -> None:
    first, second = read_questions(gold_file(settings.gold_dir))
    assert (first.text, first.type, len(first.evidence)) == (QUESTION, "fact", 1)
    assert (second.type, bool(second.why)) == ("unanswerable", True)


def test_a_first_run_has_nothing_to_be_compared_with(settings: Settings) -> None:
    told = run_gold(settings, lambda done, total: None)
    assert (told["questions"], told["compared"], told["changed"]) == (2, 0, [])
    assert {one["name"]: one["value"] for one in told["figures"]}["single.cited_evidence_recall"] == 1.0


def test_a_later_one_tells_which_answers_changed(settings: Settings) -> None:
    run_gold(settings, lambda done, total: None)
    (run,) = runs_of(settings.gold_dir)
    lines = [json.loads(line) for line in (run / "results.jsonl").read_text().splitlines()]
    lines[0]["score"]["measures"]["cited_evidence_recall"] = [0.0, 1.0]  # as if it had been wrong
    (run / "results.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    told = run_gold(settings, lambda done, total: None)
    assert told["changed"] == [{"question": QUESTION, "before": 0.0, "after": 1.0}]
    assert told["compared"] == 2 and told["index"] == told["index_before"]


def test_a_question_whose_right_source_is_another_now_is_not_compared(settings: Settings) -> None:
    run_gold(settings, lambda done, total: None)
    answer = Assistant.open(settings).ask(QUESTION)
    put(settings.gold_dir, gold_question(Feedback(True, answer), answer.citations[-1:]))
    put(settings.gold_dir, gold_question(Feedback(True, answer), []))
    assert run_gold(settings, lambda done, total: None)["compared"] == 1


def test_what_goes_wrong_is_one_line(settings: Settings) -> None:
    gold_file(settings.gold_dir).write_text("{")
    out = io.StringIO()
    assert main(io.StringIO(json.dumps({"settings": settings.model_dump(mode="json")})), out) == 1
    assert "gold.jsonl, line 1" in str(from_data(json.loads(out.getvalue())["error"]))
