"""Answers held to the study that is named or was told of, and what helps where filters leave the answer out."""

from assistant.api import Assistant
from assistant.filters import Filters
from assistant.models import Answer, Part


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


def test_conversation_between_two_questions_changes_nothing(assistant: Assistant) -> None:
    history = ["Hva fant Prøveinstituttet om tolk på legekontoret?", "takk!"]
    assert documents(assistant.ask("Og hva anbefalte de?", history)) == {"tolk-2021"}


def test_a_greeting_shows_no_quote(assistant: Assistant) -> None:
    answer = assistant.ask("hei")
    assert answer.reply and not answer.citations and answer.suggested
