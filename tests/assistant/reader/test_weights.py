"""Weights from a card and back, and log-odds as chances."""

import numpy as np
import pytest

from assistant.reader.weights import WITHOUT_READER, Weights, chance, odds

CARD = {"statement": [1, 2, 3, 4, 5], "passage": [1, 2, 3, 4, 5, 6], "answer": [1, 2, 3, 4, 5]}


def test_weights_come_back_from_their_card() -> None:
    assert Weights.from_card(WITHOUT_READER.to_card()) == WITHOUT_READER


@pytest.mark.parametrize("name", list(CARD))
def test_a_card_that_tells_too_few_or_too_many_is_refused(name: str) -> None:
    for own in (CARD[name][1:], [*CARD[name], 7]):
        with pytest.raises(ValueError, match="weight"):
            Weights.from_card(CARD | {name: own})


@pytest.mark.parametrize("name", list(CARD))
def test_a_card_that_lacks_one_is_refused(name: str) -> None:
    with pytest.raises(KeyError):
        Weights.from_card({key: own for key, own in CARD.items() if key != name})


def test_a_number_in_letters_is_refused() -> None:
    with pytest.raises(ValueError, match="many"):
        Weights.from_card(CARD | {"answer": ["many"] * 5})  # type: ignore[list-item]


def test_odds_are_the_weighed_sum_and_the_offset() -> None:
    assert odds(np.array([[1.0, 2.0], [0.0, 0.0]]), (3.0, 4.0, 5.0)).tolist() == [16.0, 5.0]


@pytest.mark.parametrize(("log_odds", "expected"), [(0.0, 0.5), (1e6, 1.0), (-1e6, 0.0)])
def test_any_odds_are_a_chance(log_odds: float, expected: float) -> None:
    assert chance(np.array([log_odds]))[0] == pytest.approx(expected)
