"""Comparisons: sides beside one another."""

from assistant.models import Request, Verdict
from tests.assistant.overview.conftest import Ask


def test_two_reports_stand_beside_one_another(ask: Ask) -> None:
    text = "Sammenlign Norskopplæring på arbeidsplassen 2019 og Tolking i helsetjenesten 2021 om opplæring"
    answer = ask(Request.COMPARISON, text)
    assert answer.request is Request.COMPARISON
    by_side = {row.side: row.document for row in answer.rows}
    assert set(by_side.values()) == {"norsk-2019", "tolk-2021"} and len(by_side) == 2


def test_a_side_that_has_nothing_is_told(ask: Ask) -> None:
    answer = ask(Request.COMPARISON, "Sammenlign bruk av tolk hos fastleger og romfarere")
    assert answer.verdict is Verdict.PARTLY
    assert any("romfarere" in note for note in answer.notes)


def test_what_names_no_two_sides_is_answered_as_a_question(ask: Ask) -> None:
    assert ask(Request.COMPARISON, "sammenlign").request is Request.QUESTION
