"""An index whose vectors are on a real Chroma server: written, read by several at once, switched, cleared away."""

import re
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from assistant.api import Assistant
from assistant.errors import IndexUnreachable
from assistant.index.manifest import live_version, load_manifest
from assistant.index.vectors import collection_name, forget, open_client
from assistant.settings import Settings, load_settings
from tests.making.fakes import FakeEmbedder
from tests.making.indexing import documents, passages, run
from tests.making.reports import WORK, write_library
from tests.making.servers.chroma import chroma_server, free_port

Write = Callable[[str, str | bytes], Path]
QUESTION = "Hvor mange prosent av kommunene tilbyr norskopplæring på arbeidsplassen?"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """One server for all tests here, as several indexes may share one."""
    with chroma_server(tmp_path_factory.mktemp("chroma")) as url:
        yield url


@pytest.fixture
def settings(tmp_path: Path, server: str) -> Settings:
    """Settings of an index of the test's own, its vectors on the server."""
    return Settings(index_dir=tmp_path / "index", corpus_dir=tmp_path / "corpus", chroma_url=server)


@pytest.fixture
def indexed(settings: Settings, fake: FakeEmbedder) -> Settings:
    """The same with the three small reports in it."""
    write_library(settings.corpus_dir)
    run(settings)
    return settings


def elsewhere(settings: Settings, url: str) -> Settings:
    return settings.model_copy(update={"chroma_url": url})


def collections(settings: Settings) -> set[str]:
    """The names of all collections on the server."""
    with closing(open_client(Path(), settings.chroma_url)) as client:
        return {collection.name for collection in client.list_collections()}


def versions(settings: Settings) -> set[str]:
    return {path.name for path in (settings.index_dir / "versions").iterdir()}


def test_it_answers_as_an_index_in_a_folder_does(indexed: Settings, tmp_path: Path) -> None:
    here = Settings(index_dir=tmp_path / "here", corpus_dir=indexed.corpus_dir)
    run(here)
    there, local = (Assistant.open(settings).ask(QUESTION) for settings in (indexed, here))
    assert there.citations and there.citations == local.citations
    assert [hit.passage for hit in there.hits] == [hit.passage for hit in local.hits]


def test_the_vectors_are_on_the_server_alone(indexed: Settings) -> None:
    version = live_version(indexed.index_dir)
    assert collection_name(version) in collections(indexed)
    assert not (indexed.index_dir / "versions" / version / "chroma").exists()
    assert load_manifest(indexed.index_dir).on_server


def test_more_passages_than_the_server_takes_at_once(
    settings: Settings, fake: FakeEmbedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("chromadb.api.fastapi.FastAPI.get_max_batch_size", lambda self: 2)
    write_library(settings.corpus_dir)
    run(settings)
    assert len(passages(settings)) == load_manifest(settings.index_dir).passages > 4


def test_two_readers_see_one_edition_at_a_time_while_it_is_indexed_anew(indexed: Settings, write: Write) -> None:
    seen: list[list[str]] = [[], []]
    over = threading.Event()

    def read(assistant: Assistant, found: list[str]) -> None:
        while not over.is_set():
            hits = assistant.search("Hvilken utgave av rapporten er dette?")
            found.append("".join(sorted({n for hit in hits for n in re.findall(r"utgave (\d)", hit.passage.text)})))

    with ThreadPoolExecutor(2) as pool:
        readers = [pool.submit(read, Assistant.open(indexed), found) for found in seen]
        try:
            for edition in range(3):
                write("norsk-2019.md", f"{WORK}\n\n## Utgave\n\nDette er utgave {edition} av rapporten.\n")
                run(indexed)
                asked = [len(found) for found in seen]
                while any(len(found) < before + 2 for found, before in zip(seen, asked, strict=True)):
                    assert not any(reader.done() for reader in readers), [reader.result() for reader in readers]
                    time.sleep(0.01)
        finally:
            over.set()
        for reader in readers:
            reader.result()
    # Each reader goes on to every edition, and never sees two at once.
    for found in seen:
        assert [edition for edition in dict.fromkeys(found) if edition] == ["0", "1", "2"]


def test_collections_of_old_versions_are_deleted(indexed: Settings, write: Write) -> None:
    others = collections(indexed) - {collection_name(version) for version in versions(indexed)}
    for number in range(3):
        write("norsk-2019.md", f"{WORK}\nUtgave {number}.\n")
        run(indexed)
    assert len(versions(indexed)) == 2
    assert collections(indexed) - others == {collection_name(version) for version in versions(indexed)}


def test_what_a_failed_run_wrote_is_deleted(indexed: Settings, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    before = collections(indexed)

    def fails(*_: object) -> None:
        raise RuntimeError("no")

    monkeypatch.setattr("ingest.versions.write.build_lexical", fails)
    write("ny.md", WORK)
    with pytest.raises(RuntimeError):
        run(indexed)
    assert collections(indexed) == before


def test_without_its_server_an_index_says_what_to_set(indexed: Settings) -> None:
    with pytest.raises(IndexUnreachable, match="Set CHROMA_URL"):
        Assistant.open(elsewhere(indexed, ""))


def test_without_its_server_nothing_is_written(indexed: Settings) -> None:
    before = live_version(indexed.index_dir)
    with pytest.raises(IndexUnreachable, match="Set CHROMA_URL"):
        run(elsewhere(indexed, ""))
    assert live_version(indexed.index_dir) == before


def test_an_index_in_a_folder_says_so_where_a_server_is_set(quick: Settings, server: str) -> None:
    with pytest.raises(IndexUnreachable, match="Unset CHROMA_URL"):
        Assistant.open(elsewhere(quick, server))


def test_it_moves_to_the_folder_with_a_rebuild(indexed: Settings, fake: FakeEmbedder) -> None:
    asked = len(fake.asked)
    here = elsewhere(indexed, "")
    run(here, rebuild=True)
    assert len(fake.asked) == asked  # nothing is embedded again
    assert Assistant.open(here).ask(QUESTION).citations


def test_a_server_that_holds_something_else_is_told(indexed: Settings) -> None:
    forget(live_version(indexed.index_dir), indexed.chroma_url)
    with pytest.raises(IndexUnreachable, match="does not hold this index"):
        Assistant.open(indexed)


def test_a_server_that_is_away_is_told_when_the_index_is_opened(indexed: Settings) -> None:
    url = f"http://127.0.0.1:{free_port()}"
    with pytest.raises(IndexUnreachable, match=rf"{url} does not answer.*chroma run"):
        Assistant.open(elsewhere(indexed, url))


def test_a_server_that_goes_away_is_told_and_a_restarted_one_answers_again(
    settings: Settings, fake: FakeEmbedder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_library(settings.corpus_dir)
    with chroma_server(tmp_path / "own") as url:
        run(elsewhere(settings, url))
        assistant = Assistant.open(elsewhere(settings, url))
        assert assistant.ask(QUESTION).citations
    with pytest.raises(IndexUnreachable, match="does not answer"):
        assistant.ask(QUESTION)
    monkeypatch.setattr("tests.making.servers.chroma.free_port", lambda: int(url.rpartition(":")[2]))
    with chroma_server(tmp_path / "own"):
        assert assistant.ask(QUESTION).citations


def test_a_server_that_is_away_leaves_the_index_as_it_was(indexed: Settings, write: Write) -> None:
    before = documents(indexed)
    write("ny.md", WORK)
    with pytest.raises(IndexUnreachable, match="does not answer"):
        run(elsewhere(indexed, f"http://127.0.0.1:{free_port()}"))
    assert documents(indexed) == before
    assert len(versions(indexed)) == 1


@pytest.mark.parametrize("name", ["CHROMA_URL", "ASSISTANT_CHROMA_URL"])
def test_the_server_is_set_in_the_environment(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, "http://chroma:8000")
    assert load_settings().chroma_url == "http://chroma:8000"
