"""Conversation: our own words and questions that are answered, and never a quote."""

import pytest

from assistant.index.manifest import IndexedDocument, Manifest
from assistant.models import Report, ReportKind, Request, SectionKind, Study
from assistant.settings import AppSettings
from assistant.turns.replies import reply

STUDY = Study("Et sted å bo", sections=(SectionKind.FINDINGS,))
MANIFEST = Manifest(
    "v",
    "m",
    1,
    "2026",
    "s",
    (
        IndexedDocument(Report("a", "Prosjekter 2018", 2018, kind=ReportKind.RESEARCH), "a", "a", 3, "2026", (STUDY,)),
        IndexedDocument(Report("b", "Undersøkelsen", 2023, kind=ReportKind.SURVEY), "b", "b", 3, "2026"),
    ),
)
KINDS = ("greeting", "thanks", "capabilities", "reports", "who", "trust", "help", "offtopic", "rude", "opinion", "")


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_no_turn_of_conversation_is_answered_with_a_quote(kind: str, language: str) -> None:
    answer = reply(kind, "hei", language, MANIFEST, AppSettings())
    assert answer.reply and not (answer.points or answer.citations or answer.series or answer.abstained)
    assert answer.request is Request.CONVERSATION and answer.language == language


def test_the_reports_are_told_with_counts_years_and_kinds() -> None:
    said = reply("reports", "hvilke rapporter har du?", "nb", MANIFEST, AppSettings()).reply
    assert "2 rapporter fra 2018–2023, med 1 studier (undersøkelse: 1, FoU-rapport: 1)" in said
    assert "Den nyeste er Undersøkelsen (2023)" in said and "- Prosjekter 2018" in said


def test_who_stands_behind_it_is_whom_the_settings_name() -> None:
    assert "hjelp@prove.no" in reply("who", "hvem?", "nb", MANIFEST, AppSettings(contact="hjelp@prove.no")).reply


def test_what_can_be_asked_is_taken_from_the_index() -> None:
    assert reply("greeting", "hei", "nb", MANIFEST, AppSettings()).suggested[0] == "Hva fant de i «Et sted å bo»?"
