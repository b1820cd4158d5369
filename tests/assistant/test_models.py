"""The nouns."""

import pytest

from assistant.models import PageMark, Passage

PASSAGE = Passage(
    "r:0", "r", "Rapport", "første side andre side", ("Studie", "Funn"), marks=(PageMark(0, 3), PageMark(12, 4))
)


def test_a_section_is_its_headings_in_one_line() -> None:
    assert PASSAGE.section == "Studie > Funn"


@pytest.mark.parametrize(("offset", "page"), [(0, 3), (11, 3), (12, 4), (21, 4)])
def test_a_character_stands_on_the_page_of_the_last_mark_before_it(offset: int, page: int) -> None:
    assert PASSAGE.page_at(offset) == page


def test_a_passage_without_marks_has_no_page() -> None:
    bare = Passage("r:0", "r", "Rapport", "ord")
    assert (bare.page, bare.page_at(2)) == (None, None)
