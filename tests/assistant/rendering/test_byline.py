"""Who carried a study out and when, beside a claim."""

from dataclasses import replace

import pytest

from assistant.models import Citation, Passage, Report, ReportKind, Study
from assistant.rendering.byline import byline

PASSAGE = Passage("r:0", "r", "Prosjekter 2019", "Et funn.", ("«Tolk» (NIBR-rapport 2018:5)",), year=2019)
CITATION = Citation(1, PASSAGE, "Et funn.", None, report=Report("r", "Prosjekter 2019", 2019, "Etaten"))


@pytest.mark.parametrize(
    ("study", "expected"),
    [
        (Study("Tolk", carried_out_by="NIBR"), "NIBR, 2018"),
        (Study("Tolk", carried_out_by="Folkehelseinstituttet (FHI)", published="mai 2019"), "FHI, 2019"),
        (Study("Tolk", carried_out_by="Fafo", published="16. januar 2020"), "Fafo"),
        (Study("Tolk", carried_out_by="Ord2tall"), "Prosjekter 2019"),
        (Study("Tolk"), "Prosjekter 2019"),
    ],
    ids=["year of its title", "short name", "a year that is not cited", "a digit that is not cited", "nobody known"],
)
def test_a_study_is_named_by_who_and_when(study: Study, expected: str) -> None:
    assert byline(replace(CITATION, study=study)) == expected


def test_a_long_report_title_gives_way_to_its_publisher() -> None:
    passage = replace(PASSAGE, title="Rapport om alt som har skjedd på feltet")
    assert byline(replace(CITATION, passage=passage)) == "Etaten, 2019"


def test_a_letter_is_named_by_who_sent_it() -> None:
    report = Report("r", "Innspill til utvalget", 2019, "Prøveforbundet", ReportKind.HEARING)
    passage = replace(PASSAGE, title="Innspill til utvalget")
    assert byline(replace(CITATION, passage=passage, report=report)) == "Prøveforbundet, 2019"
