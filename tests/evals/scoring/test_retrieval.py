import pytest

from evals.answering.runline import Retrieved
from evals.documents.folding import squeeze
from evals.documents.source import document
from evals.questions.goldset import Evidence, Question
from evals.scoring.retrieval import covers, first_ranks, gold_quotes, ndcg, recall_within, standing
from tests.evals.making import DOCUMENTS, GOLD, QUESTION, passage

GOLDS = gold_quotes(QUESTION, DOCUMENTS)


@pytest.mark.parametrize(
    "text",
    [GOLD, f"Og så: {GOLD} Mer.", GOLD[:40], "kommunene tilbyr norskopplæring på arbeidsplassen. Og så noe annet"],
    ids=["whole", "within", "a large part", "a half within"],
)
def test_a_text_covers_a_quote(text: str) -> None:
    assert covers(squeeze(text), GOLDS[0])


@pytest.mark.parametrize("text", ["", "arbeidsplassen", "Av dem svarte 31."])
def test_a_text_does_not_cover_a_quote(text: str) -> None:
    assert not covers(squeeze(text), GOLDS[0])


def test_a_half_that_stands_elsewhere_shows_nothing() -> None:
    shared = "av kommunenes utgifter til bosetting og integrering av flyktninger"
    text = f"Tilskuddet dekket i året 2016 hele 92,3 prosent {shared}. Tilskuddet dekket 95,2 prosent {shared}."
    question = Question("q", "?", "fact", "nb", (Evidence("d", f"Tilskuddet dekket 95,2 prosent {shared}."),))
    gold = gold_quotes(question, {"d": document("d", [text])})[0]
    assert not covers(squeeze(f"92,3 prosent {shared} og mer"), gold)


def test_a_passage_that_is_not_in_the_report_counts_for_nothing() -> None:
    made_up = passage("lorem ipsum dolor sit amet " * 5 + GOLD)
    assert first_ranks(standing([made_up, passage()], DOCUMENTS), GOLDS) == [2]


def test_only_the_beginning_of_a_passage_counts() -> None:
    assert first_ranks([passage("x " * 750 + GOLD)], GOLDS) == [None]


def test_another_document_is_no_hit() -> None:
    assert first_ranks([Retrieved("annen", GOLD)], GOLDS) == [None]


def test_recall_stops_at_the_budget() -> None:
    passages = [passage("x" * 100), passage()]
    assert recall_within(passages, GOLDS, 100) == 0
    assert recall_within(passages, GOLDS, 100 + len(GOLD)) == 1


@pytest.mark.parametrize(
    ("ranks", "value"),
    [([1], 1.0), ([2], 0.6309), ([None], 0.0), ([1, 2], 1.0), ([1, 1], 1.0), ([1, None], 0.6131), ([3, 3], 0.6131)],
)
def test_ndcg_by_hand(ranks: list[int | None], value: float) -> None:
    assert ndcg(ranks) == pytest.approx(value, abs=1e-4)
