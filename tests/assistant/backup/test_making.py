"""A backup is made while others write, of what is whole alone, and leaves no half of a file."""

import threading
from pathlib import Path

import pytest

from assistant.backup import check_backup, make_backup, making, prune_backups, restore_backup
from assistant.backup.archive import PARTS
from assistant.errors import BackupError, IndexDamaged
from assistant.index.manifest import live_version, load_manifest, version_dir
from assistant.index.sums import damage
from assistant.settings import Settings
from assistant.store.conversations import Conversations
from tests.assistant.backup.conftest import KARI
from tests.assistant.store.making import talk, turn
from tests.making.indexing import run


def test_it_holds_each_part_and_a_content_once(here: Settings, tmp_path: Path) -> None:
    path, contents = make_backup(here, tmp_path / "b.tar.gz")
    assert check_backup(path) == contents
    assert {item.part for item in contents.items} == set(PARTS)
    assert len(contents.sizes) < len(contents.items)  # a report and the index's copy of it are one content


def test_it_is_for_its_owner_alone(here: Settings, tmp_path: Path) -> None:
    path, _ = make_backup(here, tmp_path)
    assert path.parent == tmp_path and path.stat().st_mode & 0o077 == 0


def test_conversations_are_kept_meanwhile(
    here: Settings, there: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    conversations, ended = Conversations(here.conversations), threading.Event()

    def keep_on() -> None:
        number = 0
        while not ended.is_set():
            conversations.keep(KARI, talk(f"m{number % 20}", turn(f"t{number}"), turn(f"u{number}")))
            number += 1

    writer = threading.Thread(target=keep_on)
    writer.start()
    try:
        path, _ = make_backup(here, tmp_path / "b.tar.gz")
    finally:
        ended.set()
        writer.join()
    restore_backup(there, path)
    restored = Conversations(there.conversations)
    kept = [restored.opened(KARI, one.id) for one in restored.listed(KARI) if one.id != "c1"]
    assert all(one and len(one.turns) % 2 == 0 for one in kept)  # the two of one step are both there, or neither


def test_a_version_that_is_no_longer_live_stays_until_it_is_done(
    here: Settings, there: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    version, write = live_version(here.index_dir), making.write_backup

    def after_two_ingestions(*args: object) -> None:
        for number in range(2):
            (here.corpus_dir / f"ny-{number}.md").write_text(f"# Ny {number}\n\nEn setning om {number} bibliotek.\n")
            run(here)
        write(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(making, "write_backup", after_two_ingestions)
    path, contents = make_backup(here, tmp_path / "b.tar.gz")
    assert contents.version == version != live_version(here.index_dir)
    restore_backup(there, path)
    assert not damage(version_dir(there.index_dir, version), load_manifest(there.index_dir).files)


def test_a_damaged_index_is_not_backed_up(here: Settings, tmp_path: Path) -> None:
    folder = version_dir(here.index_dir, live_version(here.index_dir))
    victim = max((folder / "lexical").rglob("*"), key=lambda path: path.stat().st_size if path.is_file() else 0)
    victim.write_bytes(b"x" + victim.read_bytes()[1:])
    with pytest.raises(IndexDamaged, match="--rebuild"):
        make_backup(here, tmp_path / "b.tar.gz")
    assert not list(tmp_path.glob("*.tar.gz")) and not list(tmp_path.glob(".backup*"))


def test_conversations_alone_are_enough(there: Settings, tmp_path: Path) -> None:
    Conversations(there.conversations).keep(KARI, talk())
    _, contents = make_backup(there, tmp_path / "b.tar.gz")
    assert [item.path for item in contents.items] == ["conversations.sqlite"]


def test_where_there_is_nothing_it_says_so(there: Settings, tmp_path: Path) -> None:
    with pytest.raises(BackupError, match="nothing to back up"):
        make_backup(there, tmp_path / "b.tar.gz")


def test_an_older_one_is_not_overwritten(here: Settings, tmp_path: Path) -> None:
    (tmp_path / "b.tar.gz").write_bytes(b"old")
    with pytest.raises(BackupError, match="is there already"):
        make_backup(here, tmp_path / "b.tar.gz")
    assert (tmp_path / "b.tar.gz").read_bytes() == b"old"


def test_none_is_put_among_the_reports(here: Settings) -> None:
    with pytest.raises(BackupError, match="among the reports"):
        make_backup(here, here.corpus_dir)


def test_the_newest_are_kept_and_nothing_else_goes(tmp_path: Path) -> None:
    names = [f"kunnskap-2026010{day}T030000.tar.gz" for day in range(1, 5)]
    for name in [*names, "kunnskap-old.tar.gz"]:
        (tmp_path / name).touch()
    prune_backups(tmp_path, 2)
    assert sorted(path.name for path in tmp_path.iterdir()) == [*names[2:], "kunnskap-old.tar.gz"]
