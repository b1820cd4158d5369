"""Statements arranged into an answer."""

from dataclasses import replace

from assistant.answer.compose import compose
from assistant.answer.scores import Scored
from assistant.answer.units import Unit
from assistant.models import Part, Passage, SectionKind

TEXT = "Alle svarte på skjemaet. Noen svarte for sent. Ingen lot være å svare."


def scored(
    text: str, kind: SectionKind = SectionKind.FINDINGS, id_: str = "r:0", also: tuple[Unit, ...] = ()
) -> Scored:
    whole = TEXT if text in TEXT else text
    return Scored(
        Unit(text, whole.index(text), Passage(id_, "r", "Rapport", whole, kind=kind), 0), 1.0, text, also=also
    )


LEAD = scored("Boliger mangler i alle kommuner.", id_="r:9")


def test_nothing_chosen_is_no_answer() -> None:
    assert compose([]) == ((), ())


def test_the_best_leads_and_the_others_have_their_part() -> None:
    advice = scored("Kommunene bør svare.", SectionKind.RECOMMENDATIONS, "r:1")
    points, _ = compose([LEAD, advice, scored("Noen svarte for sent.")])
    assert [point.part for point in points] == [Part.LEAD, Part.FINDINGS, Part.RECOMMENDATIONS]


def test_what_a_chapter_advises_is_no_finding() -> None:
    points, _ = compose([LEAD, scored("Kommunene bør svare.", SectionKind.OTHER, "r:1")])
    assert points[1].part is Part.RECOMMENDATIONS


def test_sentences_that_follow_one_another_are_one_point() -> None:
    points, citations = compose([LEAD, scored("Noen svarte for sent."), scored("Alle svarte på skjemaet.")])
    assert points[1].text == "Alle svarte på skjemaet. Noen svarte for sent."
    assert len(citations) == 2


def test_sentences_apart_stay_apart_in_their_order() -> None:
    points, _ = compose([LEAD, scored("Ingen lot være å svare."), scored("Alle svarte på skjemaet.")])
    assert [point.text for point in points[1:]] == ["Alle svarte på skjemaet.", "Ingen lot være å svare."]


def test_a_claim_has_a_marker_for_each_of_its_sources() -> None:
    second = scored("Det mangler boliger.", id_="s:0").unit
    points, citations = compose([scored("Boliger mangler.", id_="r:9", also=(second,))])
    assert points[0].citations == (1, 2)
    assert [citation.passage.id for citation in citations] == ["r:9", "s:0"]


def test_a_long_lead_takes_no_more_sentences() -> None:
    first, second = "Boliger mangler " + "i mange byer " * 20 + "i landet.", "Noen kommuner bygger nye."
    whole = Passage("r:9", "r", "Rapport", f"{first} {second}")
    units = (Unit(first, 0, whole, 0), Unit(second, len(first) + 1, whole, 0))
    points, _ = compose([Scored(unit, 1.0, unit.text) for unit in units])
    assert [point.text for point in points] == [first, second]


def test_the_title_that_a_statement_is_told_with_is_quoted_last() -> None:
    one = scored("Boliger mangler.", id_="r:9")
    _, (citation,) = compose([replace(one, said="«Bolig»: Boliger mangler.", title="Bolig")])
    assert citation.quote == "Boliger mangler. … Bolig"
