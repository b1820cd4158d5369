import pytest

from evals.answering.running import scored
from evals.comparing.runs import changes, differences, pairs_of
from evals.errors import RunError
from tests.evals.answering.test_runs import ORIGIN, run_of
from tests.evals.making import DOCUMENTS, QUESTION, raw


def test_a_run_does_not_differ_from_itself() -> None:
    run = run_of(raw(), raw("q2"))
    rows = differences(pairs_of(run, run))
    assert {row.verdict for row in rows} == {"no difference shown"}


def test_a_difference_in_every_question_is_shown() -> None:
    worse = run_of(raw(text="Vet ikke [1]"), raw("q2"))
    rows = {row.name: row for row in differences(pairs_of(run_of(raw(), raw("q2")), worse))}
    assert (rows["single.fact_recall"].difference, rows["single.fact_recall"].verdict) == (-1, "worse")


def test_fewer_wrong_abstentions_are_better() -> None:
    pairs = pairs_of(run_of(raw(abstained=True), raw("q2")), run_of(raw(), raw("q2")))
    rows = {row.name: row for row in differences(pairs)}
    assert rows["single.wrongly_abstained"].verdict == "better"


def test_questions_that_changed_side_are_named_worse_first() -> None:
    before, after = run_of(raw(), raw("q2")), run_of(raw(text="Vet ikke [1]"), raw("q2", abstained=True))
    found = changes(pairs_of(before, after))
    assert [(c.first.question.id, c.before, c.after) for c in found] == [("q1", 1, 0), ("q2", 0, 1)]


def test_runs_without_a_common_question_cannot_be_compared() -> None:
    other = scored("other", [QUESTION.__class__("x", "?", "fact", "nb")], [], DOCUMENTS, ORIGIN)[0]
    with pytest.raises(RunError, match="no question in common"):
        pairs_of(run_of(raw()), other)
