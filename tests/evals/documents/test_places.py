"""Evidence told by its place: found again where the text is at hand, refused where it is another."""

import json
from pathlib import Path

import pytest

from evals.documents.folding import squeeze
from evals.documents.places import hash_of, place_of, quote_at
from evals.documents.source import document
from evals.errors import QuestionSetError
from evals.questions.goldset import read_questions

TEXT = "Innledning.\n\nAv 314 kom-\nmuner <b>svarte</b>\n37,5 prosent.\tJa\nSlutt."
DOCUMENTS = {"norsk-2019": document("norsk-2019", [TEXT])}
QUOTE = "314 kommuner svarte 37,5 prosent"


def line(at: tuple[int, int], digest: str, name: str = "norsk-2019") -> str:
    evidence = [{"doc": name, "at": at, "hash": digest}]
    return json.dumps({"id": "a", "question": "Hva?", "lang": "nb", "type": "fact", "evidence": evidence})


def test_a_quote_is_found_by_its_letters_and_read_back() -> None:
    start, end = place_of(QUOTE, TEXT)
    told = quote_at("norsk-2019", start, end, hash_of(TEXT[start:end]), DOCUMENTS)
    assert (TEXT[start:end][:3], squeeze(told)) == ("314", squeeze(QUOTE))


def test_line_ends_are_folded_and_columns_kept() -> None:
    start, end = TEXT.index("</b>") + 4, TEXT.index("\nSlutt")
    assert quote_at("norsk-2019", start, end, hash_of(TEXT[start:end]), DOCUMENTS) == "37,5 prosent.\tJa"


def test_what_does_not_stand_there_has_no_place() -> None:
    with pytest.raises(LookupError, match="does not stand"):
        place_of("noe annet", TEXT)


def test_a_set_of_places_is_read_with_the_texts_and_asked_without(tmp_path: Path) -> None:
    path = tmp_path / "set.jsonl"
    path.write_text(line((0, 10), hash_of(TEXT[:10])), encoding="utf-8")
    assert [one.evidence[0].quote for one in read_questions(path, DOCUMENTS)] == ["Innledning"]
    assert [(one.text, one.evidence[0].quote) for one in read_questions(path)] == [("Hva?", "")]


@pytest.mark.parametrize(
    ("written", "said"),
    [(line((0, 10), "0" * 12), "what was meant"), (line((0, 10), hash_of(TEXT[:10]), "borte"), "borte is not at hand")],
)
def test_a_place_in_another_text_is_an_error(tmp_path: Path, written: str, said: str) -> None:
    path = tmp_path / "set.jsonl"
    path.write_text(written, encoding="utf-8")
    with pytest.raises(QuestionSetError, match=f"line 1: .*{said}"):
        read_questions(path, DOCUMENTS)


@pytest.mark.reports
@pytest.mark.parametrize("name", ["reports", "held_out_reports"])
def test_every_place_of_our_own_sets_is_found(name: str, reports: Path) -> None:
    from evals.documents.reading import load_documents
    from evals.shell.common import OWN_SET

    questions = read_questions(OWN_SET.with_name(f"{name}.jsonl"), load_documents(reports / "text"))
    assert all(evidence.quote for one in questions for evidence in one.evidence)
