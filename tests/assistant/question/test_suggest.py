"""What to ask next, read off what is indexed."""

from dataclasses import replace

import pytest

from assistant.api import Assistant
from assistant.index.manifest import IndexedDocument, Manifest
from assistant.models import Answer, Citation, Hit, Passage, Report, SectionKind, Study
from assistant.question.suggest import follow_ups, quotable, starters

BOTH = (SectionKind.FINDINGS, SectionKind.RECOMMENDATIONS)
TOLK = Study("«Tolk på legekontoret» (Prøveinstituttet 2018)", "Prøveinstituttet", sections=BOTH)
BOLIG = Study("Et sted å bo", sections=(SectionKind.FINDINGS,))
OLD, NEW = Report("old", "Prosjekter 2018", 2018), Report("new", "Undersøkelsen 2023", 2023)


def passage(document: Report, kind: SectionKind, study: Study | None, heading: str = "Hovedfunn") -> Passage:
    path = (study.title, heading) if study else (heading,)
    id_ = f"{document.document}:{abs(hash((path, kind))) % 99999:05d}"
    title = study.title if study else None
    return Passage(id_, document.document, document.title, "Ord.", path, document.year, kind, study=title)


FINDING = passage(OLD, SectionKind.FINDINGS, TOLK)
ADVICE = passage(OLD, SectionKind.RECOMMENDATIONS, TOLK)
OTHER = passage(OLD, SectionKind.FINDINGS, BOLIG)
SECTION = passage(NEW, SectionKind.OTHER, None, "9. Tolking i offentlig sektor")


def answer(*cited: Passage, hits: tuple[Passage, ...] = (), study: Study | None = TOLK) -> Answer:
    citations = tuple(Citation(n, one, one.text, None, report=OLD, study=study) for n, one in enumerate(cited, 1))
    return Answer("Hva ble funnet om tolk?", (), citations, tuple(Hit(one, 1.0) for one in hits))


def manifest() -> Manifest:
    documents = (
        IndexedDocument(OLD, "old.md", "a", 3, "2026", (TOLK, BOLIG)),
        IndexedDocument(NEW, "new.md", "b", 1, "2026"),
    )
    return Manifest("v", "m", 1, "2026", "s", documents)


def test_the_recommendations_of_the_cited_study_come_first() -> None:
    assert follow_ups(answer(FINDING), manifest(), "nb")[0] == "Hva anbefales i «Tolk på legekontoret»?"


def test_the_findings_are_offered_where_recommendations_were_shown() -> None:
    assert follow_ups(answer(ADVICE), manifest(), "nn")[0] == "Kva fann dei i «Tolk på legekontoret»?"


def test_a_title_that_asks_or_quotes_does_so_no_more_within_a_question() -> None:
    assert quotable("«Hvor lenge deltar de i «programmet»?»") == "Hvor lenge deltar de i ‘programmet’"
    assert quotable("Hva er «Jobbsjansen»?") == "Hva er ‘Jobbsjansen’"


def test_nothing_is_offered_that_was_shown() -> None:
    assert not any("Hva anbefales" in question for question in follow_ups(answer(FINDING, ADVICE), manifest(), "nb"))


def test_a_newer_report_is_offered_before_others() -> None:
    found = follow_ups(answer(FINDING, hits=(OTHER, SECTION)), manifest(), "nb")
    assert found[1] == "Hva står det om «Tolking i offentlig sektor» i «Undersøkelsen 2023»?"


def test_what_one_begins_with_is_of_findings_of_recommendations_and_of_a_report() -> None:
    assert starters(manifest(), "nb") == (
        "Hva fant de i «Tolk på legekontoret»?",
        "Hva anbefales i «Tolk på legekontoret»?",
        "Hva er hovedfunnene i «Undersøkelsen 2023»?",
    )


def test_other_studies_that_were_found_are_offered() -> None:
    assert "What did they find in “Et sted å bo”?" in follow_ups(answer(FINDING, hits=(OTHER,)), manifest(), "en")


def test_a_section_is_offered_by_its_heading_without_its_number() -> None:
    found = follow_ups(answer(hits=(SECTION,)), manifest(), "nb")
    assert found == ("Hva står det om «Tolking i offentlig sektor» i «Undersøkelsen 2023»?",)


def test_a_figure_that_begins_a_heading_stays_whole() -> None:
    counted = passage(NEW, SectionKind.OTHER, None, "40 000 bosatt de siste tre årene")
    (found,) = follow_ups(answer(hits=(counted,)), manifest(), "nb")
    assert "«40 000 bosatt de siste tre årene»" in found


def test_what_was_asked_is_not_offered_again() -> None:
    asked = replace(answer(FINDING), question="Hva anbefales i «Tolk på legekontoret»?")
    assert asked.question not in follow_ups(asked, manifest(), "nb")


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_there_are_three_at_most_and_no_two_alike(language: str) -> None:
    found = follow_ups(answer(FINDING, hits=(OTHER, SECTION)), manifest(), language)
    assert len(found) == len(set(found)) == 3


def test_what_is_offered_is_answered(assistant: Assistant) -> None:
    first = assistant.ask("Hva fant de om tolk på legekontoret?")
    offered = follow_ups(first, assistant.manifest, "nb")
    assert offered
    assert not any(assistant.ask(question, [first.question]).abstained for question in offered)
