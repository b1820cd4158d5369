"""Sizes and checksums of a version's files: some blocks are looked at when it is opened, the whole by `ingest verify`.

Chroma writes to its database whenever it opens it, so that of this one file the form is checked instead. While it holds
few passages, its graph is not on the disk but in that database: the graph's files are then of a size, and no more.
"""

import hashlib
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.reasons import Reason, reason

CHANGING = "chroma.sqlite3"
_BLOCK = 64 * 1024  # bytes looked at at the beginning, in the middle and at the end


@dataclass(frozen=True, slots=True)
class FileSum:
    """One file of a version, by its path in it; no checksums where it changes without harm."""

    path: str
    size: int
    sampled: str = ""
    sha256: str = ""


def sums_of(folder: Path) -> tuple[FileSum, ...]:
    """The sums of all files of a version but its manifest."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path != folder / "manifest.json")
    return tuple(_sum(path, str(path.relative_to(folder))) for path in files)


def damage_seen(folder: Path, sums: Sequence[FileSum]) -> Reason | None:
    """What is wrong with a file, by its size and a few of its blocks; None for nothing."""
    for one in sums:
        path = folder / one.path
        try:
            size = path.stat().st_size
        except FileNotFoundError:
            return reason("file_gone", file=one.path)
        if path.name == CHANGING:
            if not size:
                return reason("file_empty", file=one.path)
        elif size != one.size:
            return reason("file_size", file=one.path, size=size, wanted=one.size)
        elif one.sampled and _sampled(path, size) != one.sampled:
            return reason("file_changed", file=one.path)
    return None


def damage(folder: Path, sums: Sequence[FileSum]) -> list[Reason]:
    """What is wrong with the files, each read whole."""
    found: list[Reason] = []
    for one in sums:
        path = folder / one.path
        if wrong := damage_seen(folder, [one]):
            found.append(wrong)
        elif path.name == CHANGING:
            found += [reason("file_wrong", file=one.path, why=why) for why in _database_damage(path)]
        elif one.sha256 and _whole(path) != one.sha256:
            found.append(reason("file_changed", file=one.path))
    return found


def is_skeleton(path: Path) -> bool:
    """Whether a file belongs to a graph that is not on the disk yet, so that Chroma writes it anew when it likes."""
    return path.suffix == ".bin" and not (path.parent / "index_metadata.pickle").exists()


def _sum(path: Path, name: str) -> FileSum:
    size = path.stat().st_size
    if path.name == CHANGING or is_skeleton(path):
        return FileSum(name, size)
    return FileSum(name, size, _sampled(path, size), _whole(path))


def _sampled(path: Path, size: int) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        for start in sorted({0, max(0, size // 2 - _BLOCK // 2), max(0, size - _BLOCK)}):
            file.seek(start)
            digest.update(file.read(_BLOCK))
    return digest.hexdigest()[:16]


def _whole(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _database_damage(path: Path) -> list[str]:
    try:
        database = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
        try:
            lines = [str(row[0]) for row in database.execute("PRAGMA integrity_check(3)")]
        finally:
            database.close()
    except sqlite3.Error as error:
        return [str(error)]
    return [] if lines == ["ok"] else lines
