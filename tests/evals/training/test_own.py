"""Examples from question sets whose evidence is quotes."""

from pathlib import Path

import pytest

from evals.questions.goldset import Evidence, Question
from evals.training.examples import Example
from evals.training.own import own_examples
from tests.making.reports import write_library

QUOTE = "Bare 37 prosent av kommunene tilbyr norskopplæring på arbeidsplassen."


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return sorted(write_library(tmp_path_factory.mktemp("own")).iterdir())


def asked(*quotes: str, document: str = "norsk-2019", history: tuple[str, ...] = ()) -> Question:
    evidence = tuple(Evidence(document, quote) for quote in quotes)
    return Question("q", "Hvor mange kommuner tilbyr norskopplæring?", "fact", "nb", evidence, history=history)


def made(documents: list[Path], *questions: Question) -> list[Example]:
    return list(own_examples(questions, documents))


@pytest.mark.parametrize("quote", [QUOTE, "Bare 37 prosent av kommunene tilbyr", f"{QUOTE} Og noe mer."])
def test_the_statement_that_a_quote_covers_is_right(documents: list[Path], quote: str) -> None:
    (one,) = made(documents, asked(quote))
    assert [said.endswith(QUOTE) for said in one.right] == [True]


def test_the_others_are_wrong(documents: list[Path]) -> None:
    (one,) = made(documents, asked(QUOTE))
    assert one.wrong and not any(QUOTE in said for said in one.wrong)


def test_a_question_without_evidence_has_no_right_statement(documents: list[Path]) -> None:
    (one,) = made(documents, asked())
    assert one.right == () and one.wrong


@pytest.mark.parametrize(
    "question",
    [asked("Dette står ikke der."), asked(QUOTE, document="tolk-2021"), asked(QUOTE, history=("Hva med kurs?",))],
    ids=["a quote that is nowhere", "in another document", "a follow-up"],
)
def test_left_out_is(documents: list[Path], question: Question) -> None:
    assert made(documents, question) == []
