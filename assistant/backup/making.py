"""A backup made: what changes is copied first, all of it is summed, written, and read again."""

import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from assistant.backup.archive import Contents, Item, check_backup, write_backup
from assistant.backup.places import DATABASE, RECORD, own_files
from assistant.backup.snapshot import take, version_of
from assistant.errors import BackupError, IndexMissing
from assistant.index.holding import hold
from assistant.index.manifest import FORM, Manifest, damaged, load_manifest, version_dir
from assistant.index.sums import CHANGING
from assistant.reasons import reason
from assistant.settings import Settings
from assistant.store.forgetting import record_of

ENDING = ".tar.gz"
NAME = "kunnskap-{:%Y%m%dT%H%M%S}.tar.gz"
Entry = tuple[str, str, Path]  # part, path in it, where its content is read from


def make_backup(settings: Settings, to: Path) -> tuple[Path, Contents]:
    """Write a backup to the file `to` (`….tar.gz`), or into that folder under a name with the time.

    Nobody has to stop meanwhile. Returns where it is and what is in it. Raises BackupError or UnusableIndex, and leaves
    no half of a file.
    """
    now = datetime.now(UTC)
    path = to if to.name.endswith(ENDING) else to / NAME.format(now)
    if any(path.absolute().is_relative_to(one.absolute()) for one in (settings.corpus_dir, settings.uploads.dir)):
        raise BackupError("backup_among_reports", path=path)
    if path.exists():
        raise BackupError("backup_there", path=path)
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".backup-", dir=path.parent) as folder:
        draft = Path(folder, "draft")
        with _held(settings) as manifest:
            entries = [*_index(settings, manifest, Path(folder)), *_store(settings, Path(folder)), *own_files(settings)]
            if not entries:
                raise BackupError("backup_nothing")
            items, sources = _summed(entries)
            _compare(settings, manifest, items)
            contents = Contents(
                release=release(),
                created=now.isoformat(timespec="seconds"),
                index_form=FORM,
                store_form=_store_form(Path(folder)),
                version=manifest.version if manifest else "",
                on_server=bool(manifest and manifest.on_server),
                items=items,
            )
            write_backup(draft, contents, sources)
        check_backup(draft)
        with draft.open("rb") as file:
            os.fsync(file.fileno())
        draft.rename(path)
    return path, contents


def prune_backups(folder: Path, keep: int) -> list[Path]:
    """Delete all but the newest `keep` of a folder's backups that are named by their time; which those were."""
    old = sorted(folder.glob(f"kunnskap-????????T??????{ENDING}"), reverse=True)[keep:]
    for path in old:
        path.unlink()
    return old


def release() -> str:
    """The release of this program."""
    try:
        return version("kunnskapsassistent")
    except PackageNotFoundError:
        return "unknown"


@contextmanager
def _held(settings: Settings) -> Iterator[Manifest | None]:
    """The live version, which no writer clears away meanwhile; None where nothing is indexed yet."""
    try:
        manifest = load_manifest(settings.index_dir)
    except IndexMissing:
        yield None
        return
    descriptor = hold(version_dir(settings.index_dir, manifest.version))
    try:
        yield manifest
    finally:
        os.close(descriptor)


def _index(settings: Settings, manifest: Manifest | None, folder: Path) -> Iterator[Entry]:
    if manifest is None:
        return
    root = settings.index_dir
    for path in sorted(version_dir(root, manifest.version).rglob("*")):
        if path.is_file() and not path.name.startswith(f"{CHANGING}-"):
            yield "index", path.relative_to(root).as_posix(), _copied(path, folder / "chroma")
    needed = {document.sha256 for document in manifest.documents}
    for name in ("originals", "read"):
        copies = (path for path in sorted((root / name).glob("*")) if path.name[:64] in needed)
        yield from (("index", f"{name}/{path.name}", path) for path in copies if path.suffix != ".draft")
    vectors = root / "embeddings.sqlite"
    if vectors.exists():
        take(vectors, folder / "vectors")
        yield "index", vectors.name, folder / "vectors"


def _copied(path: Path, copy: Path) -> Path:
    """The file itself, or a copy where Chroma writes to it."""
    if path.name != CHANGING:
        return path
    take(path, copy)
    return copy


def _store(settings: Settings, folder: Path) -> Iterator[Entry]:
    file = settings.conversations.file
    if file.exists():
        take(file, folder / DATABASE)
        yield "store", DATABASE, folder / DATABASE
    if record_of(file).exists():
        yield "store", RECORD, record_of(file)


def _store_form(folder: Path) -> int:
    return version_of(folder / DATABASE) if (folder / DATABASE).exists() else 0


def _summed(entries: list[Entry]) -> tuple[tuple[Item, ...], dict[str, Path]]:
    items: list[Item] = []
    sources: dict[str, Path] = {}
    for part, name, path in entries:
        with path.open("rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
            items.append(Item(part, name, os.fstat(file.fileno()).st_size, sha256))
        sources.setdefault(sha256, path)
    return tuple(items), sources


def _compare(settings: Settings, manifest: Manifest | None, items: tuple[Item, ...]) -> None:
    """Raise IndexDamaged where a file of the index is not what its manifest says: no backup is made of damage."""
    if manifest is None:
        return
    found = {item.path: item for item in items if item.part == "index"}
    for one in manifest.files:
        item = found.get(f"versions/{manifest.version}/{one.path}")
        if item is None or (one.sha256 and item.sha256 != one.sha256):
            raise damaged(settings.index_dir, reason("file_changed", file=one.path))
