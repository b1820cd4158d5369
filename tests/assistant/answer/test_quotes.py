"""Quotes and what is shown of them."""

from assistant.answer.quotes import cite, shown
from assistant.answer.units import Unit
from assistant.models import PageMark, Passage

ROW = Passage(
    "r:0",
    "r",
    "Årsrapport",
    "Antall tiltak: 2016: 12 · 2017: 34",
    cells=(("Mål", "Antall tiltak"), ("Resultat 2016", "12"), ("Resultat 2017", "34")),
)


def unit(text: str, whole: str, **fields: object) -> Unit:
    passage = Passage("r:0", "r", "Rapport", whole, **fields)  # type: ignore[arg-type]
    return Unit(text, whole.index(text), passage, 0)


def test_a_statement_is_quoted_with_its_short_paragraph() -> None:
    citation = cite(1, unit("Disse er dyre.", "Boliger mangler. Disse er dyre.\nNoe annet."))
    assert citation.quote == "Boliger mangler. Disse er dyre."


def test_the_offsets_are_those_of_the_quote() -> None:
    citation = cite(1, unit("Disse er dyre.", "• Boliger mangler. Disse er dyre.\nNoe annet."))
    assert citation.passage.text[citation.start : citation.end] == citation.quote


def test_a_statement_of_a_long_paragraph_is_quoted_alone() -> None:
    citation = cite(1, unit("Disse er dyre.", "Boliger mangler. " * 40 + "Disse er dyre."))
    assert citation.quote == "Disse er dyre."


def test_the_page_is_where_the_quote_begins() -> None:
    marks = (PageMark(0, 4), PageMark(17, 5))
    assert cite(1, unit("Disse er dyre.", "Boliger mangler. Disse er dyre.", marks=marks)).page == 4


def test_a_row_is_shown_with_its_headings() -> None:
    assert shown(Unit(ROW.text, 0, ROW, 0)) == "Antall tiltak: Resultat 2016: 12 · Resultat 2017: 34"


def test_of_a_row_the_year_asked_for_is_shown() -> None:
    assert shown(Unit(ROW.text, 0, ROW, 0), ["2017"]) == "Antall tiltak: Resultat 2017: 34"


def test_a_row_without_the_year_asked_for_is_shown_whole() -> None:
    assert "12" in shown(Unit(ROW.text, 0, ROW, 0), ["2020"])


def test_a_list_is_shown_in_one_line() -> None:
    text = "Dette virket:\n• Kurs\n• Praksis."
    assert shown(unit(text, text)) == "Dette virket: Kurs; Praksis"


def test_a_heading_over_several_columns_is_quoted_once() -> None:
    cells = (("Tema", "Tolk i helse"), ("Antall › 2016", "12"), ("Antall › 2017", "34"))
    row = Passage("r:0", "r", "Årsrapport", "Tolk i helse: 12 · 34", cells=cells)
    assert cite(1, Unit(row.text, 0, row, 0)).quote == "Tolk i helse · 12 · 34 … Tema · Antall · 2016 · 2017"
