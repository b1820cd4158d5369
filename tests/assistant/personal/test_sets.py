"""How much personal data is seen, and how much is seen that is none, on strings that were written for it."""

import time

import pytest

from assistant.privacy import find_personal_data
from tests.assistant.personal.making import clean, held
from tests.making.timing import holds


def test_the_sets_are_large_enough() -> None:
    assert min(len(held()), len(clean())) >= 150


def test_personal_data_is_seen() -> None:
    missed = [words for _, words in held() if not find_personal_data(words)]
    assert len(missed) <= 0.05 * len(held()), missed


def test_what_is_none_is_not_taken_for_it() -> None:
    seen = [words for words in clean() if find_personal_data(words)]
    assert len(seen) <= 0.02 * len(clean()), seen


@pytest.mark.parametrize("unit", ["a", "a.", "1 ", "12 345 ", "Ola ", "a@", "+47 ", "Ola Berg har ", "1-", "AB12 "])
def test_the_time_grows_with_the_length(unit: str) -> None:
    def seconds(length: int) -> float:
        text = unit * (length // len(unit))
        started = time.process_time()
        find_personal_data(text)
        return time.process_time() - started

    seconds(1_000)
    assert holds(lambda: seconds(80_000) < 8 * seconds(20_000) + 0.1)  # the square would be 16
