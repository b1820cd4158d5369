"""The lexical side of the index."""

from pathlib import Path

import pytest

from assistant.index.lexical import ANALYSES, Lexical, build_lexical
from assistant.language.words import letter_terms

TEXTS = {
    "a": "Kommunene bosetter flyktninger i egne boliger.",
    "b": "Fastlegene bestiller tolk til konsultasjonen.",
    "c": "Kommunane busette 3 000 flyktningar i fjor.",
}


@pytest.fixture(scope="module")
def lexical(tmp_path_factory: pytest.TempPathFactory) -> Lexical:
    """An index of three texts, read back from its files."""
    folder = tmp_path_factory.mktemp("lexical")
    build_lexical(list(TEXTS), list(TEXTS.values()), folder)
    return Lexical(folder)


def found(lexical: Lexical, analysis: str, question: str, k: int = 3) -> list[str]:
    return [id_ for id_, _ in lexical.search(analysis, question, k)]


@pytest.mark.parametrize("analysis", ANALYSES)
@pytest.mark.parametrize(
    ("question", "best"),
    [("Hvem bestiller tolk?", "b"), ("bosatte flyktninger i bolig", "a"), ("3.000", "c")],
)
def test_the_passage_that_shares_most_comes_first(lexical: Lexical, analysis: str, question: str, best: str) -> None:
    assert found(lexical, analysis, question)[0] == best


@pytest.mark.parametrize("question", ["fastlege", "tolkk hos fastlgen"])
def test_letters_find_parts_of_words_and_words_with_errors(lexical: Lexical, question: str) -> None:
    assert found(lexical, "letters", question)[0] == "b"


@pytest.mark.parametrize("analysis", ANALYSES)
def test_scores_fall(lexical: Lexical, analysis: str) -> None:
    scores = [score for _, score in lexical.search(analysis, "flyktninger kommunene tolk", 3)]
    assert scores == sorted(scores, reverse=True) and scores[-1] > 0


@pytest.mark.parametrize("analysis", ANALYSES)
def test_a_passage_that_shares_nothing_is_not_found(lexical: Lexical, analysis: str) -> None:
    assert "b" not in found(lexical, analysis, "flyktninger")


@pytest.mark.parametrize("analysis", ANALYSES)
@pytest.mark.parametrize("question", ["", "hva er det", "xyzzyqq", "?!", "\x00"])
def test_a_question_without_known_words_finds_nothing(lexical: Lexical, analysis: str, question: str) -> None:
    assert found(lexical, analysis, question) == []


def test_no_more_are_found_than_asked_for(lexical: Lexical) -> None:
    assert len(found(lexical, "letters", "flyktninger kommunene tolk", 1)) == 1


def test_more_may_be_asked_for_than_there_are(lexical: Lexical) -> None:
    assert len(found(lexical, "letters", "flyktninger kommunene tolk", 100)) == 3


def test_a_rarer_term_weighs_more(lexical: Lexical) -> None:
    rare, common = letter_terms("tolk")[0], letter_terms("flyktning")[0]
    weights = lexical.weights("letters", [rare, common])
    assert weights[rare] > weights[common]


def test_an_unknown_term_weighs_most(lexical: Lexical) -> None:
    weights = lexical.weights("letters", ["_tolk", "_xyzz"])
    assert weights["_xyzz"] >= weights["_tolk"]


@pytest.mark.parametrize(
    "texts", [[], ["og i på"], ["123", "?!"], ["", ""]], ids=["none", "stop words", "few", "empty"]
)
@pytest.mark.parametrize("analysis", ANALYSES)
def test_texts_without_terms_are_an_index_too(tmp_path: Path, analysis: str, texts: list[str]) -> None:
    build_lexical([str(number) for number in range(len(texts))], texts, tmp_path)
    assert Lexical(tmp_path).search(analysis, "tolk og i på", 3) == []
