"""Passages cut into statements, each with what it needs to stand alone."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.models import Passage
from assistant.statements import Statement
from ingest.cutting.statements import LEAD_IN, leans, spans_of
from tests.making.passages import passage, row, statements

LIST = (
    "Tre tiltak ble prøvd i kommunene. Følgende virket:\n• Kurs i norsk\n• Praksis i bedrift\n• Faste møter hver uke."
)


def cut(text: str) -> list[Statement]:
    return statements(passage(text))


def said(text: str) -> list[str]:
    return [one.text for one in cut(text)]


def about(text: str) -> list[str]:
    return [one.span.about for one in cut(text)]


def test_sentences_are_statements() -> None:
    assert said("Kommunene bosetter raskere. Ventetiden gikk ned i fjor.\nBoliger mangler i byene.") == [
        "Kommunene bosetter raskere.",
        "Ventetiden gikk ned i fjor.",
        "Boliger mangler i byene.",
    ]


def test_a_short_bullet_is_one_statement_however_many_sentences_it_has() -> None:
    assert said("• Boliger mangler. De er dyre også.") == ["Boliger mangler. De er dyre også."]


def test_a_long_bullet_is_cut_into_its_sentences() -> None:
    sentences = [f"Kommune {number} sier at boliger mangler og at de er dyre i alle bydeler." for number in range(10)]
    assert said("• " + " ".join(sentences)) == sentences


@pytest.mark.parametrize("text", ["Se side 4.", "• Et kurs", "", " \n ", "Kapittel 3:", "–"])
def test_what_says_nothing_by_itself_is_no_statement(text: str) -> None:
    assert cut(text) == []


def test_what_leads_into_a_list_is_no_statement_but_the_sentence_before_is() -> None:
    assert said(LIST) == [
        "Tre tiltak ble prøvd i kommunene.",
        "Kurs i norsk",
        "Praksis i bedrift",
        "Faste møter hver uke.",
    ]


def test_items_know_what_leads_into_their_list() -> None:
    assert [one.lead for one in cut(LIST)] == ["", *["Følgende virket:"] * 3]


def test_items_are_told_from_sentences() -> None:
    assert [one.span.is_item for one in cut(LIST)] == [False, True, True, True]


def test_a_paragraph_after_a_list_does_not_hang_on_what_leads_into_it() -> None:
    assert cut(f"{LIST}\nKommunene er fornøyde med tiltakene.")[-1].lead == ""


def test_items_after_a_paragraph_have_no_lead() -> None:
    assert cut(f"{LIST}\nKommunene er fornøyde.\n• Et helt nytt punkt om noe annet")[-1].lead == ""


def test_an_item_that_leads_into_others_is_their_lead() -> None:
    text = "Dette virket:\n• Kurs på arbeidsplassen:\n• Norsk i lunsjen"
    assert [(one.text, one.lead) for one in cut(text)] == [("Norsk i lunsjen", "Kurs på arbeidsplassen:")]


@pytest.mark.parametrize(
    "text", ["Dette virket:", "Følgende tiltak virket.", "Vi så på følgjande tiltak:", "Rådene er som følger:"]
)
def test_what_leads_in_is_known(text: str) -> None:
    assert LEAD_IN.search(text)


@pytest.mark.parametrize("text", ["Klokken 12:30 kom de.", "Kommunene følger rådene."])
def test_what_leads_into_nothing_is_known(text: str) -> None:
    assert not LEAD_IN.search(text)


def test_a_table_row_is_one_statement_without_its_headings() -> None:
    assert [one.text for one in statements(row(("Fylke", "Viken"), ("Andel", "12")))] == ["Viken | 12"]


def test_a_row_without_headings_is_one_statement() -> None:
    text = "Viken · 12 · 14 " * 200
    assert [one.text for one in statements(passage(text, cells=(("", text),)))] == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Dette skyldes svingninger.",
        "De mener at tolk bør brukes.",
        "Halvparten av disse er barn.",
        "Disse boligene er dyre.",
        "Blant disse er mange barn.",
        "Førstnevnte gjelder hele landet.",
    ],
)
def test_what_points_back_leans(text: str) -> None:
    assert leans(text)


@pytest.mark.parametrize(
    "text", ["Det er behov for boliger.", "De fleste kommuner svarte.", "Kommunene svarte på dette."]
)
def test_what_stands_alone_does_not_lean(text: str) -> None:
    assert not leans(text)


def test_a_sentence_that_points_back_has_the_one_before_as_its_lead() -> None:
    assert cut("Boliger mangler i byene. Disse er dyre å bygge.")[1].lead == "Boliger mangler i byene."


def test_a_sentence_that_stands_alone_has_no_lead() -> None:
    assert cut("Boliger mangler i byene. Kommunene bygger få nye.")[1].lead == ""


def test_the_first_sentence_of_a_paragraph_points_to_nothing() -> None:
    assert cut("Boliger mangler i byene.\nDisse er dyre å bygge.")[1].lead == ""


def test_a_place_is_inherited_from_the_sentence_before() -> None:
    assert about("Trondheim har egne kurs. I 2016 gikk 53 prosent over i arbeid.") == ["", "Trondheim"]


def test_a_place_is_inherited_over_a_sentence_that_names_none() -> None:
    assert about("Trondheim har egne kurs. Kursene er korte i år. Over halvparten fikk arbeid.")[-1] == "Trondheim"


def test_a_sentence_that_names_a_place_inherits_none() -> None:
    assert about("Trondheim har egne kurs. Bergen har ingen kurs i år.")[-1] == ""


def test_the_place_that_was_named_last_is_inherited() -> None:
    assert about("Trondheim har egne kurs. Bergen har ingen. Over halvparten fikk arbeid.")[-1] == "Bergen"


@pytest.mark.parametrize(
    "between",
    [
        "På landsbasis er det færre.",
        "Kommunene er ulike her.",
        "Oslo og Bergen har flere kurs.",
        "Norge har mange slike kurs.",
    ],
)
def test_no_place_is_inherited_over_a_sentence_about_all_or_several(between: str) -> None:
    assert about(f"Trondheim har egne kurs. {between} Over halvparten fikk arbeid.")[-1] == ""


def test_no_place_is_inherited_by_the_next_paragraph() -> None:
    assert about("Trondheim har egne kurs.\nOver halvparten fikk arbeid.")[-1] == ""


def test_a_bullet_without_words_is_no_statement() -> None:
    assert said("Kommunene har:\n• \n• kurs") == ["kurs"]


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="aBk1 .:!\n•æ", max_size=150))
def test_every_statement_and_lead_stands_where_it_says(text: str) -> None:
    for span in spans_of(Passage("r:0", "r", "Rapport", text)):
        assert 0 <= span.start < span.end <= len(text)
        assert text[span.start : span.end].strip()
        assert 0 <= span.lead[0] <= span.lead[1] <= span.start


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="aBk1 .:!\n•æ", max_size=150))
def test_statements_come_in_order_and_share_no_words(text: str) -> None:
    spans = spans_of(Passage("r:0", "r", "Rapport", text))
    assert all(one.end <= other.start for one, other in pairwise(spans))


def test_what_stands_above_large_figures_goes_with_them() -> None:
    cut_up = cut(
        "ett år etter avsluttet program (de som sluttet i 2015).\n61 % er i arbeid.\nDette er bra for alle her."
    )
    assert [(one.lead, one.text) for one in cut_up[1:]] == [
        ("ett år etter avsluttet program (de som sluttet i 2015).", "61 % er i arbeid."),
        ("", "Dette er bra for alle her."),
    ]


def test_a_sentence_above_a_figure_does_not() -> None:
    assert [one.lead for one in cut("Resultatene ble målt etter et år.\n61 % er i arbeid nå.")] == ["", ""]


@pytest.mark.parametrize(
    ("said", "year"),
    [
        ("I fjor ble 4 903 flyktninger bosatt.", "2018"),
        ("Kommunene bosatte flere enn i fjor, altså 2017.", ""),
        ("Kommunene bosatte flere flyktninger.", ""),
    ],
)
def test_last_year_is_reckoned_from_the_report(said: str, year: str) -> None:
    assert [one.span.about for one in statements(passage(said, year=2019))] == [year]
    assert [one.span.about for one in statements(passage(said, year=None))] == [""]


def test_what_stands_above_large_figures_leads_into_no_bullets() -> None:
    cut_up = cut("ett år etter avsluttet program.\n• Kurs i norsk for alle nye\n• Praksis i bedrift hver uke")
    assert [one.lead for one in cut_up[1:]] == ["", ""]
