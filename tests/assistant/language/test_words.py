"""Norwegian text as search terms."""

import pytest

from assistant.language.words import STOP, fold, letter_terms, numbers, stem, words


@pytest.mark.parametrize("written", ["3.000", "3 000", "3\u00a0000", "3\u202f000", "3000"])
def test_a_number_is_the_same_however_it_is_grouped(written: str) -> None:
    assert words(f"om lag {written} kroner") == ["om", "lag", "3000", "kroner"]


def test_millions_are_joined_too() -> None:
    assert words("1.250.000") == ["1250000"]


@pytest.mark.parametrize("written", ["2016 300 personer", "i 2016. 300 personer"])
def test_a_year_and_a_number_stay_apart(written: str) -> None:
    assert {"2016", "300"} <= set(words(written))


def test_a_decimal_comma_stays_in_its_number() -> None:
    assert words("95,2 prosent") == ["95,2", "prosent"]


@pytest.mark.parametrize("hyphen", ["-", "\u2010", "\u2011", "\u2013", "\u2014"])
def test_every_hyphen_is_the_same(hyphen: str) -> None:
    assert fold(f"6{hyphen}8 år") == "6-8 år"


def test_the_numbers_of_a_text_are_those_in_figures_each_in_one_way() -> None:
    assert numbers("I 2016 fikk tre av 3 000 (2.5 prosent) hjelp, mot 2,5 prosent i 2015.") == {
        "2016",
        "3000",
        "2,5",
        "2015",
    }


def test_a_range_is_its_two_numbers() -> None:
    assert words("6–8") == ["6", "8"]


def test_a_soft_hyphen_is_left_out() -> None:
    assert words("inte\u00adgrering") == ["integrering"]


def test_norwegian_letters_stay() -> None:
    assert words("Årsrapport, ÆRLIG og Ørje") == ["årsrapport", "ærlig", "og", "ørje"]


def test_letters_put_together_from_two_characters_are_one() -> None:
    assert words("A\u030arsrapport") == words("Årsrapport")


ENDINGS = [
    ("kommunene", "kommunane"),
    ("flyktninger", "flyktningar"),
    ("deltakerne", "deltakarane"),
    ("rapportene", "rapportane"),
]


@pytest.mark.parametrize(("nb", "nn"), ENDINGS)
def test_an_ending_in_the_other_written_form_leaves_most_terms_the_same(nb: str, nn: str) -> None:
    assert len(set(letter_terms(nb)) & set(letter_terms(nn))) >= 3


@pytest.mark.parametrize(("nb", "nn"), [("kommunene", "kommunane"), ("flyktninger", "flyktningar")])
def test_the_stem_is_the_same_in_both_written_forms(nb: str, nn: str) -> None:
    assert stem(nb) == stem(nn)


@pytest.mark.parametrize("compound", ["norskopplæring", "norskopplæringen", "arbeidsnorskopplæring"])
def test_compounds_share_terms_with_their_parts(compound: str) -> None:
    assert set(letter_terms("opplæring")) & set(letter_terms(compound))


def test_a_typo_leaves_most_terms_as_they_were() -> None:
    assert len(set(letter_terms("introduksjonsprogram")) & set(letter_terms("introduksjonsporgram"))) >= 8


def test_function_words_are_no_terms() -> None:
    assert letter_terms("hva er det som ikke") == []


@pytest.mark.parametrize("word", ["kommune", "bør", "funn", "2016"])
def test_content_words_are_no_function_words(word: str) -> None:
    assert word not in STOP


@pytest.mark.parametrize("text", ["", "   ", "?!…", "\u00ad"])
def test_a_text_without_words_has_no_terms(text: str) -> None:
    assert letter_terms(text) == []
