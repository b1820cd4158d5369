"""The form of a backup: a tar file of contents, each named by its checksum, after a manifest of what they are.

    backup.json     the form, the release that made it, when, and every file: its part, its path there, size, SHA-256
    <sha256>        a content, once, however many files have it

Checksums tell damage, not forgery: keep backups where only those may write who may write to `data/`.
"""

import gzip
import hashlib
import io
import json
import re
import tarfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath
from typing import IO, Any

from assistant.errors import BackupError
from assistant.reasons import Reason, reason

FORM = 1
PARTS = ("index", "store", "corpus", "uploads", "knowledge", "catalogue", "gold")
_MANIFEST = "backup.json"
_SHA = re.compile(r"[0-9a-f]{64}")
_VERSION = re.compile(r"(?!\.+$)[\w.-]*")  # the name of a folder, or none
_BLOCK = 1 << 20
_LARGEST_MANIFEST = 1 << 28


@dataclass(frozen=True, slots=True)
class Item:
    """One file of a part of the installation, by its path there."""

    part: str
    path: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Contents:
    """What a backup says of itself; `version` is the index's, "" where there was none yet."""

    release: str
    created: str  # ISO 8601, UTC
    index_form: int
    store_form: int
    version: str
    on_server: bool
    items: tuple[Item, ...]
    form: int = FORM

    @property
    def sizes(self) -> dict[str, int]:
        """The size of each content that the file holds."""
        return {item.sha256: item.size for item in self.items}


def write_backup(path: Path, contents: Contents, sources: Mapping[str, Path]) -> None:
    """Write a backup of these contents, read from `sources` by their checksums, as a new file for its owner alone."""
    head = json.dumps(asdict(contents)).encode()
    with tarfile.open(path, "x:gz", compresslevel=1) as tar:
        path.chmod(0o600)
        _add(tar, _MANIFEST, len(head), io.BytesIO(head))
        for sha256, size in contents.sizes.items():
            with sources[sha256].open("rb") as file:
                _add(tar, sha256, size, file)


def check_backup(path: Path) -> Contents:
    """Read the whole backup; raises BackupError where it is damaged, none, or of a newer form."""
    with _opened(path) as (contents, members):
        for _, pieces in members:
            for _ in pieces:
                pass
    return contents


def unpack(path: Path, folder: Path) -> Contents:
    """The same, its contents written into `folder`, each under its checksum; raises OSError too."""
    with _opened(path) as (contents, members):
        for sha256, pieces in members:
            with (folder / sha256).open("xb") as out:
                for piece in pieces:
                    out.write(piece)
    return contents


def _add(tar: tarfile.TarFile, name: str, size: int, file: IO[bytes]) -> None:
    info = tarfile.TarInfo(name)
    info.size, info.mode = size, 0o600
    tar.addfile(info, file)


@contextmanager
def _opened(path: Path) -> Iterator[tuple[Contents, Iterator[tuple[str, Iterator[bytes]]]]]:
    """What the backup says of itself, and its contents, held against that while they are read."""
    try:
        with gzip.open(path) as file, tarfile.open(fileobj=file, mode="r:") as tar:
            contents = _contents(tar, path)
            yield contents, _members(tar, contents, path)
            while file.read(_BLOCK):  # to the checksum at its end
                pass
    except FileNotFoundError as error:
        raise BackupError("backup_missing", path=path) from error
    except (tarfile.TarError, EOFError, zlib.error, gzip.BadGzipFile, ValueError, KeyError, TypeError) as error:
        raise damaged(path, reason("backup_cut_off")) from error


def damaged(path: Path, why: Reason) -> BackupError:
    """The error for a file that cannot be restored from."""
    return BackupError("backup_damaged", path=path, why=why)


def _contents(tar: tarfile.TarFile, path: Path) -> Contents:
    first = tar.next()
    file = tar.extractfile(first) if first and first.name == _MANIFEST and first.size < _LARGEST_MANIFEST else None
    if file is None:
        raise damaged(path, reason("backup_no_manifest"))
    data: dict[str, Any] = json.loads(file.read())
    if data["form"] > FORM:
        raise newer(path, str(data["release"]))
    contents = Contents(**{**data, "items": tuple(Item(**item) for item in data["items"])})
    if not (all(map(_is_safe, contents.items)) and _VERSION.fullmatch(contents.version)):
        raise damaged(path, reason("backup_outside"))
    return contents


def newer(path: Path, release: str) -> BackupError:
    """The error for a backup that a later program made."""
    return BackupError("backup_newer", path=path, release=release)


def _is_safe(item: Item) -> bool:
    """Whether the file can lie nowhere but below its part's folder."""
    steps = PurePosixPath(item.path).parts
    is_below = bool(steps) and ".." not in steps and not item.path.startswith("/") and "\0" not in item.path
    return is_below and item.part in PARTS and bool(_SHA.fullmatch(item.sha256)) and item.size >= 0


def _members(tar: tarfile.TarFile, contents: Contents, path: Path) -> Iterator[tuple[str, Iterator[bytes]]]:
    wanted = dict(contents.sizes)
    while member := tar.next():
        size = wanted.pop(member.name, None)
        file = tar.extractfile(member)
        if size is None or file is None or member.size != size:
            raise damaged(path, reason("backup_other", name=member.name[:64]))
        yield member.name, _checked(file, member.name, path)
    if wanted:
        raise damaged(path, reason("backup_incomplete", count=len(wanted)))


def _checked(file: IO[bytes], sha256: str, path: Path) -> Iterator[bytes]:
    digest = hashlib.sha256()
    while piece := file.read(_BLOCK):
        digest.update(piece)
        yield piece
    if digest.hexdigest() != sha256:
        raise damaged(path, reason("file_changed", file=sha256))
