"""Answers held to the study that is named or was told of, and what helps where filters leave the answer out."""

import pytest

from assistant.api import Assistant
from assistant.filters import Filters
from assistant.language.words import YEAR
from assistant.models import Answer, Part
from assistant.settings import Settings
from ingest.api import ingest
from tests.making.reports import write_library

LETTER = """\
# Innspill til utvalget

Forbundet takker for anledningen til å komme med innspill i saken.

## Forslag

Kommunene bør gi lærerne høyere lønn og kortere dager.
"""


def documents(answer: Answer) -> set[str]:
    return {citation.passage.document for citation in answer.citations}


def test_an_answer_about_a_named_study_holds_nothing_from_elsewhere(assistant: Assistant) -> None:
    answer = assistant.ask("Hva anbefales i Norskopplæring på arbeidsplassen 2019?")
    assert documents(answer) == {"norsk-2019"} and not answer.abstained


def test_what_others_say_is_set_apart_where_the_named_one_is_silent(assistant: Assistant) -> None:
    answer = assistant.ask(
        "Hvor ofte bestiller fastlegene tolk i ti konsultasjoner ifølge Busetjing av flyktningar 2022?"
    )
    assert {point.part for point in answer.points} == {Part.ELSEWHERE} and "Busetjing" in " ".join(answer.notes)


def test_a_follow_up_keeps_the_study(assistant: Assistant) -> None:
    answer = assistant.ask("Og hva anbefalte de?", ["Hva fant Prøveinstituttet om tolk på legekontoret?"])
    assert documents(answer) == {"tolk-2021"}


def test_a_new_subject_takes_the_old_ones_place(assistant: Assistant) -> None:
    answer = assistant.ask("Hva med bustader?", ["Hva anbefales om tolk på legekontoret?"])
    assert "bustad-2022" in documents(answer)


def test_where_filters_leave_the_answer_out_it_says_how_many_reports_have_it(assistant: Assistant) -> None:
    answer = assistant.ask("Hvor ofte bestiller fastlegene tolk?", filters=Filters(documents=("bustad-2022",)))
    assert answer.abstained and answer.reports_outside == 1
    assert "utenfor utvalget som har noe om det: 1" in " ".join(answer.notes)


def test_the_years_named_as_nearest_are_those_of_what_is_shown(assistant: Assistant) -> None:
    answer = assistant.ask("Hvor ofte bestilte fastlegene tolk i 2012?")
    assert answer.abstained and "2012" in answer.notes[0]
    nearest = next(note for note in answer.notes if note.startswith("Nærmeste år"))
    shown = answer.citations[0]
    assert str(shown.passage.year) in nearest.split(",")[0] or any(
        year in shown.quote for year in YEAR.findall(nearest.split(",")[0])
    )


def test_conversation_between_two_questions_changes_nothing(assistant: Assistant) -> None:
    history = ["Hva fant Prøveinstituttet om tolk på legekontoret?", "takk!"]
    assert documents(assistant.ask("Og hva anbefalte de?", history)) == {"tolk-2021"}


def test_a_greeting_shows_no_quote(assistant: Assistant) -> None:
    answer = assistant.ask("hei")
    assert answer.reply and not answer.citations and answer.suggested


@pytest.fixture(scope="module")
def with_letter(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("letter")
    settings = Settings(index_dir=folder / "index", corpus_dir=write_library(folder / "corpus"))
    (folder / "corpus" / "tff-2026.md").write_text(LETTER, encoding="utf-8")
    ingest([settings.corpus_dir], settings.index_dir, settings)
    return Assistant.open(settings)


@pytest.mark.parametrize("sender", ["TFF", "TFF-notatet"])
def test_what_is_asked_of_a_sender_is_looked_for_there_first(with_letter: Assistant, sender: str) -> None:
    answer = with_letter.ask(f"Hva bør kommunene gi lærerne, mener {sender}?")
    assert documents(answer) == {"tff-2026"} and not answer.abstained


def test_where_the_sender_is_silent_others_answer(with_letter: Assistant) -> None:
    answer = with_letter.ask("Hvor mange prosent av kommunene tilbyr norskopplæring på arbeidsplassen, TFF?")
    assert "norsk-2019" in documents(answer)
