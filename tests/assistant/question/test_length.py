"""How long a summary is to be."""

import pytest

from assistant.question.length import Length, length_of, without_length


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("oppsummer årsrapporten i fem punkter", Length(points=5)),
        ("oppsummer årsrapporten i maks 5 kulepunkter", Length(points=5)),
        ("oppsummer dei tre viktigaste punkta i rapporten", Length(points=3)),
        ("summarise the annual report in three short sentences", Length(points=3)),
        ("oppsummer rapporten på en halv side", Length(words=250)),
        ("Summarise it on half a page", Length(words=250)),
        ("oppsummer rapporten på en side", Length(words=500)),
        ("oppsummer studien på 100 ord", Length(words=100)),
        ("kort oppsummering av rapporten", Length(words=200)),
        ("oppsummer rapporten", None),
        ("oppsummer side 5", None),
        ("oppsummer studien om korttidsopphold", None),
    ],
)
def test_a_length_is_read_from_the_words(text: str, length: Length | None) -> None:
    assert length_of(text) == length


def test_the_length_is_no_part_of_what_is_asked_about() -> None:
    assert without_length("oppsummer Jobbsjansen i fem punkter").split() == ["oppsummer", "Jobbsjansen"]
