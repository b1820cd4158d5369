"""Nouns told from other words."""

import pytest

from assistant.examples.themes import Nouns


def read(*passages: str) -> Nouns:
    nouns = Nouns()
    for one in passages:
        nouns.read(one)
    return nouns


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("tolk", "En tolk kom. Tolken kom."),
        ("tolker", "Bruk en tolk. To tolker kom. Tolken kom."),
        ("kommuner", "En kommune og alle kommuner. Kommunen svarte."),
        ("program", "Et program. Programmet varer."),
    ],
)
def test_what_stands_bare_and_in_definite_form_is_a_noun(word: str, said: str) -> None:
    assert read(said).holds(word)


@pytest.mark.parametrize("word", ["bosatt", "offentlig", "raskere", "deltar"])
def test_participles_adjectives_and_verbs_are_none(word: str) -> None:
    said = "De er bosatt. Bosatte flyktninger deltar. Offentlig sektor, offentlige etater. De lærer raskere."
    assert not read(said).holds(word)


def test_what_mostly_stands_before_a_preposition_leads_on() -> None:
    nouns = read("Erfaringer med tolk. Erfaringer fra byen. Tolken kom.")
    assert nouns.lead_on("erfaring")
    assert not nouns.lead_on("tolk")
