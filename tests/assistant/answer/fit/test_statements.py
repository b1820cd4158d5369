"""Statements with what stands around them: the sources they name are not what they tell."""

import pytest

from assistant.answer.fit.statements import statements_of
from assistant.index.manifest import IndexedDocument, Manifest
from assistant.models import Hit, Passage, Report, Study

STUDY = Study("Bolig først", "Prøvesenteret", published="mars 2018")
MANIFEST = Manifest(
    "1", "none", 1, "", "", (IndexedDocument(Report("d", "Prøver"), "d.md", "", 1, "", studies=(STUDY,)),)
)


@pytest.mark.parametrize(
    ("words", "years"),
    [
        ("Det var 120 tolker i 2016 og 90 i 2017 (NIBR, mars 2018).", {"2016", "2017"}),
        ("Åtte av ti kommuner er fornøyde (IMDi 2023, N = 141).", set()),
        ("Andelen var høyere før (71 prosent i 2015).", {"2015"}),
        ("Tallet er fra kartleggingen (Kommuneundersøkelsen 2015).", {"2015"}),
        ("Rapporten om boliger ble publisert 16. mai 2018.", set()),
        ("Tallet er oppgitt ellers (jf. FoU 2019).", set()),
    ],
)
def test_the_year_of_a_source_is_no_year_of_the_statement(words: str, years: set[str]) -> None:
    (one,) = statements_of([Hit(Passage("1", "d", "Prøver", words), 1.0)], MANIFEST)
    assert one.years == years


def test_who_made_a_study_stands_above_its_statements() -> None:
    passage = Passage("1", "d", "Prøver", "Det mangler boliger i alle kommuner.", study=STUDY.title)
    (one,) = statements_of([Hit(passage, 1.0)], MANIFEST)
    assert "prøvesenteret" in one.heading
    assert "2018" in one.heading
