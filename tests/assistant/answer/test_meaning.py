"""Statements compared with the question in meaning."""

from typing import cast

import numpy as np

from assistant.answer.meaning import by_meaning
from assistant.answer.scores import Scored
from assistant.answer.units import units_of
from assistant.embedding import Embedder, Vectors
from assistant.models import Hit, Passage
from assistant.settings import AnswerSettings

SETTINGS = AnswerSettings(weight_meaning=10, compared=2)


class Knows:
    """A model to which texts with "svar" are what is asked for; it remembers what it was given."""

    def __init__(self) -> None:
        self.given: list[str] = []

    def embed_query(self, question: str) -> Vectors:
        return np.array([1, 0], np.float32)

    def embed_passages(self, texts: list[str]) -> Vectors:
        self.given += texts
        return np.array([[0.9, 0] if "svar" in text else [0.7, 0] for text in texts], np.float32)


def statements(*said: str) -> list[Scored]:
    """These statements, each from a study of its own, scored 3, 2, 1 …"""
    path = ("Tolking i helsetjenesten", "Hovedfunn")
    hits = [Hit(Passage(f"r{i}:0", f"r{i}", "Rapport", text, path=path), 1.0) for i, text in enumerate(said)]
    return [Scored(unit, float(len(said) - i), unit.text) for i, unit in enumerate(units_of(hits))]


def test_what_is_nearer_gains() -> None:
    found = statements("Kommunen har mange planer.", "Dette er et svar på det.", "Helt andre ord står her.")
    scores = [one.score for one in by_meaning("Hva?", found, cast(Embedder, Knows()), SETTINGS)]
    np.testing.assert_allclose(scores, [3, 4, 1], atol=1e-5)


def test_only_the_best_are_embedded_each_with_its_study() -> None:
    model = Knows()
    found = statements("Kommunen har planer.", "Kommunen har tolker.", "Kommunen har leger.")
    by_meaning("Hva?", found, cast(Embedder, model), SETTINGS)
    assert model.given == [
        "Tolking i helsetjenesten: Kommunen har planer.",
        "Tolking i helsetjenesten: Kommunen har tolker.",
    ]


def test_of_a_long_statement_the_beginning_is_read() -> None:
    model = Knows()
    by_meaning("Hva?", statements("Kommunen har " + "mange " * 100 + "planer."), cast(Embedder, model), SETTINGS)
    assert len(model.given[0]) < 240


def test_without_statements_or_weight_nothing_is_embedded() -> None:
    model = Knows()
    by_meaning("Hva?", [], cast(Embedder, model), SETTINGS)
    found = statements("Kommunen har mange planer.")
    assert by_meaning("Hva?", found, cast(Embedder, model), AnswerSettings(weight_meaning=0)) == found
    assert not model.given
