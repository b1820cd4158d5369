import pytest

from evals.answering.runline import Retrieved
from evals.comparing.drifting import drift, summary
from evals.errors import RunError
from tests.evals.making import TEXT, answer

LINES = TEXT.splitlines()
FIVE = tuple(Retrieved("norsk-2019", f"Setning nummer {n} i rapporten") for n in range(5))


def test_nothing_drifts_from_itself() -> None:
    found = drift({"q1": answer(passages=FIVE)}, {"q1": answer(passages=FIVE)})[0]
    assert (found.kept, found.top_changed, found.same_order, found.same_answer) == (5, False, True, True)


def test_a_passage_that_left_the_top_is_counted() -> None:
    other = (Retrieved("norsk-2019", "Noe helt annet"), *FIVE[:4])
    assert drift({"q1": answer(passages=FIVE)}, {"q1": answer(passages=other)})[0].kept == 4


def test_another_order_is_no_other_top() -> None:
    found = drift({"q1": answer(passages=FIVE)}, {"q1": answer(passages=FIVE[::-1])})
    assert summary(found)["top-5 in another order"] == 1


def test_the_same_words_cut_otherwise_are_the_same_place() -> None:
    longer = (Retrieved("norsk-2019", FIVE[0].text + " og mer"), *FIVE[1:])
    assert not drift({"q1": answer(passages=FIVE)}, {"q1": answer(passages=longer)})[0].top_changed


def test_an_answer_that_became_an_abstention_is_told() -> None:
    found = drift({"q1": answer()}, {"q1": answer(abstained=True)})[0]
    assert found.flipped
    assert not found.same_answer


def test_nothing_in_common_is_an_error() -> None:
    with pytest.raises(RunError):
        drift({"q1": answer()}, {"q2": answer()})
