"""Summaries of the length that was asked for."""

from assistant.models import Request
from tests.assistant.overview.conftest import Ask


def test_a_summary_has_as_many_points_as_were_asked_for(of_studies: Ask) -> None:
    whole = of_studies(Request.SUMMARY, "oppsummer FoU-prosjekter 2020")
    answer = of_studies(Request.SUMMARY, "oppsummer FoU-prosjekter 2020 i to punkter")
    assert [one.n for one in answer.citations] == [1, 2]
    assert [row.study for row in answer.rows] == ["Mentorer for innvandrere", "Leie av bolig"]
    assert answer.notes[0].startswith(f"Kortet ned slik du ba om: 2 av {len(whole.citations)} ")


def test_it_is_cut_at_whole_points(of_studies: Ask) -> None:
    answer = of_studies(Request.SUMMARY, "oppsummer FoU-prosjekter 2020 på 20 ord")
    assert answer.citations and sum(len(one.quote.split()) for one in answer.citations) <= 20
    assert all(one.quote.endswith(".") for one in answer.citations)


def test_findings_and_recommendations_of_one_study_are_both_in_a_short_summary(of_studies: Ask) -> None:
    rows = of_studies(Request.SUMMARY, "oppsummer «Mentorer for innvandrere» i to punkter").rows
    assert [bool(row.recommendation) for row in rows] == [False, True]


def test_points_do_not_make_a_summary_a_list_and_ours_is_in_the_language_of_the_request(of_studies: Ask) -> None:
    answer = of_studies(None, "Summarise FoU-prosjekter 2020 in two points")
    assert (answer.request, answer.language, len(answer.citations)) == (Request.SUMMARY, "en", 2)
    assert answer.notes[0].startswith("Cut to the length")


def test_what_is_short_enough_is_not_cut(of_studies: Ask) -> None:
    answer = of_studies(Request.SUMMARY, "oppsummer «Sykkelopplæring i skolen» i fem punkter")
    assert answer.citations and not answer.notes[0].startswith("Kortet")
