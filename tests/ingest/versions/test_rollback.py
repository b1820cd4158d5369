"""Back to the version before, where it is whole."""

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.errors import IndexBusy, IngestError
from assistant.index.holding import only_writer
from assistant.index.manifest import live_version, version_dir
from assistant.settings import Settings
from ingest.__main__ import main
from ingest.versions.rollback import rollback
from tests.making.fakes import FakeEmbedder
from tests.making.indexing import documents, passages, run
from tests.making.reports import HOUSING, WORK

Write = Callable[[str, str | bytes], Path]


@pytest.fixture
def two(settings: Settings, write: Write, fake: FakeEmbedder) -> tuple[str, str]:
    """The names of two versions, the second of which is live and has one report more."""
    versions = []
    for name, text in (("norsk-2019.md", WORK), ("bolig-2020.md", HOUSING)):
        write(name, text)
        run(settings)
        versions.append(live_version(settings.index_dir))
    return versions[0], versions[1]


def test_the_version_before_is_live_again(settings: Settings, two: tuple[str, str]) -> None:
    assert rollback(settings.index_dir).version == two[0]
    assert documents(settings) == ["norsk-2019"]
    assert passages(settings)


def test_it_can_be_taken_back(settings: Settings, two: tuple[str, str]) -> None:
    rollback(settings.index_dir)
    rollback(settings.index_dir, two[1])
    assert documents(settings) == ["bolig-2020", "norsk-2019"]


def test_there_may_be_none_to_go_back_to(settings: Settings, two: tuple[str, str]) -> None:
    rollback(settings.index_dir)
    with pytest.raises(IngestError, match=f"there are: {two[1]}"):
        rollback(settings.index_dir)
    with pytest.raises(IngestError, match="no such version"):
        rollback(settings.index_dir, "../..")


def test_a_damaged_one_does_not_become_live(settings: Settings, two: tuple[str, str]) -> None:
    victim = next((version_dir(settings.index_dir, two[0]) / "lexical").rglob("*.npy"))
    victim.write_bytes(victim.read_bytes()[:-1])
    with pytest.raises(IngestError, match=r"is damaged .* stays live"):
        rollback(settings.index_dir)
    assert live_version(settings.index_dir) == two[1]


def test_beside_an_ingestion_it_waits(settings: Settings, two: tuple[str, str]) -> None:
    with only_writer(settings.index_dir), pytest.raises(IndexBusy):
        rollback(settings.index_dir)


def test_an_ingestion_goes_on_from_there(settings: Settings, two: tuple[str, str]) -> None:
    rollback(settings.index_dir)
    assert run(settings).written
    assert documents(settings) == ["bolig-2020", "norsk-2019"]


def test_it_is_one_command(settings: Settings, two: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rollback", "--index", str(settings.index_dir)]) == 0
    assert f"Live is {two[0]} now" in capsys.readouterr().out
