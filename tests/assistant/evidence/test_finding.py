"""A quote found again by its words."""

import pytest

from assistant.evidence.finding import find, shortened
from assistant.evidence.letters import Stream, stream_of

FIRST = "Kommunene bør bruke tolk oftere. Bare 37 prosent gjør det i dag, og små kommuner mangler kvalifiserte tolker."
SECOND = "Tabell 2. Kommuner 2016 2017 Oslo 12 14 Bergen 12 19. Kommunene bør bruke tolk oftere."


def stream(*pages: str) -> Stream:
    return stream_of((number, enumerate(words)) for number, words in enumerate(pages, 1))


def words(held: Stream, span: tuple[int, int]) -> str:
    return held.letters[span[0] : span[1]]


def test_a_quote_is_found_over_a_cut_word() -> None:
    held = stream("Små kom\u2010\nmuner mangler tolker.")
    assert [words(held, span) for span in find(held, "Små kommuner mangler")] == ["smakommunermangler"]


def test_a_quote_is_found_over_a_page_end() -> None:
    held = stream("Hver kommune bør", "lage en plan.")
    ((start, end),) = find(held, "Hver kommune bør lage en plan.", 1)
    assert {held.pages[start], held.pages[end - 1]} == {1, 2}


@pytest.mark.parametrize("page", [1, 2])
def test_of_two_places_the_one_on_the_page_is_taken(page: int) -> None:
    held = stream(FIRST, SECOND)
    ((start, _),) = find(held, "Kommunene bør bruke tolk oftere.", page)
    assert held.pages[start] == page


def test_a_wrong_page_hides_nothing() -> None:
    held = stream(FIRST, SECOND)
    ((start, _),) = find(held, "små kommuner mangler kvalifiserte tolker", 2)
    assert held.pages[start] == 1


def test_pieces_are_found_apart() -> None:
    held = stream(FIRST)
    assert len(find(held, "Kommunene bør bruke tolk … kvalifiserte tolker.", 1)) == 2


def test_a_row_is_taken_where_its_cells_stand_together() -> None:
    held = stream(SECOND)
    found = "".join(words(held, span) for span in find(held, "Bergen · 12 · 19", 1))
    assert found == "bergen1219"


def test_a_row_with_words_in_between_is_found_cell_by_cell() -> None:
    held = stream("Oslo (hovedstaden) 12 av 14 bydeler")
    assert [words(held, span) for span in find(held, "Oslo · 12 · 14", 1)] == ["oslo", "12", "14"]


def test_a_footnote_in_between_does_not_hide_a_long_quote() -> None:
    held = stream(FIRST.replace("i dag,", "i dag,12").replace("kvalifiserte", "kvalifiserte 13"))
    ((start, end),) = find(held, FIRST, 1)
    assert words(held, (start, end)).endswith("tolker")


def test_what_is_not_there_is_not_found() -> None:
    assert find(stream(FIRST, SECOND), "Kommunene bør slutte å bruke tolk.", 1) == []


def test_too_few_letters_are_found_nowhere() -> None:
    assert find(stream(FIRST), "og", 1) == []


def test_a_long_quote_is_found_by_its_beginning_and_its_end() -> None:
    held = stream(FIRST, SECOND)
    beginning, end = shortened(FIRST, 60)
    assert len(beginning) + len(end) <= 60
    assert find(held, beginning, 1, end) == find(held, FIRST, 1)


def test_a_short_quote_stays_whole() -> None:
    assert shortened("Kort sitat.", 60) == ("Kort sitat.", "")
