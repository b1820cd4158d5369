"""How much of a theme a text says."""

from pathlib import Path

import pytest

from assistant.index.lexical import Lexical, build_lexical
from assistant.overview.wording import MENTIONED, ThemeWords

TEXTS = ["Tolkene bruker skjermtolk", "Kommunens utgifter til tolk", "Samarbeid om utgifter og tilskudd", "Boligen"]


@pytest.fixture
def lexical(tmp_path_factory: pytest.TempPathFactory) -> Lexical:
    folder = tmp_path_factory.mktemp("lexical")
    build_lexical([f"a:{i}" for i in range(len(TEXTS))], TEXTS, folder)
    return Lexical(folder)


def share(lexical: Lexical, theme: str, text: str) -> float:
    wording = ThemeWords(theme, "nb", lexical)
    return wording.share(wording.held(text))


@pytest.mark.parametrize("text", ["tolkene", "Tolkeregisteret", "en skjermtolk"])
def test_inflections_and_compounds_say_it(lexical: Lexical, text: str) -> None:
    assert share(lexical, "skjermtolk" if "skjerm" in text else "tolk", text) >= MENTIONED


def test_samarbeid_is_not_arbeid(lexical: Lexical) -> None:
    assert share(lexical, "arbeid", "et godt samarbeid") == 0


def test_one_of_several_parts_is_enough(lexical: Lexical) -> None:
    assert share(lexical, "økonomi, utgifter og tilskudd", "kommunens utgifter") == 1


def test_a_part_that_many_passages_say_is_left_to_the_others(tmp_path: Path) -> None:
    texts = ["innvandrere i arbeid"] * 600 + ["holdninger til innvandring", "skepsis"]
    build_lexical([f"a:{i}" for i in range(len(texts))], texts, tmp_path)
    lexical = Lexical(tmp_path)
    assert share(lexical, "holdninger til innvandring og innvandrere", "innvandrere i arbeid") < MENTIONED
    assert share(lexical, "innvandrere", "innvandrere i arbeid") == 1


def test_a_part_needs_most_of_its_words(lexical: Lexical) -> None:
    assert share(lexical, "utgifter til tolk", "utgifter til bolig") < MENTIONED


def test_other_words_for_it_say_it(lexical: Lexical) -> None:
    assert share(lexical, "kvoteflyktning", "overføringsflyktninger") == 1


def test_a_text_is_filled_by_the_theme_as_far_as_its_words_go(lexical: Lexical) -> None:
    wording = ThemeWords("tolk", "nb", lexical)
    assert wording.fill("tolk") > wording.fill("utgifter til tolk i boligen") > 0
