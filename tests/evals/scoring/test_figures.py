import pytest

from evals.scoring.answer import score_all
from evals.scoring.figures import figures, split_name
from tests.evals.making import DOCUMENTS, NOTHING, QUESTION, answer

QUESTIONS = [QUESTION, NOTHING]


def _figures(**lines: object):  # type: ignore[no-untyped-def]
    run = {id_: line for id_, line in lines.items() if line is not None}
    return figures(QUESTIONS, score_all(QUESTIONS, run, DOCUMENTS), run)  # type: ignore[arg-type]


def test_figures_are_told_by_type_language_and_document() -> None:
    values = _figures(q1=answer(), q2=answer(id="q2", abstained=True)).values()
    names = ("single", "type.fact", "lang.nb", "document.norsk-2019")
    assert [values[f"{name}.fact_recall"] for name in names] == [1, 1, 1, 1]
    assert values["unanswerable.abstained"] == 1


def test_a_question_left_out_is_told() -> None:
    assert "1 questions are not in the run and count as missed." in _figures(q1=answer()).notes


def test_an_answer_to_no_question_is_told() -> None:
    found = _figures(q1=answer(), q2=answer(id="q2"), q3=answer(id="q3"))
    assert "1 answers are to no question of the set." in found.notes


def test_missing_confidence_is_told() -> None:
    found = _figures(q1=answer(confidence=0.5), q2=answer(id="q2"))
    assert "1 of 2 answers tell no confidence: no risk and coverage." in found.notes
    assert "risk.area" not in found.values()


def test_missing_time_is_told() -> None:
    assert "1 answers tell no time." in _figures(q1=answer(seconds=1.0), q2=answer(id="q2")).notes


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("single.hit@5", ("single", "hit@5")),
        ("document.v1.2.hit@5", ("document.v1.2", "hit@5")),
        ("citations.verbatim", ("", "citations.verbatim")),
        ("seconds.p50", ("", "seconds.p50")),
        ("unanswerable.abstained", ("unanswerable", "abstained")),
    ],
)
def test_names_are_split_into_group_and_measure(name: str, parts: tuple[str, str]) -> None:
    assert split_name(name) == parts
