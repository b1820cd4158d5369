"""Statements arranged into an answer."""

from dataclasses import replace
from typing import Any

import pytest

from assistant.answer.choose import Chosen
from assistant.answer.compose import compose
from assistant.models import Part, Passage, SectionKind
from assistant.statements import Statement
from tests.making.passages import passage, statement, statements

TALE = passage("Alle svarte på skjemaet. Noen svarte for sent. Ingen lot være å svare.", kind=SectionKind.FINDINGS)
FIRST, SECOND, THIRD = statements(TALE)


def chosen(*held: Statement, also: tuple[Statement, ...] = ()) -> Chosen:
    return Chosen(held, 0.9, " ".join(one.text for one in held), also=also)


def alone(text: str, document: str = "annen", **fields: Any) -> Chosen:
    return chosen(statement(text, passage(text, document, **fields)))


LEAD = alone("Boliger mangler i alle kommuner.", "bolig")
ADVICE = "Kommunene bør svare i tide."


def texts(*points: Chosen) -> list[str]:
    return [point.text for point in compose(points)[0]]


def test_nothing_chosen_is_no_answer() -> None:
    assert compose([]) == ((), ())


def test_the_first_leads_and_the_others_have_their_part() -> None:
    points, _ = compose([LEAD, alone(ADVICE, kind=SectionKind.RECOMMENDATIONS), chosen(SECOND)])
    assert [point.part for point in points] == [Part.LEAD, Part.FINDINGS, Part.RECOMMENDATIONS]


def test_what_stands_aside_comes_last() -> None:
    points, _ = compose([LEAD, replace(chosen(FIRST), aside=True), alone(ADVICE, kind=SectionKind.RECOMMENDATIONS)])
    assert [point.aside for point in points] == [False, False, True]


def test_a_sentence_aside_is_told_with_the_one_that_it_follows() -> None:
    points, _ = compose([LEAD, chosen(FIRST), replace(chosen(SECOND), aside=True)])
    assert [point.aside for point in points] == [False, False]


def test_what_a_chapter_advises_is_no_finding() -> None:
    points, _ = compose([LEAD, alone(ADVICE)])
    assert points[1].part is Part.RECOMMENDATIONS


@pytest.mark.parametrize(
    ("kind", "study", "part"),
    [
        (SectionKind.FINDINGS, None, Part.RECOMMENDATIONS),
        (SectionKind.ABOUT, None, Part.RECOMMENDATIONS),
        (SectionKind.FINDINGS, "Tolk", Part.FINDINGS),
        (SectionKind.METHOD, None, Part.LEAD),
    ],
    ids=["summary", "introduction", "a study's findings", "method"],
)
def test_advice_outside_of_studies_is_advice_in_a_summary_too(kind: SectionKind, study: str | None, part: Part) -> None:
    points, _ = compose([LEAD, alone(ADVICE, kind=kind, study=study)])
    assert points[1].part is part


def test_sentences_that_follow_one_another_are_one_point() -> None:
    assert texts(LEAD, chosen(SECOND), chosen(FIRST))[1:] == ["Alle svarte på skjemaet. Noen svarte for sent."]


def test_sentences_that_are_one_point_have_one_citation() -> None:
    points, citations = compose([LEAD, chosen(SECOND), chosen(FIRST)])
    assert len(citations) == 2 and points[1].citations == (2,)


def test_sentences_apart_stay_apart_in_their_order() -> None:
    assert texts(LEAD, chosen(THIRD), chosen(FIRST))[1:] == ["Alle svarte på skjemaet.", "Ingen lot være å svare."]


def test_sentences_of_two_paragraphs_stay_apart() -> None:
    held = passage("Alle svarte på skjemaet.\nNoen svarte for sent.")
    assert len(texts(LEAD, *map(chosen, statements(held)))) == 3


def test_a_sentence_about_a_place_stays_apart_from_one_that_is_not() -> None:
    held = passage("Trondheim har egne kurs. Over halvparten fikk arbeid.")
    assert len(texts(LEAD, *map(chosen, statements(held)))) == 3


def test_items_of_a_list_are_one_point_with_one_citation() -> None:
    held = passage("Dette virket i kommunene:\n• Kurs i norsk\n• Praksis i bedrift")
    points, citations = compose([LEAD, chosen(*statements(held))])
    assert len(points) == 2
    assert citations[1].quote == "Dette virket i kommunene: … Kurs i norsk … Praksis i bedrift"
    assert points[1].items == ("Kurs i norsk", "Praksis i bedrift")


def test_points_of_one_study_stand_together() -> None:
    def of(study: str, text: str) -> Chosen:
        return alone(text, study=study, id_=text, kind=SectionKind.FINDINGS)

    found = texts(
        LEAD, of("A", "Alle svarte på skjemaet."), of("B", "Noen kom aldri fram."), of("A", "Svarene var gode nok.")
    )
    assert found[1:] == ["Alle svarte på skjemaet.", "Svarene var gode nok.", "Noen kom aldri fram."]


def test_a_claim_has_a_marker_for_each_of_its_sources() -> None:
    second = alone("Det mangler boliger i kommunene.", "andre").first
    points, citations = compose([chosen(LEAD.first, also=(second,))])
    assert points[0].citations == (1, 2)
    assert [citation.passage.document for citation in citations] == ["bolig", "andre"]


def test_citations_are_numbered_on_from_one_point_to_the_next() -> None:
    second = alone("Det mangler boliger i kommunene.", "andre").first
    points, citations = compose([chosen(LEAD.first, also=(second,)), chosen(SECOND)])
    assert points[1].citations == (3,)
    assert [citation.n for citation in citations] == [1, 2, 3]


def test_a_long_lead_takes_no_more_sentences() -> None:
    first, second = "Boliger mangler " + "i mange byer " * 20 + "i landet.", "Noen kommuner bygger nye."
    held: Passage = passage(f"{first} {second}")
    assert texts(*map(chosen, statements(held))) == [first, second]


def test_a_short_lead_takes_the_sentence_that_follows_it() -> None:
    assert texts(chosen(FIRST), chosen(SECOND)) == ["Alle svarte på skjemaet. Noen svarte for sent."]
