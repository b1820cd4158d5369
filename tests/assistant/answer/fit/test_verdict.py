"""Verdicts, and what they say to the user."""

import pytest

from assistant.models import Verdict
from tests.assistant.answer.fit.making import Bench

ANSWERED = "Hvor lenge venter enslige mindreårige på bolig i Hamar?"
SURE = 0.69


def test_what_stands_in_one_statement_is_answered(bench: Bench) -> None:
    assert bench.judged(ANSWERED, SURE).verdict is Verdict.ANSWERED


def test_a_wrong_premise_is_met_with_the_statement_that_says_otherwise(bench: Bench) -> None:
    judged = bench.judged("Hvorfor falt andelen med retningslinjer for tolk fra 2016 til 2017?", SURE)
    assert judged.verdict is Verdict.WRONG_PREMISE
    assert judged.instead is not None
    assert "32 prosent i 2017" in judged.instead.text


def test_a_year_that_is_missing_beside_one_that_is_there_is_partly_answered(bench: Bench) -> None:
    judged = bench.judged("Hvor stor andel av kommunene hadde retningslinjer for tolk i 2017 og 2021?", 0.0)
    assert judged.verdict is Verdict.PARTLY
    assert judged.notes == ("Jeg fant ikke noe om dette for 2021 i rapportene.",)


@pytest.mark.parametrize(
    ("question", "note"),
    [
        ("Hvor stor andel av kommunene hadde retningslinjer for tolk i 2021?",
         "Det nærmeste i rapportene gjelder 2016 og 2017, ikke 2021."),
        ("Kor stor del av kommunane hadde retningslinjer for tolk i 2021?",
         "Det nærmaste i rapportane gjeld 2016 og 2017, ikkje 2021."),
        ("Hvor mye skatt betaler fastlegene?", "Jeg fant ikke noe om «skatt» i denne sammenhengen."),
        ("Hva sier de om skatt på Svalbard?", "Jeg fant ikke noe om «skatt» og «Svalbard» i denne sammenhengen."),
        ("Hva fant de om lek i barnehagen?", "Arbeidet er omtalt, men rapportene gjengir ingen resultater av det."),
        ("Hvor lenge venter enslige mindreårige på bolig i 2017?", "Jeg fant ikke noe om dette for 2017 i rapportene."),
        ("Hvorfor bestiller fastlegene tolk oftere?",
         "Jeg fant ikke noe i rapportene som sier at det er slik spørsmålet går ut fra."),
        ("Hva er telefonnummeret til fastlegen?",
         "Rapportene har ikke opplysninger om enkeltpersoner, og slikt blir ikke utlevert her."),
    ],
)  # fmt: skip
def test_what_is_not_answered_is_said_with_the_nearest_there_is(bench: Bench, question: str, note: str) -> None:
    judged = bench.judged(question, 1.0)
    assert judged.verdict is Verdict.NOT_ANSWERED
    assert judged.notes == (note,)


def test_more_missing_is_less_sure(bench: Bench) -> None:
    assert (
        bench.judged("Hvor mye skatt betaler kvinner i Bergen?", SURE).confidence
        < bench.judged(ANSWERED, SURE).confidence
    )
