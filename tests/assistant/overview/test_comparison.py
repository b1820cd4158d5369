"""Comparisons: sides beside one another."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.api import Assistant
from assistant.models import Figure, Request, Series, Verdict
from assistant.overview.answering import differences, told_rows
from assistant.overview.comparison import _parted
from assistant.overview.sides import things
from assistant.settings import Settings
from ingest.api import ingest
from tests.assistant.overview.conftest import STUDIES, Ask, asking
from tests.making.passages import passage, statements

Write = Callable[[str, str | bytes], Path]


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


@pytest.mark.parametrize(
    ("asked", "compared"),
    [
        ("Hva er forskjellen på menn og kvinner?", ["menn", "kvinner"]),
        ("Sammenlign tolk, kurs og mentor", ["tolk", "kurs", "mentor"]),
        ("Er tolk, kurs eller mentor best?", ["tolk", "kurs", "mentor"]),
        ("Hva er best av tolk, kurs eller mentor?", ["tolk", "kurs", "mentor"]),
        ("Sammenlign menn og kvinner og barn", ["menn", "kvinner", "barn"]),
        ("I Oslo, kvinner og menn", ["kvinner", "menn"]),
        ("Hva er bedre for barn og unge, tolk eller kurs?", ["tolk", "kurs"]),
        ("Kva hjelper best for barn og unge, tolk eller kurs?", ["tolk", "kurs"]),
        ("What is better for children and young people, interpreters or courses?", ["interpreters", "courses"]),
        ("Er tolk bedre enn kurs for barn og unge?", ["tolk", "kurs"]),
        ("Hva er likt og ulikt mellom tolk og kurs?", ["tolk", "kurs"]),
        ("Barn og unge sammenlignet med voksne", ["Barn unge", "voksne"]),
        ("Sammenlign tolk og tolk", []),
    ],
)
def test_things_that_are_compared(asked: str, compared: list[str]) -> None:
    assert things(asked) == compared


def test_a_thing_and_itself_are_no_two_sides(ask: Ask) -> None:
    assert ask(Request.COMPARISON, "Sammenlign tolk og tolk").request is Request.QUESTION


def test_all_years_are_compared(ask: Ask) -> None:
    answer = ask(Request.COMPARISON, "Sammenlign bruk av tolk i 2017, 2018, 2019, 2020 og 2021")
    assert answer.theme == "bruk av tolk – 2017, 2018, 2019, 2020 og 2021"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("Sammenlign bruk av tolk fra 2010 til 2021", "Du nevner 12 som skal sammenlignes. Her står 8 av dem: 2014, "),
        ("Samanlikn bruken av tolk frå 2010 til 2021", "Du nemner 12 som skal samanliknast. Her står 8 av dei: 2014, "),
        ("Compare the use of interpreters from 2010 to 2021", "You name 12 to compare. Here are 8 of them: 2014, "),
    ],
)
def test_that_there_are_more_sides_than_have_room_is_told(ask: Ask, asked: str, said: str) -> None:
    assert ask(Request.COMPARISON, asked).notes[0].startswith(said)


def test_studies_of_one_title_are_told_apart_by_their_reports(write: Write, settings: Settings) -> None:
    write("fou-2020.md", STUDIES)
    write("fou-2021.md", STUDIES.replace("FoU-prosjekter 2020", "FoU-prosjekter 2021").replace("garanti", "forskudd"))
    ingest([settings.corpus_dir], settings.index_dir, settings)
    ask = asking(Assistant.open(settings))
    sides = {row.side for row in ask(Request.COMPARISON, "Sammenlign «Leie av bolig» og «Leie av bolig»").rows}
    assert sides == {"Leie av bolig – FoU-prosjekter 2020", "Leie av bolig – FoU-prosjekter 2021"}


def test_a_sentence_that_tells_of_both_sides_is_one_quote_before_what_is_said_of_each() -> None:
    both = passage(
        "Av menn kom 71 prosent i arbeid, av kvinner 49 prosent. Menn fikk lengre program. Kvinner fikk permisjon."
    )
    contrast, men, women = statements(both)
    shared, own = _parted([[men, contrast], [contrast, women]])
    assert shared == [contrast]
    assert own == [[men], [women]]


def test_what_tells_of_both_sides_is_counted_once(ask: Ask) -> None:
    answer = ask(Request.COMPARISON, "Sammenlign «Norskopplæring» og «Tolk på legekontoret» om barn")
    assert told_rows(answer.rows) == len({row.finding.n for row in answer.rows if row.finding})
    shared = [replace(answer.rows[0], side=side) for side in ("menn", "kvinner")]
    assert told_rows(shared) == 1


def test_what_stands_under_a_side_is_about_it(write: Write, settings: Settings) -> None:
    said = "Bergen har 12 mentorer. Alle deltakerne med mentor får kurs i norsk hver uke."
    write("byer-2022.md", f"# Byene 2022\n\n## Kurs\n\n{said}\n\n## Mer\n\nOslo har 5 mentorer.\n")
    ingest([settings.corpus_dir], settings.index_dir, settings)
    rows = asking(Assistant.open(settings))(Request.COMPARISON, "Sammenlign Oslo og Bergen om mentorer").rows
    quotes = [row.finding.quote for row in rows if row.finding and row.side == "Bergen"]
    assert quotes and all("Bergen" in quote for quote in quotes)


def test_sides_of_which_unlike_things_are_said_are_told_apart(of_studies: Ask) -> None:
    answer = of_studies(Request.COMPARISON, "Sammenlign «Sykkelopplæring i skolen» og «Leie av bolig»")
    assert any("ikke uten videre sammenlignes" in note for note in answer.notes)


def test_how_far_apart_the_years_are_that_are_compared() -> None:
    numbers = {"2014": 7_784.0, "2016": 15_291.0, "2017": 11_078.0}
    series = Series("Bosatte", "", tuple(Figure(year, f"{one}", one, "", 1) for year, one in numbers.items()))
    assert differences([series], ["2016", "2017"], "en") == ["Bosatte, from 2016 to 2017: \N{MINUS SIGN}4,213."]
    assert differences([series], ["2016"], "en") == ["Bosatte, from 2014 to 2017: +3,294."]


def test_a_comparison_is_the_same_whatever_was_asked_before(ask: Ask) -> None:
    text = "Sammenlign Norskopplæring på arbeidsplassen 2019 og Tolking i helsetjenesten 2021 om opplæring"
    assert (
        ask(Request.COMPARISON, text, history=["Hva fant de om barn som tolk?"]).rows
        == ask(Request.COMPARISON, text).rows
    )
