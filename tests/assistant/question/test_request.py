"""What was typed is told apart by what it asks for."""

import numpy as np
import pytest

from assistant.embedding import Embedder
from assistant.models import Request
from assistant.question.request import Recogniser, load_recogniser, recognise
from tests.making.fakes import FakeEmbedder


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
        ("alle anbefalinger om skole", Request.LIST),
        ("sammenlign bosettingen i 2016 og 2023", Request.COMPARISON),
    ],
)
def test_each_is_taken_for_what_it_is(embedder: Embedder, text: str, request_: Request) -> None:
    found, chance = recognise(load_recogniser(embedder), embedder, text)
    assert found is request_ and 0 < chance <= 1


def test_what_asks_for_more_by_itself_does_so_after_other_turns_too(embedder: Embedder) -> None:
    before = ["gi meg en oversikt over studier om tolk"]
    found = recognise(load_recogniser(embedder), embedder, "Sammenlign bosettingen i 2016 og 2023", before)
    assert found[0] is Request.COMPARISON


@pytest.mark.parametrize("typed", ["takk", "supert", "hjertelig takk", "ok, fine"])
def test_a_friendly_word_after_an_answer_asks_nothing_of_it(embedder: Embedder, typed: str) -> None:
    assert recognise(load_recogniser(embedder), embedder, typed, ["Hva fant de om tolk?"])[0] is Request.CONVERSATION


@pytest.mark.parametrize("typed", ["kvalifisering", "mangfoldsplan", "hva med ettervern?"])
def test_a_theme_after_an_answer_is_asked_of_the_reports(embedder: Embedder, typed: str) -> None:
    assert recognise(load_recogniser(embedder), embedder, typed, ["Hva fant de om tolk?"])[0] is Request.QUESTION


def test_what_is_said_of_an_answer_needs_one(embedder: Embedder) -> None:
    recogniser = load_recogniser(embedder)
    assert recognise(recogniser, embedder, "kortere", ["Hva fant de om tolk?"])[0] is Request.ABOUT_ANSWER
    assert recognise(recogniser, embedder, "kortere")[0] is not Request.ABOUT_ANSWER


def test_without_a_recogniser_all_are_questions(embedder: Embedder) -> None:
    assert recognise(None, embedder, "hei") == (Request.QUESTION, 1.0)


def test_another_model_than_the_one_it_was_trained_for_has_none() -> None:
    assert load_recogniser(FakeEmbedder()) is None  # type: ignore[arg-type]


def test_what_is_unsure_is_a_question(embedder: Embedder) -> None:
    weights = Recogniser.load()
    sure = Recogniser(weights.weights, weights.mean, weights.scale, 1.1)
    assert sure.recognise("hei", (), np.asarray(embedder.embed_query("hei")))[0] is Request.QUESTION
