import pytest

from evals.scoring.support import misplaced, unsupported
from tests.evals.making import DOCUMENTS, GOLD, PEOPLE, TEXT, answer, cited


@pytest.mark.parametrize(
    "text",
    [
        "37,5 prosent [1]",
        "37.5 per cent [1]",
        "I 2019: 37,5 prosent [1]",  # the year of the document's name
        "Ingen tall.",
    ],
)
def test_numbers_that_are_quoted_are_supported(text: str) -> None:
    assert unsupported(answer(text), DOCUMENTS) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [("37 prosent [1]", "37"), ("andelen var [93]", "93"), ("5 prosent [1]", "5"), ("I 2018 [1]", "2018")],
)
def test_other_numbers_are_not(text: str, number: str) -> None:
    assert unsupported(answer(text), DOCUMENTS) == [number]


def test_the_cited_passage_supports_numbers() -> None:
    assert unsupported(answer("2 600 deltok [1]", cited(text=TEXT)), DOCUMENTS) == []


def test_what_a_run_adds_to_a_passage_supports_nothing() -> None:
    made_up = cited(text=TEXT + " Det var 4 242 personer i landet totalt sett.")
    assert unsupported(answer("4 242 deltok [1]", made_up), DOCUMENTS) == ["4242"]


def test_a_heading_that_is_not_in_the_document_supports_nothing() -> None:
    assert unsupported(answer("93 prosent [1]", cited(section="Kapittel 93")), DOCUMENTS) == ["93"]


def test_a_heading_of_the_document_supports_its_numbers() -> None:
    assert unsupported(answer("kapittel 3 [1]", cited(section="Kapittel 3 Tall")), DOCUMENTS) == []


def test_a_quote_that_is_not_verbatim_supports_nothing() -> None:
    assert unsupported(answer("99 prosent [1]", cited("Bare 99 prosent av kommunene")), DOCUMENTS) == ["99"]


def test_a_number_belongs_to_the_source_marked_at_it() -> None:
    line = answer(f"2 600 deltok [1]. {GOLD} [2]", cited(n=1), cited(PEOPLE, n=2))
    assert unsupported(line, DOCUMENTS) == []
    assert misplaced(line, DOCUMENTS) == ["2600", "37.5"]
