"""What is left of a text however it is set."""

import pytest

from assistant.evidence.letters import folded, occurrences, stream_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("introduksjons\u2010\nprogrammet", "introduksjonsprogrammet"),
        ("introduksjons\ufffeprogrammet", "introduksjonsprogrammet"),
        ("6–8 år", "6-8 år"),
        ("ﬁnansiering", "finansiering"),
        ("a\u030arlig", "årlig"),
        ("3\u00a0000 Kroner", "3 000 kroner"),
        ("«Norsk på jobben»", '"Norsk på jobben"'),
    ],
)
def test_the_same_words_fold_alike_however_they_are_set(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def test_other_numbers_do_not_fold_alike() -> None:
    assert folded("37 prosent") != folded("73 prosent")


def test_each_letter_keeps_its_page_and_its_character() -> None:
    stream = stream_of([(1, enumerate("A-b")), (2, enumerate("ﬁ"))])
    assert stream.letters == "abfi"
    assert list(stream.pages) == [1, 1, 2, 2]
    assert list(stream.chars) == [0, 2, 0, 0]


def test_a_page_is_a_range_of_letters() -> None:
    stream = stream_of([(1, enumerate("en to")), (2, enumerate("tre"))])
    assert stream.page_range(2) == (4, 7)


def test_nothing_occurs_nowhere() -> None:
    assert list(occurrences("abc", "")) == []
