"""What those recommend of whom the answer before told."""

import pytest

from assistant.api import Assistant
from assistant.models import Answer, Part, Request, Verdict
from assistant.settings import Settings
from ingest.api import ingest
from tests.assistant.overview.conftest import STUDIES, Ask, asking

MENTORS = "Hva fant Testsenteret om mentorer for innvandrere?"
CYCLING = "Hva fant Nordanalyse om sykkelopplæring i skolen?"

SURVEY = """\
# Kommuneundersøkelsen 2021

## Tolking

62 prosent av kommunene bruker tolk hver uke. Kommunene er stort sett fornøyde.

## Veien videre

Direktoratet anbefaler at kommunene lager rutiner for tolk. Direktoratet anbefaler at kommunene eier flere boliger.

## Mentorordninger

Hele 14 prosent av kommunene har mentorer for deltakerne, og ordningene er små.
"""


def _after(ask: Ask, question: str, turn: str, request: Request = Request.QUESTION) -> Answer:
    return ask(None, turn, history=[question], before=ask(request, question))


@pytest.mark.parametrize("turn", ["og hva anbefalte de?", "kva tilrådde dei?", "What did they recommend?"])
def test_the_study_that_was_told_of_is_kept(of_studies: Ask, turn: str) -> None:
    answer = _after(of_studies, MENTORS, turn)
    assert {one.passage.study for one in answer.citations} == {"Mentorer for innvandrere"}
    assert [point.text for point in answer.points] == ["Kommunene bør gi mentorene opplæring."]
    assert "Mentorer for innvandrere" in answer.reply


@pytest.mark.parametrize("turn", ["Hva anbefaler studien?", "hva foreslo forskerne?", "Hva var anbefalingene deres?"])
def test_it_is_asked_in_many_ways(of_studies: Ask, turn: str) -> None:
    assert [one.passage.study for one in _after(of_studies, MENTORS, turn).citations] == ["Mentorer for innvandrere"]


def test_a_study_without_any_is_told_to_have_none(of_studies: Ask) -> None:
    answer = _after(of_studies, CYCLING, "og hva anbefalte de?")
    assert "ingen anbefalinger i «Sykkelopplæring i skolen»" in answer.reply
    assert answer.points == ()
    assert answer.verdict is not Verdict.ANSWERED


def test_a_table_without_any_says_so(of_studies: Ask) -> None:
    answer = _after(of_studies, "Oppsummer «Svømmekurs for voksne»", "hva anbefalte de?", Request.SUMMARY)
    assert not answer.rows and answer.abstained and "ingen" in answer.reply


def test_a_word_of_thanks_in_between_changes_nothing(of_studies: Ask) -> None:
    before = of_studies(None, "takk!", history=[MENTORS])
    answer = of_studies(None, "og hva anbefalte de?", history=[MENTORS, "takk!"], before=before)
    assert {one.passage.study for one in answer.citations} == {"Mentorer for innvandrere"}


def test_of_a_table_the_rows_with_a_recommendation_are_left(of_studies: Ask) -> None:
    answer = _after(of_studies, "Oppsummer FoU-prosjekter 2020", "og hva anbefalte de?", Request.SUMMARY)
    assert [row.study for row in answer.rows] == ["Mentorer for innvandrere", "Leie av bolig"]
    assert all(row.recommendation and not row.finding for row in answer.rows)
    assert len(answer.citations) == 2


def test_of_a_table_the_rows_with_a_finding_are_left(of_studies: Ask) -> None:
    answer = _after(of_studies, "Oppsummer FoU-prosjekter 2020", "hva fant de?", Request.SUMMARY)
    assert len(answer.rows) == 3 and "3 av de 4" in answer.reply
    assert all(row.finding and not row.recommendation for row in answer.rows)


def test_what_is_recommended_by_nobody_named_is_asked_of_all(of_studies: Ask) -> None:
    assert not _after(of_studies, MENTORS, "hva anbefales?").reply


def test_a_name_or_subject_of_its_own_is_searched_for(of_studies: Ask) -> None:
    assert not _after(of_studies, MENTORS, "hva anbefaler de om leie av bolig?").reply


@pytest.fixture(scope="module")
def of_a_survey(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    folder = tmp_path_factory.mktemp("survey")
    (folder / "corpus").mkdir()
    (folder / "corpus" / "undersokelse-2021.md").write_text(SURVEY, encoding="utf-8")
    (folder / "corpus" / "fou-2020.md").write_text(STUDIES, encoding="utf-8")
    settings = Settings(index_dir=folder / "index", corpus_dir=folder / "corpus")
    ingest([settings.corpus_dir], settings.index_dir, settings)
    return asking(Assistant.open(settings))


def test_of_a_report_the_recommendations_on_the_subject_are_given(of_a_survey: Ask) -> None:
    answer = _after(of_a_survey, "Hva viser tallene om tolk?", "og hva anbefaler de?")
    assert [point.text for point in answer.points] == ["Direktoratet anbefaler at kommunene lager rutiner for tolk."]
    assert "om det samme i «Kommuneundersøkelsen 2021»" in answer.reply


def test_what_others_recommend_on_the_subject_stands_apart(of_a_survey: Ask) -> None:
    answer = _after(of_a_survey, "Hva sier kommuneundersøkelsen 2021 om mentorer?", "og hva anbefaler de?")
    assert "ingen anbefalinger om dette i «Kommuneundersøkelsen 2021»" in answer.reply
    assert [(point.text, point.part) for point in answer.points] == [
        ("Kommunene bør gi mentorene opplæring.", Part.ELSEWHERE)
    ]
