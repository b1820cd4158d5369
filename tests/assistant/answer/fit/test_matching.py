"""Words that are taken for one another, and words that are not."""

import pytest

from assistant.answer.fit.matching import alike, is_slip


@pytest.mark.parametrize(
    ("word", "other"),
    [("skol", "grunnskol"), ("kandiat", "kandidat"), ("tolk", "fjerntolk"), ("introduksjonsprogram", "introduksjon")],
)
def test_parts_of_compounds_and_slips_are_alike(word: str, other: str) -> None:
    assert alike(word, other)


@pytest.mark.parametrize(("word", "other"), [("sak", "saksbehandl"), ("skat", "skatter"), ("lærer", "elev")])
def test_short_beginnings_and_other_words_are_not(word: str, other: str) -> None:
    assert not alike(word, other)


@pytest.mark.parametrize("slip", ["kandiat", "kandiddat", "kandipat", "kanddiat"])
def test_one_letter_makes_a_slip(slip: str) -> None:
    assert is_slip(slip, "kandidat")
    assert is_slip("kandidat", slip)


def test_two_letters_make_another_word() -> None:
    assert not is_slip("kandelar", "kandidat")
