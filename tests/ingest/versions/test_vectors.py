"""Vectors kept by content."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from ingest.versions.vectors import VectorCache
from tests.making.fakes import FakeEmbedder

TEXTS = ["en", "to", "tre"]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the cache lives."""
    return tmp_path / "embeddings.sqlite"


@pytest.fixture
def cache(path: Path) -> Iterator[VectorCache]:
    """An empty cache."""
    cache = VectorCache(path)
    yield cache
    cache.close()


def embed(cache: VectorCache, model: FakeEmbedder, texts: list[str], batch: int = 32) -> tuple[np.ndarray, int]:
    return cache.embed(model, texts, lambda count: None, batch)


def test_vectors_are_the_models_own_in_the_order_of_the_texts(cache: VectorCache) -> None:
    vectors, _ = embed(cache, FakeEmbedder(), TEXTS)
    np.testing.assert_array_equal(vectors, FakeEmbedder().embed_passages(TEXTS))


def test_what_is_known_is_not_embedded_again(cache: VectorCache) -> None:
    embed(cache, FakeEmbedder(), TEXTS)
    model = FakeEmbedder()
    _, computed = embed(cache, model, [*TEXTS, "fire"])
    assert (computed, model.asked) == (1, ["fire"])


def test_kept_vectors_are_the_same_vectors(cache: VectorCache) -> None:
    first, _ = embed(cache, FakeEmbedder(), TEXTS)
    second, _ = embed(cache, FakeEmbedder(), TEXTS)
    np.testing.assert_array_equal(first, second)


def test_they_are_kept_after_closing(path: Path) -> None:
    cache = VectorCache(path)
    embed(cache, FakeEmbedder(), TEXTS)
    cache.close()
    again = VectorCache(path)
    assert embed(again, FakeEmbedder(), TEXTS)[1] == 0
    again.close()


def test_a_text_that_comes_twice_is_embedded_once(cache: VectorCache) -> None:
    vectors, computed = embed(cache, FakeEmbedder(), ["en", "en"])
    assert (computed, len(vectors)) == (1, 2)


def test_another_model_has_vectors_of_its_own(cache: VectorCache) -> None:
    embed(cache, FakeEmbedder("one"), TEXTS)
    assert embed(cache, FakeEmbedder("two"), TEXTS)[1] == len(TEXTS)


def test_each_batch_is_kept_as_it_is_done(cache: VectorCache) -> None:
    class Fails(FakeEmbedder):
        def embed_passages(self, texts: list[str]) -> np.ndarray:
            if self.asked:
                raise RuntimeError
            return super().embed_passages(texts)

    with pytest.raises(RuntimeError):
        embed(cache, Fails(), TEXTS, batch=2)
    assert embed(cache, FakeEmbedder(), TEXTS)[1] == 1


def test_progress_adds_up_to_the_number_of_texts(cache: VectorCache) -> None:
    embed(cache, FakeEmbedder(), ["en"])
    told: list[int] = []
    cache.embed(FakeEmbedder(), [*TEXTS, "tre"], told.append, batch=1)
    assert sum(told) == len(TEXTS) + 1


def test_nothing_to_embed_is_no_vectors(cache: VectorCache) -> None:
    vectors, computed = embed(cache, FakeEmbedder(), [])
    assert (vectors.shape[0], computed) == (0, 0)
