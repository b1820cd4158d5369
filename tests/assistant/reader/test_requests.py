"""What was typed is told apart by what it asks for."""

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.errors import ReaderError
from assistant.models import TABLES, Request
from assistant.reader.requests import Recogniser, load_recogniser, recognise

BEFORE = ["Hva fant de om tolk?"]


@pytest.fixture(scope="module")
def recogniser() -> Recogniser:
    """The bundled one."""
    return Recogniser.load()


@pytest.mark.parametrize(
    ("text", "request_"),
    [
        ("Hvor mange ble bosatt i 2017?", Request.QUESTION),
        ("Hva fant de om tolk på legekontoret?", Request.QUESTION),
        ("selvbosetting", Request.QUESTION),
        ("kommunebudsjett", Request.QUESTION),
        ("Kva fann Møreforsking?", Request.QUESTION),
        ("hei", Request.CONVERSATION),
        ("tusen takk!", Request.CONVERSATION),
        ("hva kan du hjelpe meg med?", Request.CONVERSATION),
        ("oppsummer FoU-rapporten 2018", Request.SUMMARY),
        ("gi meg en oversikt over alt rapportene sier om bolig", Request.OVERVIEW),
        ("oversikt over tolk", Request.OVERVIEW),
        ("studier om bolig", Request.LIST),
        ("alle anbefalinger om skole", Request.LIST),
        ("sammenlign bosettingen i 2016 og 2023", Request.COMPARISON),
    ],
)
def test_each_is_taken_for_what_it_is(recogniser: Recogniser, text: str, request_: Request) -> None:
    found, chance = recognise(recogniser, text)
    assert found is request_ and 0 < chance <= 1


def test_what_asks_for_more_by_itself_does_so_after_other_turns_too(recogniser: Recogniser) -> None:
    before = ["gi meg en oversikt over studier om tolk"]
    assert recognise(recogniser, "Sammenlign bosettingen i 2016 og 2023", before)[0] is Request.COMPARISON


@pytest.mark.parametrize("typed", ["takk", "supert", "hjertelig takk", "ok, fine"])
def test_a_friendly_word_after_an_answer_asks_nothing_of_it(recogniser: Recogniser, typed: str) -> None:
    assert recognise(recogniser, typed, BEFORE)[0] is Request.CONVERSATION


@pytest.mark.parametrize("typed", ["kvalifisering", "mangfoldsplan", "hva med ettervern?"])
def test_a_theme_after_an_answer_is_asked_of_the_reports(recogniser: Recogniser, typed: str) -> None:
    assert recognise(recogniser, typed, BEFORE)[0] is Request.QUESTION


@pytest.mark.parametrize("typed", ["Oversikt over tolk", "kort oversikt over bolig", "oversikt over Jobbsjansen"])
def test_what_names_a_theme_of_its_own_is_not_about_the_answer(recogniser: Recogniser, typed: str) -> None:
    before = ["Hvor mange flyktninger ble bosatt i 2017?"]
    assert recognise(recogniser, typed, before)[0] in TABLES


@pytest.mark.parametrize(
    "typed",
    [
        "kortere",
        "sett tallene i en tabell",
        "oppsummer det i tre punkter",
        "bare funnene",
        "skriv det litt mer formelt, det er til kommunedirektøren",
    ],
)
def test_what_names_none_stays_about_the_answer(recogniser: Recogniser, typed: str) -> None:
    assert recognise(recogniser, typed, ["Hvor mange flyktninger ble bosatt i 2017?"])[0] is Request.ABOUT_ANSWER


def test_what_is_said_of_an_answer_needs_one(recogniser: Recogniser) -> None:
    assert recognise(recogniser, "kortere", BEFORE)[0] is Request.ABOUT_ANSWER
    assert recognise(recogniser, "kortere")[0] is not Request.ABOUT_ANSWER


def test_without_a_recogniser_all_are_questions() -> None:
    assert recognise(None, "hei") == (Request.QUESTION, 1.0)


def test_a_table_that_is_not_likely_enough_is_a_question(recogniser: Recogniser) -> None:
    never = replace(recogniser, threshold=1.1)
    assert never.recognise("gi meg en oversikt over alt rapportene sier om bolig")[0] is Request.QUESTION


def test_a_card_without_its_threshold_is_refused(tmp_path: Path) -> None:
    from assistant.reader.requests import FILE

    (tmp_path / FILE.name).write_bytes(FILE.read_bytes())
    (tmp_path / FILE.with_suffix(".json").name).write_text("{}", encoding="utf-8")
    with pytest.raises(ReaderError):
        Recogniser.load(tmp_path / FILE.name)


def test_where_it_cannot_be_read_there_is_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("assistant.reader.requests.FILE", tmp_path / "none.safetensors")
    assert load_recogniser() is None


@pytest.mark.parametrize(
    ("typed", "table"),
    [
        ("Hvilke gulrøtter får bedrifter til å ta inn deltakere? Jeg vil ha hele bildet.", True),
        ("Kor mykje har det å seie at leiinga står bak? Lag ei oversikt.", True),
        ("Hvor mange flyktninger ble bosatt i 2017? Jeg trenger tallet til budsjettet.", False),
        ("Hva er resultatet av Jobbsjansen? Bare kort.", False),
    ],
)
def test_what_is_wanted_may_stand_beside_the_question(recogniser: Recogniser, typed: str, table: bool) -> None:
    assert (recognise(recogniser, typed)[0] in TABLES) is table
