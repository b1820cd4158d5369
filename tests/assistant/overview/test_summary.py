"""Summaries of reports and studies."""

from collections.abc import Callable
from pathlib import Path

from assistant.api import Assistant
from assistant.models import Request
from assistant.settings import Settings
from ingest.api import ingest
from tests.assistant.overview.conftest import STUDIES, Ask, asking

Write = Callable[[str, str | bytes], Path]


def test_a_report_is_summed_up_study_by_study(of_studies: Ask) -> None:
    answer = of_studies(Request.SUMMARY, "Oppsummer FoU-prosjekter 2020")
    assert [row.study for row in answer.rows] == [
        "Mentorer for innvandrere",
        "Leie av bolig",
        "Sykkelopplæring i skolen",
        "Svømmekurs for voksne",
    ]
    assert answer.theme == "FoU-prosjekter 2020"


def test_the_finding_of_a_study_is_the_one_that_it_marks(of_studies: Ask) -> None:
    row = of_studies(Request.SUMMARY, "Oppsummer FoU-prosjekter 2020").rows[0]
    assert row.finding and "60 prosent" in row.finding.quote
    assert row.recommendation and "bør" in row.recommendation.quote


def test_a_study_by_itself_has_its_findings_and_then_its_recommendations(of_studies: Ask) -> None:
    rows = of_studies(Request.SUMMARY, "oppsummer studien Mentorer for innvandrere").rows
    kinds = ["finding" if row.finding else "recommendation" for row in rows]
    assert kinds == sorted(kinds) and {"finding", "recommendation"} == set(kinds)


def test_what_is_recommended_among_findings_stands_among_recommendations(write: Write, settings: Settings) -> None:
    found = "Elevene sykler tryggere etter kurset."
    write(
        "fou-2020.md", STUDIES.replace(found, f"{found}\n\nDet anbefales at alle skoler låner ut sykler til elevene.")
    )
    ingest([settings.corpus_dir], settings.index_dir, settings)
    rows = asking(Assistant.open(settings))(Request.SUMMARY, "oppsummer studien Sykkelopplæring i skolen").rows
    advised = [row.recommendation.quote for row in rows if row.recommendation]
    assert advised == ["Det anbefales at alle skoler låner ut sykler til elevene."]
    assert not any("anbefales" in row.finding.quote for row in rows if row.finding)


def test_a_title_in_quotation_marks_is_the_one_study_that_is_summed_up(of_studies: Ask) -> None:
    answer = of_studies(Request.SUMMARY, "Oppsummer Testsenterets studie av mentorer («Mentorer for innvandrere»)")
    assert {row.study for row in answer.rows} == {"Mentorer for innvandrere"}


def test_of_several_studies_of_one_maker_the_one_on_the_subject_is_summed_up(of_studies: Ask) -> None:
    answer = of_studies(Request.SUMMARY, "Summarise Nordanalyse's study of learning to ride a bicycle")
    assert {row.study for row in answer.rows} == {"Sykkelopplæring i skolen"}


def test_no_paragraph_is_quoted_twice(ask: Ask) -> None:
    quotes = [one.quote for one in ask(Request.SUMMARY, "oppsummer «Tolk på legekontoret»").citations]
    assert quotes and len(quotes) == len(set(quotes))


def test_what_names_no_report_is_answered_as_a_question(ask: Ask) -> None:
    assert ask(Request.SUMMARY, "oppsummer kvantefysikk").request is Request.QUESTION
