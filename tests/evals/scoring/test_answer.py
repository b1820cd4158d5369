from evals.scoring.answer import score
from tests.evals.making import DOCUMENTS, NOTHING, PEOPLE, QUESTION, answer, cited


def test_a_right_answer_misses_nothing() -> None:
    found = score(QUESTION, answer(), DOCUMENTS)
    assert found.measures["fact_recall"] == (1, 1)
    assert found.measures["citation_precision"] == (1, 1)
    assert (found.loss, found.missed_facts, found.missed_evidence) == (0, (), ())


def test_an_abstaining_answer_states_no_fact_but_its_loss_is_that_of_showing_it() -> None:
    found = score(QUESTION, answer(abstained=True), DOCUMENTS)
    assert found.measures["fact_recall"] == (0, 1)
    assert found.measures["wrongly_abstained"] == (1, 1)
    assert found.loss == 0


def test_a_question_left_out_counts_as_missed() -> None:
    found = score(QUESTION, None, DOCUMENTS)
    assert found.measures["wrongly_abstained"] == (1, 1)
    assert found.measures["hit@10"] == (0, 1)
    assert "answers.numbers_supported" not in found.measures


def test_an_empty_answer_is_no_answer_with_supported_numbers() -> None:
    found = score(QUESTION, answer(""), DOCUMENTS)
    assert found.measures["wrongly_abstained"] == (1, 1)
    assert "answers.numbers_supported" not in found.measures


def test_silence_is_not_abstaining() -> None:
    assert score(NOTHING, answer(""), DOCUMENTS).measures["abstained"] == (0, 1)


def test_the_numbers_of_an_abstaining_answer_are_looked_at_too() -> None:
    found = score(NOTHING, answer("99 prosent [1]", abstained=True), DOCUMENTS)
    assert found.measures["abstentions.numbers_supported"] == (0, 1)


def test_precision_is_over_all_quotes() -> None:
    found = score(QUESTION, answer("a [1] b [2]", cited(n=1), cited(PEOPLE, n=2)), DOCUMENTS)
    assert found.measures["citation_precision"] == (1, 2)


def test_no_page_is_asked_of_a_document_without_pages() -> None:
    assert "citations.page_right" not in score(QUESTION, answer(), DOCUMENTS).measures
