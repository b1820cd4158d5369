"""Examples from made questions over a made document: places in its file become statements."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from evals.errors import QuestionSetError
from evals.training import reports
from evals.training.reports import QUESTIONS, Asked, Text, at, examples, nearest, read_asked, read_texts

DOCUMENT = "tolk-2021"
TEXT = """\
# Tolking 2021

## Funn

Fastlegene bestiller tolk i 6–8 av ti konsultasjoner. Barn brukes fortsatt
som tolk ved hvert tredje kontor. Ventetiden på skjermtolk er to uker.

## Tilrådinger

- Fastlegene bør få opplæring i å bruke skjermtolk.
- Helseforetakene bør samle all bestilling ett sted.
"""
CHILDREN = "Barn brukes fortsatt\nsom tolk ved hvert tredje kontor."
ADVICE = "Fastlegene bør få opplæring i å bruke skjermtolk."


def place(words: str) -> list[int]:
    return [TEXT.index(words), TEXT.index(words) + len(words)]


LINE = {
    "id": "t1",
    "document": DOCUMENT,
    "question": "Hvor ofte er barn tolk?",
    "lang": "nb",
    "type": "fact",
    "answers": [place(CHILDREN)],
    "also": [place("Fastlegene bestiller tolk i 6–8 av ti konsultasjoner.")],
    "near": [{"question": "Hvor ofte er barn tolk i retten?", "lang": "nb", "kind": "place"}],
}
FOLLOW_UP = {
    "id": "t2",
    "document": DOCUMENT,
    "question": "Og legene?",
    "whole": "Hva bør legene lære?",
    "lang": "nb",
    "type": "followup",
    "answers": [place(ADVICE)],
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the document and its questions, in the project's own one's place."""
    (tmp_path / f"{DOCUMENT}.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "train.jsonl").write_text(f"{json.dumps(LINE)}\n{json.dumps(FOLLOW_UP)}\n", encoding="utf-8")
    known = {DOCUMENT: {"sha256": hashlib.sha256(TEXT.encode()).hexdigest()}}
    (tmp_path / "documents.json").write_text(json.dumps(known), encoding="utf-8")
    monkeypatch.setattr(reports, "QUESTIONS", tmp_path)
    return tmp_path


@pytest.fixture
def asked(folder: Path) -> list[Asked]:
    return read_asked("train", folder)


@pytest.fixture
def text(folder: Path) -> Text:
    return read_texts([DOCUMENT], folder)[DOCUMENT]


def held(text: Text, words: str) -> list[str]:
    """The statements at the place where these words stand."""
    start, end = place(words)
    return [text.statements[i][0].text[slice(span.start, span.end)] for i in at(text, (start, end))
            for span in [text.statements[i][1]]]  # fmt: skip


def test_a_question_is_read_with_its_places_and_near_misses(asked: list[Asked]) -> None:
    one = asked[0]
    assert (one.answers, one.near, one.kinds) == ((tuple(place(CHILDREN)),), (LINE["near"][0]["question"],), ("place",))


def test_a_follow_up_is_read_whole(asked: list[Asked]) -> None:
    assert asked[1].text == "Hva bør legene lære?"


def test_every_statement_stands_where_it_says_in_the_file(text: Text) -> None:
    for (passage, span), (start, end) in zip(text.statements, text.places, strict=True):
        said, there = passage.text[span.start : span.end], TEXT[start:end]
        assert [c for c in there if c.isalnum()] == [c for c in said if c.isalnum()]


def test_a_place_holds_its_statement_over_a_line_break(text: Text) -> None:
    assert held(text, CHILDREN) == ["Barn brukes fortsatt som tolk ved hvert tredje kontor."]


def test_a_place_of_a_few_words_is_in_the_statement_that_holds_them(text: Text) -> None:
    assert held(text, "to uker") == ["Ventetiden på skjermtolk er to uker."]


def test_a_place_of_several_statements_holds_them_all(text: Text) -> None:
    assert len(held(text, TEXT[TEXT.index("Barn brukes") : TEXT.index(" er to uker")])) == 2


def test_a_place_in_a_heading_holds_none(text: Text) -> None:
    assert held(text, "Tilrådinger") == []


@pytest.fixture
def change(folder: Path) -> Callable[[str | None], None]:
    """Replaces the document, or takes it away."""
    path = folder / f"{DOCUMENT}.txt"
    return lambda words: path.unlink() if words is None else path.write_text(words, encoding="utf-8") and None


@pytest.mark.parametrize("words", [None, TEXT + "\nMer."], ids=["gone", "another"])
def test_another_text_than_the_places_are_of_is_refused(
    folder: Path, change: Callable[[str | None], None], words: str | None
) -> None:
    change(words)
    with pytest.raises(QuestionSetError, match=DOCUMENT):
        read_texts([DOCUMENT], folder)


def test_a_question_has_its_answers_and_its_near_misses_are_its_twins(asked: list[Asked], text: Text) -> None:
    one = next(examples(asked, {DOCUMENT: text}))
    assert [said.split(": ", 1)[1] for said in one.right] == ["Barn brukes fortsatt som tolk ved hvert tredje kontor."]
    assert one.twins == ("Hvor ofte er barn tolk i retten?",)


def test_what_a_reader_would_accept_beside_the_answer_is_neither_right_nor_wrong(
    asked: list[Asked], text: Text
) -> None:
    one = next(examples(asked, {DOCUMENT: text}))
    assert not any("konsultasjoner" in said for said in (*one.right, *one.wrong))


def test_all_else_is_wrong(asked: list[Asked], text: Text) -> None:
    one = next(examples(asked, {DOCUMENT: text}))
    assert len(one.wrong) == len(text.statements) - 2


def test_nothing_answers_a_near_miss_the_answer_of_its_question_least_of_all(asked: list[Asked], text: Text) -> None:
    question, near, *_ = examples(asked, {DOCUMENT: text})
    assert (near.right, near.twins) == ((), (question.question,))
    assert near.wrong[0] == question.right[0]
    assert len(near.wrong) == len(text.statements)


def test_a_question_whose_places_hold_no_statement_is_left_out(asked: list[Asked], text: Text) -> None:
    nowhere = [one for one in asked if one.id == "none"]
    heading = Asked("t3", DOCUMENT, "Hva?", "nb", "fact", (tuple(place("Tilrådinger")),), (), (), ())
    assert list(examples([*nowhere, heading], {DOCUMENT: text})) == []


def test_the_nearest_share_most_letters_with_the_question() -> None:
    assert nearest("Bruk av skjermtolk", ["Boliger er dyre.", "Skjermtolken brukes.", "Tolk."]) == [1, 2, 0]


PARTS = ("train", "imdi", "calibrate", "judge")


@pytest.mark.parametrize("part", PARTS)
def test_every_document_of_the_projects_questions_has_its_hash(part: str) -> None:
    known = json.loads((QUESTIONS / "documents.json").read_text(encoding="utf-8"))
    assert {one.document for one in read_asked(part, QUESTIONS)} <= set(known)


def test_no_document_is_in_two_parts() -> None:
    parts = [{one.document for one in read_asked(part, QUESTIONS)} for part in PARTS]
    assert sum(map(len, parts)) == len(set.union(*parts))


def test_every_question_of_the_project_has_a_place_and_an_id_of_its_own() -> None:
    every = [one for part in PARTS for one in read_asked(part, QUESTIONS)]
    assert len({one.id for one in every}) == len(every)
    assert all(one.answers and all(start < end for start, end in one.answers) for one in every)
