"""What a report is called, from when and whom."""

import pytest

from assistant.models import ReportKind
from ingest.metadata import Properties, describe

FRONT = ["Tolking i helsetjenesten 2021", "Prøvedirektoratet", "Utgitt: mai 2021"]


def test_a_title_in_the_files_properties_is_taken() -> None:
    report = describe("fil", Properties(title="Tolking i helsetjenesten"), FRONT, "")
    assert (report.title, "title" in report.guessed) == ("Tolking i helsetjenesten", False)


@pytest.mark.parametrize("title", ["Microsoft Word - utkast.docx", "untitled", "", "12"])
def test_a_title_that_says_nothing_is_passed_over(title: str) -> None:
    assert describe("tolking-2021", Properties(title=title), FRONT, "").title == FRONT[0]


def test_a_sentence_that_holds_the_files_name_is_no_title() -> None:
    front = ["Tolking i helsetjenesten 2021", "Her er det noe om tolk i helsetjenesten.", "Om tolk:"]
    assert describe("tolk", Properties(), front, "").title == "Tolking i helsetjenesten 2021"


@pytest.mark.parametrize(("document", "year"), [("fou-2016", 2016), ("rapport_2023_endelig", 2023)])
def test_a_year_in_the_name_is_a_guess(document: str, year: int) -> None:
    report = describe(document, Properties(), ["Uten år"], "")
    assert (report.year, "year" in report.guessed) == (year, True)


def test_without_any_year_there_is_none() -> None:
    assert describe("rapport", Properties(), ["Uten år"], "").year is None


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Årsrapport 2017", ReportKind.ANNUAL),
        ("Kommuneundersøkelsen 2023", ReportKind.SURVEY),
        ("Evaluering av introduksjonsprogrammet", ReportKind.EVALUATION),
        ("FoU-prosjekter 2016", ReportKind.RESEARCH),
        ("Notater", ReportKind.OTHER),
    ],
)
def test_the_title_tells_the_kind(title: str, kind: ReportKind) -> None:
    assert describe("fil", Properties(title=title), [], "").kind is kind


@pytest.mark.parametrize(
    ("body", "language"),
    [
        ("Det er ikke mange som vet hva de gjør, og de får ikke hjelp.", "nb"),
        ("Det er ikkje mange som veit kva dei gjer, og dei får ikkje hjelp frå kommunen.", "nn"),
        ("The municipalities that were asked have not answered with numbers.", "en"),
    ],
)
def test_the_body_tells_the_language(body: str, language: str) -> None:
    assert describe("fil", Properties(), [], body).language == language
