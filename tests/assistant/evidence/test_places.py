"""A place as a link, and back."""

from urllib.parse import parse_qsl, urlsplit

import pytest

from assistant.evidence.places import Place, link_to, place_from, place_of, printed
from assistant.models import Citation, PageMark, Passage

LONG = "Kommunene bør " + "gi lærerne mye bedre tid og " * 10 + "rom hver uke."


def again(place: Place) -> Place | None:
    return place_from(dict(parse_qsl(urlsplit(link_to(place)).query)))


@pytest.mark.parametrize(
    "place",
    [
        Place("norsk-2019", "Bare 37 % & «resten» = ingen?", page=7, label="5", near=12),
        Place("norsk-2019", "Oslo · 12 · 14"),
        Place("norsk-2019", page=3),
        Place("rapport [1] #2", "æ ø å"),
    ],
)
def test_a_link_leads_back_to_its_place(place: Place) -> None:
    assert again(place) == place


def test_a_long_quote_makes_no_long_link() -> None:
    place = again(Place("norsk-2019", LONG))
    assert place is not None
    assert LONG.startswith(place.quote)
    assert LONG.endswith(place.until)
    assert len(place.quote + place.until) < len(LONG) / 2


def test_a_shortened_place_is_not_shortened_again() -> None:
    once = again(Place("norsk-2019", LONG))
    assert once is not None
    assert again(once) == once


def test_a_link_to_a_row_needs_no_headings_of_its_table() -> None:
    place = again(Place("norsk-2019", "Oslo · 12 · 14 … Kommune · 2016 · 2017"))
    assert place is not None
    assert place.quote == "Oslo · 12 · 14"


@pytest.mark.parametrize("query", [{}, {"dokument": ""}, {"side": "3"}])
def test_a_link_without_a_document_leads_nowhere(query: dict[str, str]) -> None:
    assert place_from(query) is None


@pytest.mark.parametrize("page", ["-1", "x", "²", "9" * 40])
def test_a_page_that_is_no_number_is_left_aside(page: str) -> None:
    place = place_from({"dokument": "a", "side": page})
    assert place is not None
    assert place.page is None


def test_a_citation_s_place_has_its_page_and_its_label() -> None:
    passage = Passage("a:00004", "a", "A", "Før. Etter.", marks=(PageMark(0, 6, "4"), PageMark(5, 7, "5")))
    place = place_of(Citation(1, passage, "Etter.", 7, 5, 11))
    assert place == Place("a", "Etter.", page=7, label="5", near=4)


@pytest.mark.parametrize(("page", "label"), [(7, "5"), (8, "6"), (3, "1"), (2, "")])
def test_printed_numbers_count_on_from_the_place_s_own(page: int, label: str) -> None:
    assert printed(Place("a", page=7, label="5"), page) == label


def test_a_citation_s_place_is_its_sentence_s_though_its_quote_begins_on_the_page_before() -> None:
    passage = Passage(
        "a:00004", "a", "A", "Kommunene venter. Boliger mangler.", marks=(PageMark(0, 6), PageMark(18, 7))
    )
    place = place_of(Citation(1, passage, "Kommunene venter. … Boliger mangler.", 6, 18, 34))
    assert (place.quote, place.page) == ("Boliger mangler.", 7)
