"""Characters that cannot be shown or written: none of them takes the space between two words with it."""

import pytest

from assistant.language.characters import in_xml, printable

SPACES = ["\t", "\u00a0", "\u202f", "\u2009", "\u3000", "\u2028", "\x0b", "\x0c", "\x1f", "\x85"]


@pytest.mark.parametrize("space", SPACES)
def test_white_space_of_any_kind_is_a_space(space: str) -> None:
    assert printable(f"26{space}534 barn") == "26 534 barn"


@pytest.mark.parametrize("unseen", ["\x00", "\x1b", "\u200b", "\u00ad", "\u202e", "\ufeff", "\uffff", "\ud800"])
def test_what_cannot_be_printed_goes(unseen: str) -> None:
    assert printable(f"flykt{unseen}ninger") == "flyktninger"


@pytest.mark.parametrize(
    ("words", "held"), [("Kapittel\x0b5", "Kapittel 5"), ("a\x1cb", "a b"), ("a\x00b\ufffe", "ab")]
)
def test_xml_gets_a_space_for_white_space_that_it_cannot_hold(words: str, held: str) -> None:
    assert in_xml(words) == held


def test_what_xml_can_hold_stays() -> None:
    assert in_xml("a\tb\nc\u00a0d ‹æ›") == "a\tb\nc\u00a0d ‹æ›"
