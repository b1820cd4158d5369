"""Examples from a made article in NorQuAD's form."""

import json
from pathlib import Path

import pytest

from evals.training.examples import Example
from evals.training.norquad import read_norquad

TEXT = """\
Storevik
Storevik er en liten by ved kysten. Byen fikk sitt første sykehus i 1921, tegnet av arkitekten Kari Nordmann.
Sykehuset i byen ble lagt ned i 1987. I dag bor det 4 200 mennesker i byen, og de fleste arbeider med fisk. Kai.
"""
OTHER = "Lillevik\nLillevik er en bygd i innlandet. Den ble bygget av smeden Ola Hansen og hans brødre.\n"


def asked(question: str, answer: str, text: str = TEXT) -> dict[str, object]:
    return {"question": question, "answer": answer, "start": text.index(answer)}


QUESTIONS = [
    asked("Når fikk byen sitt første sykehus?", "1921"),
    asked("Hva skjedde med sykehuset i 1987?", "lagt ned"),
    asked("Hva tegnet arkitekten Kari Nordmann?", "sykehus"),
    asked("Hvor ligger byen?", "ved kysten"),
    asked("Hvor lå sykehuset?", "byen"),
]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    lines = [{"id": 0, "text": TEXT, "questions": QUESTIONS}, {"id": 1, "text": OTHER, "questions": []}]
    path = tmp_path / "norquad.jsonl"
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def made(file: Path) -> dict[str, Example]:
    """The examples by their question."""
    return {one.question: one for one in read_norquad(file)}


def test_every_question_is_an_example(made: dict[str, Example]) -> None:
    assert list(made) == [one["question"] for one in QUESTIONS]


def test_the_sentence_that_holds_the_answer_is_right_behind_its_title(made: dict[str, Example]) -> None:
    assert made["Hvor ligger byen?"].right == ("Storevik: Storevik er en liten by ved kysten.",)


def test_other_sentences_are_wrong_those_that_share_most_words_first(made: dict[str, Example]) -> None:
    wrong = made["Hva skjedde med sykehuset i 1987?"].wrong
    assert wrong[0].startswith("Storevik: Byen fikk sitt første sykehus")
    assert len(wrong) == 3  # the title is a sentence too short


def test_a_sentence_that_holds_the_answer_as_well_is_not_wrong(made: dict[str, Example]) -> None:
    assert not any("i byen" in one for one in made["Hvor lå sykehuset?"].wrong)


def test_a_year_is_exchanged_for_one_that_the_text_does_not_hold(made: dict[str, Example]) -> None:
    (near,) = made["Hva skjedde med sykehuset i 1987?"].twins
    year = near.removeprefix("Hva skjedde med sykehuset i ").removesuffix("?")
    assert year.isdigit() and year not in TEXT


def test_a_name_is_exchanged_for_one_of_another_text(made: dict[str, Example]) -> None:
    twins = made["Hva tegnet arkitekten Kari Nordmann?"].twins
    assert twins in ((), ("Hva tegnet arkitekten Ola Hansen?",))


def test_without_a_year_or_name_there_is_no_near_miss(made: dict[str, Example]) -> None:
    assert made["Hvor ligger byen?"].twins == ()


def test_the_same_seed_makes_the_same(file: Path) -> None:
    assert read_norquad(file, 3) == read_norquad(file, 3)
