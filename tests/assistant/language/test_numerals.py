"""Numbers in words."""

import pytest

from assistant.language.numerals import COUNTING, ORDERED, count_of


@pytest.mark.parametrize(
    ("word", "number"),
    [("Sju", 7), ("eitt", 1), ("twelve", 12), ("30", 30), ("²", None), ("noen", None), ("9" * 5000, None)],
)
def test_a_number_is_told_in_words_or_figures(word: str, number: int | None) -> None:
    assert count_of(word) == number


def test_an_article_counts_nothing() -> None:
    assert "syv" in COUNTING and not COUNTING & {"en", "ei", "one"}


def test_the_order_is_told_in_three_languages() -> None:
    assert ORDERED["tredje"] == ORDERED["third"] == 3 and ORDERED["sjuande"] == 7
