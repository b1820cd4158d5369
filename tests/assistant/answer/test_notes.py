"""The notes under an answer: few, the most important first."""

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answer.evidence import Evidence
from assistant.answer.notes import MOST, Searched, notes, searched_said
from assistant.question import understand
from tests.making.evidence import evidence, paragraph

LOOKED = Searched(passages=120, documents=5, studies=40, of_documents=5)
OLD = paragraph("Skolene bruker svømmebasseng etter introduksjonsloven hver uke.", "gammel", 2016)
NEW = paragraph("Skolene bruker svømmebasseng hver eneste dag.", "ny", 2022)
QUESTION = "Hvordan bruker skolene svømmebasseng?"


@pytest.fixture
def old_and_new(tmp_path: Path) -> Evidence:
    """An answer from an old report where a newer one says something too."""
    return evidence(tmp_path, QUESTION, [OLD, NEW])


def test_a_replaced_law_is_told(old_and_new: Evidence) -> None:
    assert any("integreringsloven" in note for note in notes(old_and_new, LOOKED))


def test_an_aim_that_leads_where_a_figure_of_a_year_is_asked_for_is_marked(tmp_path: Path) -> None:
    aim = paragraph("Målet er at skolene skal ha 200 svømmebasseng i 2018.", "gammel", 2018)
    asked = evidence(tmp_path, "Hvor mange svømmebasseng hadde skolene i 2018?", [aim])
    assert "Det som står øverst, er et mål, en plan eller en forventning, ikke et resultat." in notes(asked, LOOKED)


def test_what_is_asked_of_now_is_told_its_year(tmp_path: Path) -> None:
    asked = evidence(tmp_path, "Bruker skolene svømmebasseng i dag?", [NEW])
    assert "Det som står øverst, gjelder 2022." in notes(asked, LOOKED)


def test_an_answer_that_needs_no_word_has_only_the_count(tmp_path: Path) -> None:
    assert notes(evidence(tmp_path, QUESTION, [NEW, OLD]), LOOKED) == ("Lette gjennom 120 avsnitt i 5 rapporter.",)


def test_where_nothing_is_cited_nothing_is_out_of_date(old_and_new: Evidence) -> None:
    assert len(notes(replace(old_and_new, citations=()), LOOKED)) == 1


def test_there_are_few_and_disagreements_come_first(old_and_new: Evidence) -> None:
    found = notes(old_and_new, LOOKED, ("a", "b", "c", "d", "e"))
    assert len(found) == MOST and found[0] == "a"


@pytest.mark.parametrize(
    ("looked", "question", "said"),
    [
        (LOOKED, QUESTION, "Lette gjennom 120 avsnitt i 5 rapporter."),
        (replace(LOOKED, documents=2), QUESTION, "2 av 5 rapporter"),
        (replace(LOOKED, passages=1073), QUESTION, "1\N{NO-BREAK SPACE}073 avsnitt"),
        (replace(LOOKED, passages=1073), "How many of the schools use a swimming pool?", "1,073 passages"),
        (replace(LOOKED, passages=0), QUESTION, "avgrens"),
        (LOOKED, "List alle rapporter om svømming", "5 av 5 rapporter, med 40 studier"),
        (replace(LOOKED, documents=2), "Hvor mange studier handler om svømming?", "2 av 5 rapporter, med 40 studier"),
    ],
)
def test_how_much_was_searched_is_told(looked: Searched, question: str, said: str) -> None:
    assert said in searched_said(understand(question), looked)
