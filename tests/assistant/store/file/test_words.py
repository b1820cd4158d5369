"""Users' own words as they are kept."""

import pytest

from assistant.store.file.words import kept_line, kept_words


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("26\u00a0534 flyktninger\tog 1\u202f000 barn", "26 534 flyktninger og 1 000 barn"),
        ("en\r\nto\x0btre\u2028fire", "en\nto\ntre\nfire"),
        ("\n flykt\u00adninger\x00\u202e \n", "flyktninger"),
    ],
)
def test_what_stands_between_words_stays_between_them(words: str, kept: str) -> None:
    assert kept_words(words) == kept


def test_a_line_is_one_whatever_it_is_broken_by() -> None:
    assert kept_line("Tolk\x0bi\u00a0kommunene\nnå", 80) == "Tolk i kommunene nå"
