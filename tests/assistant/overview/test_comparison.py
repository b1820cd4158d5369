"""Comparisons: sides beside one another."""

from assistant.models import Request, Verdict
from tests.assistant.overview.conftest import Ask


def test_two_reports_stand_beside_one_another(ask: Ask) -> None:
    text = "Sammenlign Norskopplæring på arbeidsplassen 2019 og Tolking i helsetjenesten 2021 om opplæring"
    answer = ask(Request.COMPARISON, text)
    assert answer.request is Request.COMPARISON
    assert answer.theme == "opplæring – Norskopplæring på arbeidsplassen 2019 og Tolking i helsetjenesten 2021"
    by_side = {row.side: row.document for row in answer.rows}
    assert set(by_side.values()) == {"norsk-2019", "tolk-2021"} and len(by_side) == 2


def test_two_things_and_what_they_are_compared_in_are_named(ask: Ask) -> None:
    assert ask(Request.COMPARISON, "Sammenlign bruk av tolk i 2019 og 2021").theme == "bruk av tolk – 2019 og 2021"
    assert ask(Request.COMPARISON, "Sammenlign fastleger og romfarere").theme == "fastleger og romfarere"


def test_a_side_that_has_nothing_is_told(ask: Ask) -> None:
    answer = ask(Request.COMPARISON, "Sammenlign bruk av tolk hos fastleger og romfarere")
    assert answer.verdict is Verdict.PARTLY
    assert any("romfarere" in note for note in answer.notes)


def test_a_paragraph_of_two_statements_is_quoted_once(of_studies: Ask) -> None:
    text = "Sammenlign «Mentorer for innvandrere» og «Leie av bolig» om deltakerne"
    quotes = [row.finding.quote for row in of_studies(Request.COMPARISON, text).rows if row.finding]
    assert quotes == ["60 prosent av deltakerne var i arbeid ett år etter. Mentorene møtte deltakerne hver uke."]


def test_what_names_no_two_sides_is_answered_as_a_question(ask: Ask) -> None:
    assert ask(Request.COMPARISON, "sammenlign").request is Request.QUESTION
