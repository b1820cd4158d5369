"""A backup put back: unpacked and checked beside what is there, then put in its place step by step.

What stood there is kept in a folder of its own. Where a step fails, those before it are undone.
"""

import os
import shutil
import sqlite3
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from assistant.backup.archive import Contents, Item, check_backup, newer, unpack
from assistant.backup.places import DATABASE, RECORD, place_of
from assistant.backup.snapshot import is_damaged, put, take
from assistant.errors import BackupError, UnusableIndex
from assistant.index.holding import only_writer
from assistant.index.manifest import FORM, live_version, make_live, version_dir
from assistant.settings import Settings
from assistant.store.file.database import SCHEMA
from assistant.store.forgetting import add_to_record, forget_again


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put back, the folder with what it took the place of, if anything, and how many were forgotten again."""

    contents: Contents
    aside: Path | None
    forgotten: int


def check_restore(path: Path) -> Contents:
    """Read a backup whole and change nothing; raises BackupError where it would not be put back."""
    contents = check_backup(path)
    _refuse_newer(contents, path)
    return contents


def restore_backup(settings: Settings, path: Path) -> Restored:
    """Put a backup in the places that the settings name; the app may run, and goes on with what is restored.

    Files that the backup does not have stay. Raises BackupError or IndexBusy, with everything as it was before.
    """
    root = settings.index_dir
    root.mkdir(parents=True, exist_ok=True)
    try:
        with only_writer(root), tempfile.TemporaryDirectory(prefix="restoring-", dir=root) as folder:
            contents = unpack(path, Path(folder))
            _refuse_newer(contents, path)
            return _put_back(settings, contents, Path(folder))
    except (OSError, sqlite3.Error) as error:
        raise BackupError("backup_not_put_back", why=error) from error


def _refuse_newer(contents: Contents, path: Path) -> None:
    if contents.index_form > FORM or contents.store_form > len(SCHEMA):
        raise newer(path, contents.release)


def _put_back(settings: Settings, contents: Contents, folder: Path) -> Restored:
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
    aside = settings.index_dir.absolute().parent / f"before-restore-{stamp}"
    files = [item for item in contents.items if item.part not in ("index", "store")]
    index = [item for item in contents.items if item.part == "index"]
    store = {item.path: folder / item.sha256 for item in contents.items if item.part == "store"}
    with ExitStack() as undo:
        for item in files:
            _put_file(
                folder / item.sha256, place_of(settings, item.part, item.path), aside / item.part / item.path, undo
            )
        if DATABASE in store:
            _put_store(store[DATABASE], settings.conversations.file, aside / "store" / DATABASE, undo)
        if contents.version:
            _put_index(settings.index_dir, contents.version, index, folder, undo)
        undo.pop_all()
    if RECORD in store:
        add_to_record(place_of(settings, "store", RECORD), store[RECORD].read_text(encoding="utf-8"))
    forgotten = forget_again(settings.conversations.file)
    return Restored(contents, aside if aside.exists() else None, forgotten)


def _put_file(source: Path, target: Path, aside: Path, undo: ExitStack) -> None:
    """One file in its place; what stood there, if it is another, is kept aside."""
    if target.exists():
        if _are_same(source, target):
            return
        _copy(target, aside)
        undo.callback(partial(_copy, aside, target))
    else:
        undo.callback(partial(target.unlink, missing_ok=True))
    _copy(source, target)


def _put_store(source: Path, database: Path, aside: Path, undo: ExitStack) -> None:
    if database.exists() and not is_damaged(database):
        aside.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        take(database, aside)
        aside.chmod(0o600)
        undo.callback(partial(put, aside, database))
        put(source, database)
        return
    for path in (database.with_name(database.name + log) for log in ("-wal", "-shm", "-journal")):
        if path.exists():  # of a damaged database: not to be taken for the new one's
            _copy(path, aside.with_name(path.name))
            path.unlink()
    source.chmod(0o600)
    _put_file(source, database, aside, undo)


def _put_index(root: Path, version: str, items: list[Item], folder: Path, undo: ExitStack) -> None:
    """The version beside those that are there, live in one step at the end: who has another open goes on with it."""
    own, staged = version_dir(root, version), folder / "version"
    for item in items:
        path = root / item.path
        if path.is_relative_to(own):
            _copy(folder / item.sha256, staged / path.relative_to(own))
        elif not path.exists() or item.path == "embeddings.sqlite":
            _copy(folder / item.sha256, path)
    if own.exists():
        old = folder / "replaced"
        own.rename(old)
        undo.callback(partial(old.rename, own))
    own.parent.mkdir(exist_ok=True)
    staged.rename(own)
    undo.callback(partial(shutil.rmtree, own, ignore_errors=True))
    before = _live_or_none(root)
    make_live(root, version)
    if before:
        undo.callback(partial(make_live, root, before))


def _live_or_none(root: Path) -> str | None:
    try:
        return live_version(root)
    except UnusableIndex:
        return None


def _copy(source: Path, target: Path) -> None:
    """Copy into place in one step, so that nobody sees half of it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        shutil.copyfile(source, draft)
        shutil.copymode(source, draft)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


def _are_same(one: Path, other: Path) -> bool:
    return one.stat().st_size == other.stat().st_size and one.read_bytes() == other.read_bytes()
