"""A backup is put back whole, here or on another machine, or everything stays as it was."""

import errno
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.api import Assistant
from assistant.backup import check_restore, make_backup, making, restore_backup, restoring
from assistant.errors import BackupError, IndexBusy
from assistant.index.holding import only_writer
from assistant.index.manifest import live_version
from assistant.settings import Settings
from assistant.store.conversations import Conversations
from assistant.store.file.database import SCHEMA
from assistant.store.forgetting import forget
from tests.assistant.backup.conftest import KARI
from tests.assistant.store.making import talk
from tests.making.indexing import documents, passages, run

Files = Callable[[Settings], dict[str, bytes]]


@pytest.fixture
def backup(here: Settings, tmp_path: Path) -> Path:
    return make_backup(here, tmp_path / "b.tar.gz")[0]


def talks(settings: Settings) -> list[str]:
    return sorted(one.id for one in Conversations(settings.conversations).listed(KARI))


def test_another_machine_has_all_of_it(here: Settings, there: Settings, backup: Path, files: Files) -> None:
    done = restore_backup(there, backup)
    assert files(there) == files(here)
    assert passages(there) == passages(here)
    assert talks(there) == ["c1"] and done.aside is None
    assert there.conversations.file.stat().st_mode & 0o077 == 0


def test_nothing_is_new_to_an_ingestion_there(there: Settings, backup: Path) -> None:
    restore_backup(there, backup)
    result = run(there, there.corpus_dir, there.uploads.dir)
    assert result.embedded == 0 and result.removed == () and {row.state for row in result.rows} == {"unchanged"}


def test_what_it_takes_the_place_of_is_kept_aside(here: Settings, backup: Path) -> None:
    here.catalogue.write_text("# min egen\n", encoding="utf-8")
    Conversations(here.conversations).keep(KARI, talk("c2"))
    (here.corpus_dir / "nyere.md").write_text("# Nyere\n\nEn setning.\n", encoding="utf-8")
    done = restore_backup(here, backup)
    assert talks(here) == ["c1"] and here.catalogue.read_text() == "# ingen ennå\n"
    assert done.aside and (done.aside / "corpus/catalogue.toml").read_text() == "# min egen\n"
    with sqlite3.connect(done.aside / "store/conversations.sqlite") as old:
        assert old.execute("SELECT count(*) FROM conversations").fetchone() == (2,)
    assert (here.corpus_dir / "nyere.md").exists()


def test_an_app_that_runs_goes_on_with_what_is_restored(here: Settings, backup: Path) -> None:
    (here.corpus_dir / "nyere.md").write_text("# Nyere\n\nEn setning om brannvern.\n", encoding="utf-8")
    run(here)
    assistant = Assistant.open(here)
    assert "nyere" in assistant.manifest.reports
    restore_backup(here, backup)
    assistant.ask("Hvor mange prosent av kommunene tilbyr norskopplæring?")
    assert "nyere" not in assistant.manifest.reports


@pytest.mark.parametrize("step", ["make_live", "_put_store", "_put_index"])
def test_one_that_fails_half_way_changes_nothing(
    here: Settings, backup: Path, files: Files, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    here.catalogue.write_text("# min egen\n", encoding="utf-8")
    Conversations(here.conversations).keep(KARI, talk("c2"))
    before = files(here)

    def full(*args: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(restoring, step, full)
    with pytest.raises(BackupError, match="everything is as it was"):
        restore_backup(here, backup)
    after = {name: content for name, content in files(here).items() if "before-restore" not in name}
    assert after == before and talks(here) == ["c1", "c2"]
    assert documents(here)


def test_a_damaged_backup_changes_nothing(here: Settings, there: Settings, backup: Path, files: Files) -> None:
    backup.write_bytes(backup.read_bytes()[:-2000])
    with pytest.raises(BackupError, match="damaged"):
        restore_backup(there, backup)
    assert files(there) == {}


def test_a_newer_store_is_refused(
    here: Settings, there: Settings, tmp_path: Path, files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "version_of", lambda path: len(SCHEMA) + 1)
    path, _ = make_backup(here, tmp_path / "new.tar.gz")
    with pytest.raises(BackupError, match="which is newer"):
        check_restore(path)
    with pytest.raises(BackupError, match="which is newer"):
        restore_backup(there, path)
    assert files(there) == {}


def test_a_damaged_database_gives_way(here: Settings, backup: Path) -> None:
    here.conversations.file.write_bytes(b"no database" * 1000)
    done = restore_backup(here, backup)
    assert talks(here) == ["c1"]
    assert done.aside and (done.aside / "store/conversations.sqlite").read_bytes().startswith(b"no database")


def test_a_damaged_index_gives_way(here: Settings, backup: Path) -> None:
    version = live_version(here.index_dir)
    (here.index_dir / "versions" / version / "manifest.json").write_text("{")
    (here.index_dir / "live.json").write_text("{")
    restore_backup(here, backup)
    assert documents(here)


def test_who_was_forgotten_stays_forgotten(here: Settings, backup: Path) -> None:
    forget(here.conversations.file, KARI)
    assert restore_backup(here, backup).forgotten == 1
    assert talks(here) == []


def test_who_was_forgotten_before_is_on_record_there_too(here: Settings, there: Settings, tmp_path: Path) -> None:
    old, _ = make_backup(here, tmp_path / "old.tar.gz")
    forget(here.conversations.file, KARI)
    new, _ = make_backup(here, tmp_path / "new.tar.gz")
    restore_backup(there, new)
    assert restore_backup(there, old).forgotten == 1


def test_beside_an_ingestion_it_waits(here: Settings, backup: Path) -> None:
    with only_writer(here.index_dir), pytest.raises(IndexBusy):
        restore_backup(here, backup)
