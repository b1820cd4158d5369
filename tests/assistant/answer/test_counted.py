"""What is to be counted, and the statements that count it."""

import pytest

from assistant.answer.counted import OF_OTHERS, counted, counts
from assistant.language.words import stem


@pytest.mark.parametrize(
    ("question", "what"),
    [
        ("Hvor mange kommuner har planer?", "kommuner"),
        ("Kor mange av kommunane har planar?", "kommunane"),
        ("Hvor mange nye deltakere kom i 2017?", "deltakere"),
        ("antall deltakere 2017", "deltakere"),
        ("How many refugees were settled?", "flyktninger"),
    ],
)
def test_what_is_counted_is_named_after_the_question_word(question: str, what: str) -> None:
    assert stem(what) in counted(question, "en" if question.startswith("How") else "nb")


@pytest.mark.parametrize("question", ["Hva anbefales?", "Hvor mange?"])
def test_nothing_is_counted_where_nothing_is_named(question: str) -> None:
    assert not counted(question, "nb")


@pytest.mark.parametrize(
    ("said", "grade"),
    [
        ("I alt 140 kommuner har slike planer.", 1.0),
        ("Åtte små bosettingskommuner har slike planer.", 1.0),
        ("37 prosent av kommunene har slike planer.", 1.0),
        ("Halvparten av kommunene har slike planer.", 1.0),
        ("37 prosent av lederne har slike planer.", OF_OTHERS),
        ("Kommunene ga 37 millioner i støtte.", 0.0),
        ("I 2017 hadde kommunene slike planer.", 0.0),
        ("Mange kommuner har slike planer.", 0.0),
    ],
)
def test_a_number_counts_where_it_is_one_of_what_is_asked_for(said: str, grade: float) -> None:
    assert counts(counted("Hvor mange kommuner har slike planer?", "nb"), said, is_row=False) == grade


def test_a_row_counts_what_its_label_says() -> None:
    assert (
        counts(counted("Hvor mange ansatte var det?", "nb"), "Antall ansatte per 31.12: 2017: 235", is_row=True) == 1.0
    )
