"""Reports and studies that a question names."""

import pytest

from assistant.models import ReportKind, Study
from assistant.question import Names, Source, understand
from tests.making.manifests import SHELF, document, manifest

NAMES = Names(SHELF)


def named(typed: str) -> list[str]:
    sources = understand(typed, names=NAMES).sources
    return sorted(source.document + (f"/{source.study}" if source.study else "") for source in sources)


@pytest.mark.parametrize(
    ("typed", "sources"),
    [
        ("Hva sier årsrapporten for 2017 om tolk?", ["arsrapport-2017"]),
        ("Hva sier årsrapporten om tolk?", ["arsrapport-2017", "arsrapport-2018"]),
        ("Kva seier årsrapporten for 2018 om tolk?", ["arsrapport-2018"]),
        ("What does the 2018 annual report say about interpreters?", ["arsrapport-2018"]),
        ("Hva fant kommuneundersøkelsen 2023 om tolk?", ["undersokelsen-2023"]),
        ("Kva fann dei i undersøkinga for 2023?", ["undersokelsen-2023"]),
        ("Hvor mange svarte på kommuneundersøkelsen 2015?", ["fou-2018/Kommuneundersøkelsen 2015"]),
        ("FoU 2019 tolk", ["fou-2019"]),
    ],
)
def test_a_report_is_known_by_its_title_its_kind_and_its_year(typed: str, sources: list[str]) -> None:
    assert named(typed) == sources


@pytest.mark.parametrize(
    ("typed", "sources"),
    [
        ("Hva fant Fafo om helse?", ["fou-2018/Bolig og helse", "fou-2019/Skole og fritid"]),
        ("Hva fant Fafø i 2019?", ["fou-2019/Skole og fritid"]),
        ("Hva er Testsenterets råd?", ["fou-2018/Bolig og helse"]),
        ("Hva er funnene i «Tolk i retten»?", ["fou-2019/Tolk i retten"]),
    ],
)
def test_a_study_is_known_by_its_title_and_by_who_carried_it_out(typed: str, sources: list[str]) -> None:
    assert named(typed) == sources


@pytest.mark.parametrize(
    ("maker", "short"),
    [
        ("NTNU Samfunnsforskning", "NTNU"),
        ("Testinstituttet for prøver (TIP)", "TIP"),
        ("Testinstituttet for prøver (TIP)", "Testinstituttet for prøver"),
    ],
)
def test_who_carried_a_study_out_is_known_by_a_short_name_too(maker: str, short: str) -> None:
    study = Study("Bolig og helse", carried_out_by=maker)
    names = Names(manifest(document("fou-2018", "FoU-prosjekter 2018", 2018, ReportKind.RESEARCH, study)))
    assert [one.study for one in names.named(f"Hva fant {short} om helse?", ())] == ["Bolig og helse"]


@pytest.mark.parametrize(
    "typed",
    [
        "Hva sier Prøvedirektoratet om tolk?",
        "Hva gjør kommunene i arbeids- og velferdspolitikken?",
        "Hvor mange ble bosatt i 2017?",
    ],
    ids=["who published every report", "half of a name", "a year alone"],
)
def test_what_tells_no_report_from_another_names_none(typed: str) -> None:
    assert named(typed) == []


def test_a_report_of_another_year_is_named_where_there_is_none_of_the_year() -> None:
    assert named("Hva sto i årsrapporten for 2009?") == ["arsrapport-2017", "arsrapport-2018"]


def test_without_names_no_source_is_recognised() -> None:
    assert understand("Hva sier årsrapporten for 2017?").sources == ()


def test_a_follow_up_holds_the_report() -> None:
    question = understand("Og hva anbefalte de?", ["Hva sier årsrapporten for 2017 om tolk?"], names=NAMES)
    assert question.sources == (Source("arsrapport-2017"),)


@pytest.mark.parametrize(
    ("typed", "sources"),
    [
        ("Hva fant kommuneundersøkelsen 2023 om tolk?", ["undersokelsen-2023"]),
        ("Hvordan kan kommuneundersøkelsen legges opp?", []),
    ],
    ids=["a report", "what is asked about"],
)
def test_an_answer_is_held_to_a_kind_of_report_only_where_its_year_is_named(typed: str, sources: list[str]) -> None:
    assert [source.document for source in understand(typed, names=NAMES).named] == sources


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("Hva står i årsrapporten for 2017 om tolk?", "Hva står i om tolk?"),
        ("Hvem svarte, ifølge Prøvedirektoratets årsrapport for 2017?", "Hvem svarte?"),
        ("Hva koster bolig?", "Hva koster bolig?"),
    ],
)
def test_the_names_of_sources_can_be_left_out(typed: str, left: str) -> None:
    assert Names(SHELF).without(typed) == left
