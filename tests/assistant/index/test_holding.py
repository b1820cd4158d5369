"""One ingestion at a time."""

from pathlib import Path

import pytest

from assistant.errors import IndexBusy
from assistant.index.holding import only_writer
from assistant.settings import Settings
from ingest.api import ingest
from tests.making.fakes import FakeEmbedder


def test_a_second_writer_is_told_to_wait(tmp_path: Path) -> None:
    busy = pytest.raises(IndexBusy, match=f"Another ingestion is writing to {tmp_path}")
    with only_writer(tmp_path), busy, only_writer(tmp_path):
        pass


def test_a_writer_that_has_ended_lets_go(tmp_path: Path) -> None:
    with only_writer(tmp_path):
        pass
    with only_writer(tmp_path):
        pass


def test_a_writer_that_failed_lets_go(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), only_writer(tmp_path):
        raise ZeroDivisionError
    with only_writer(tmp_path):
        pass


def test_an_ingestion_beside_another_changes_nothing(settings: Settings, fake: FakeEmbedder) -> None:
    settings.index_dir.mkdir()
    with only_writer(settings.index_dir), pytest.raises(IndexBusy):
        ingest([settings.corpus_dir], settings.index_dir, settings)
    assert not (settings.index_dir / "live.json").exists()
