"""Which way a statement says that things went."""

import pytest

from assistant.answer.fit.premise import ways
from assistant.answer.fit.statements import Statement, statements_of
from assistant.index.manifest import Manifest
from assistant.models import Hit, Passage

NOTHING = Manifest("1", "none", 1, "", "", ())


def _statement(words: str, cells: tuple[tuple[str, str], ...] = ()) -> Statement:
    return statements_of([Hit(Passage("1", "d", "t", words, cells=cells), 1.0)], NOTHING)[0]


@pytest.mark.parametrize(
    ("words", "way"),
    [
        ("Andelen er redusert fra 58 prosent i 2016 til 31 prosent i 2017.", "down"),
        ("I 2023 var tallet 33 701 og i 2022 var det 31 258 i hele landet.", "up"),
        ("Kommunene fikk dekket 71 prosent av utgiftene, mot 63 prosent året før.", "up"),
        ("Barna ventet i snitt 2,8 måneder i mottak i 2017, mot 4,1 måneder i 2016.", "down"),
        ("65 prosent av kommunene har felles retningslinjer for tolk i 2023, mot 26 prosent to år før.", "up"),
        ("Andelen gikk opp til 30 prosent (FHI 2018), mot 20 prosent året før.", "up"),
        ("Brev før valget virket ikke.", "works_not"),
        ("Kommunene er ikke pålagt å ta imot noen.", "free"),
        ("Færre kommuner svarte på undersøkelsen denne gangen.", "down"),
        ("Det er vedtatt at mottaket skal legges ned til våren.", "ended"),
    ],
)
def test_by_figures_or_by_words(words: str, way: str) -> None:
    assert ways(_statement(words), ()) == {way}


def test_the_figures_of_a_table_row_are_read_by_its_headings() -> None:
    row = _statement("Årsverk · 234 · 214", (("", "Årsverk"), ("2016", "234"), ("2017", "214")))
    assert ways(row, ("2016", "2017")) == {"down"}


def test_figures_of_other_years_than_those_asked_for_say_nothing() -> None:
    assert not ways(_statement("Andelen var 12 prosent i 2014 og 26 prosent i 2015."), ("2016", "2017"))
