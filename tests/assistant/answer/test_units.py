"""Passages cut into statements, and lists kept with their lead-in."""

import pytest

from assistant.answer.units import Unit, is_scrap, joined, leans, lists_of, units_of
from assistant.models import Hit, Passage

LIST = (
    "Tre tiltak ble prøvd i kommunene. Følgende virket:\n• Kurs i norsk\n• Praksis i bedrift\n• Faste møter hver uke."
)


def hits(text: str, **fields: object) -> list[Hit]:
    return [Hit(Passage("r:0", "r", "Rapport", text, **fields), 1.0)]  # type: ignore[arg-type]


def units(text: str) -> list[Unit]:
    return units_of(hits(text))


def test_sentences_and_short_bullets_are_statements() -> None:
    found = units("Kommunene bosetter raskere. Ventetiden gikk ned i fjor.\n• Boliger mangler. De er dyre.")
    assert [unit.text for unit in found] == [
        "Kommunene bosetter raskere.",
        "Ventetiden gikk ned i fjor.",
        "Boliger mangler. De er dyre.",
    ]


def test_every_statement_stands_where_it_says() -> None:
    text = "Kommunene bosetter raskere. Ventetiden gikk ned i fjor.\n• Boliger mangler. De er dyre."
    assert all(text[unit.start : unit.end] == unit.text for unit in units(text))


def test_a_sentence_before_a_lead_in_is_a_statement_and_the_lead_in_is_none() -> None:
    assert units(LIST)[0].text == "Tre tiltak ble prøvd i kommunene."
    assert not any(unit.text.endswith(":") for unit in units(LIST))


def test_a_list_begins_with_the_sentence_that_leads_in() -> None:
    (whole,) = lists_of(hits(LIST))
    assert whole.text == "Følgende virket:\n• Kurs i norsk\n• Praksis i bedrift"


def test_a_list_ends_where_its_items_change_their_form() -> None:
    (whole,) = lists_of(hits("Det er to måter:\n• Kurs\n• Besøk hjemme\n• Mange kommuner gjør begge deler."))
    assert "Mange kommuner" not in whole.text


@pytest.mark.parametrize("text", ["• Kurs i norsk\n• Praksis i bedrift", "Følgende virket:\n• Kurs i norsk"])
def test_bullets_without_lead_in_and_single_bullets_are_no_list(text: str) -> None:
    assert lists_of(hits(text)) == []


def test_a_table_row_is_no_list() -> None:
    assert lists_of(hits("År:\n• 2016\n• 2017", cells=(("År", "2016"),))) == []


@pytest.mark.parametrize(
    "text", ["Dette skyldes svingninger.", "De mener at tolk bør brukes.", "Halvparten av disse er barn."]
)
def test_what_points_back_leans(text: str) -> None:
    assert leans(text)


@pytest.mark.parametrize(
    "text", ["Det er behov for boliger.", "De fleste kommuner svarte.", "Kommunene svarte på dette."]
)
def test_what_stands_alone_does_not_lean(text: str) -> None:
    assert not leans(text)


@pytest.mark.parametrize(
    "text",
    [
        "Etablerervirksomhet 13 prosjekter",
        "(over 3 år) å motta et brev.",
        "og bolig til alle.",
        "NYE DELTAKERE SOM BEGYNTE I FJOR",
        "De mener i all hovedsak at",
        "Utfordringer ved ordningen for kommuner og flyktninger",
        "Følgeevaluering av ordningen 2017–2019 (del 1)",
        "§ 13, da dokumentene inneholder taushetsbelagte opplysninger.",
        "2017), at en høy prioritering ofte virker.",
        "Som oppfølging av Meld.",
    ],
)
def test_labels_and_torn_sentences_are_scraps(text: str) -> None:
    assert is_scrap(text)


@pytest.mark.parametrize(
    "text",
    [
        "Boliger mangler.",
        "12,1 mrd. kroner ble utbetalt i tilskudd i 2017",
        "4 100 flyktninger i nye boliger i 2017",
        "Ordningen oppfyller målene for arbeid og utdanning",
    ],
)
def test_sentences_are_no_scraps(text: str) -> None:
    assert not is_scrap(text)


def test_two_statements_are_joined_with_what_stands_between() -> None:
    first, second, third = units("Alle svarte på skjemaet. Noen svarte for sent. Ingen lot være å svare.")
    assert joined(third, first).text == "Alle svarte på skjemaet. Noen svarte for sent. Ingen lot være å svare."
    assert second.text in joined(first, second).text
