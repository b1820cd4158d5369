"""Quotes and what is shown of them."""

from dataclasses import replace

from assistant.answer.quotes import can_be_quoted, cite, shown, stated
from assistant.models import PageMark, Passage
from tests.making.passages import passage, row, statement, statements

ROW = row(("Mål", "Antall tiltak"), ("Resultat 2016", "12"), ("Resultat 2017", "34"))
TEXT = "Boliger mangler i byene. Disse er dyre å bygge."
LIST = passage("Dette virket best:\n• Kurs i norsk,\n• Praksis i bedrift;\n• Faste møter.")


def quote(said: str, held_by: Passage) -> str:
    return cite(1, [statement(said, held_by)]).quote


def test_a_statement_is_quoted_with_its_short_paragraph() -> None:
    assert quote("Disse er dyre å bygge.", passage(f"{TEXT}\nNoe helt annet står her.")) == TEXT


def test_a_statement_of_a_long_paragraph_is_quoted_alone() -> None:
    long = passage("Boliger mangler i byene. " * 40 + "Boliger bygges sjelden.")
    assert quote("Boliger bygges sjelden.", long) == "Boliger bygges sjelden."


def test_the_offsets_cover_the_statement() -> None:
    citation = cite(1, [statement("Disse er dyre å bygge.", passage(TEXT))])
    assert TEXT[citation.start : citation.end] in citation.quote


def test_of_a_quoted_paragraph_the_sentence_alone_is_stated() -> None:
    assert stated(cite(1, [statement("Disse er dyre å bygge.", passage(TEXT))])) == "Disse er dyre å bygge."


def test_an_item_is_stated_with_what_leads_into_it_and_a_row_whole() -> None:
    for citation in (cite(1, statements(LIST)[:1]), cite(1, statements(ROW)[:1])):
        assert stated(citation) == citation.quote


def test_the_page_is_where_the_quote_begins() -> None:
    marks = (PageMark(0, 4), PageMark(25, 5))
    assert cite(1, [statement("Disse er dyre å bygge.", passage(TEXT, marks=marks))]).page == 4


def test_items_are_quoted_behind_what_leads_into_them() -> None:
    first, _, last = statements(LIST)
    assert cite(1, [first, last]).quote == "Dette virket best: … Kurs i norsk, … Faste møter."


def test_an_item_without_a_lead_is_quoted_alone() -> None:
    bare = passage("• Kurs i norsk for voksne\n• Praksis i bedrift hver uke")
    assert quote("Kurs i norsk for voksne", bare) == "Kurs i norsk for voksne"


def test_a_lead_too_short_to_be_found_again_is_not_quoted() -> None:
    short = passage("Blant annet:\n• Kurs i norsk")
    assert quote("Kurs i norsk", short) == "Kurs i norsk"


def test_what_stands_in_between_in_the_report_parts_a_quote() -> None:
    assert (
        quote("Disse er dyre å bygge.", passage(TEXT, seams=(35,)))
        == "Boliger mangler i byene. Disse er d … yre å bygge."
    )


def test_a_statement_whose_first_piece_is_too_short_cannot_be_quoted() -> None:
    assert not can_be_quoted(statement(TEXT[:24], passage(TEXT, seams=(3,))))
    assert can_be_quoted(statement(TEXT[:24], passage(TEXT, seams=(8,))))


def test_a_row_is_quoted_with_its_headings() -> None:
    assert cite(1, statements(ROW)).quote == "Antall tiltak · 12 · 34 … Mål · Resultat 2016 · Resultat 2017"


def test_a_heading_over_several_columns_is_quoted_once() -> None:
    held = row(("Tema", "Tolk i helse"), ("Antall › 2016", "12"), ("Antall › 2017", "34"))
    assert cite(1, statements(held)).quote == "Tolk i helse · 12 · 34 … Tema · Antall · 2016 · 2017"


def test_a_statement_is_shown_in_its_own_words() -> None:
    assert shown([statement("Boliger mangler i byene.", passage(TEXT))]) == "Boliger mangler i byene."


def test_a_row_is_shown_with_its_headings() -> None:
    assert shown(statements(ROW)) == "Antall tiltak: Resultat 2016: 12 · Resultat 2017: 34"


def test_of_a_row_the_year_asked_for_is_shown() -> None:
    assert shown(statements(ROW), ["2017"]) == "Antall tiltak: Resultat 2017: 34"


def test_a_row_without_the_year_asked_for_is_shown_whole() -> None:
    assert "12" in shown(statements(ROW), ["2020"])


def test_of_a_row_of_3000_characters_the_remarks_are_left_out() -> None:
    long = row(("Mål", "Planer"), ("Merknad", "Dette er sagt om tallet mange ganger. " * 80), ("2017", "34"))
    assert shown(statements(long)) == "Planer: 2017: 34"


def test_items_are_shown_in_one_line() -> None:
    assert shown(statements(LIST)) == "Dette virket best: Kurs i norsk; Praksis i bedrift; Faste møter"


def test_one_item_is_shown_behind_what_leads_into_it() -> None:
    assert shown(statements(LIST)[2:]) == "Dette virket best: Faste møter."


def test_what_a_statement_is_about_is_marked_as_added() -> None:
    held = passage("Trondheim har egne kurs. I 2016 gikk 53 prosent over i arbeid.")
    assert shown(statements(held)[1:]) == "[Trondheim] I 2016 gikk 53 prosent over i arbeid."


def test_a_row_is_quoted_with_the_notes_on_it_and_shown_with_those_that_its_cells_bear() -> None:
    noted = replace(
        row(("Mål", "Deltakere**"), ("2016*", "12"), ("2017", "34")),
        remarks=(("*", "Foreløpig"), ("**", "Bare voksne")),
    )
    assert cite(1, statements(noted)).quote == "Deltakere** · 12 · 34 … Mål · 2016* · 2017 … Foreløpig … Bare voksne"
    assert shown(statements(noted), ["2017"]) == "Deltakere**: 2017: 34 (** Bare voksne)"
