"""Paths on the command line to the files that are to be read."""

import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from assistant.index.manifest import LeftOut
from assistant.reasons import reason
from ingest.reading.formats import SUFFIXES

# Files that explain a corpus folder rather than belong to it.
NOT_REPORTS = ("readme.md", "readme.txt")
MISSING = reason("missing")


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A content to read: where it was found, the hash of it, and other files with the same content."""

    path: Path
    sha256: str
    also: tuple[str, ...] = ()

    @property
    def places(self) -> tuple[str, ...]:
        """Every file that holds this content, in the order in which they were found."""
        return (str(self.path), *self.also)


@dataclass(slots=True)
class Collected:
    """What was found, what is left out with its reason, and where was looked.

    `searched` are the files and folders that were there, `closed` the folders that would not open: of what lies
    below those, nothing is known.
    """

    sources: list[SourceFile] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    searched: list[Path] = field(default_factory=list)
    closed: list[Path] = field(default_factory=list)

    def looked_at(self, place: str) -> bool:
        """Whether the place is one where was looked, so that a file that was not found there is not there."""
        path = Path(place)
        return any(map(path.is_relative_to, self.searched)) and not any(map(path.is_relative_to, self.closed))


def collect(paths: Iterable[Path], suffixes: tuple[str, ...] = SUFFIXES) -> Collected:
    """The readable files at and below `paths`, one for each content."""
    collected = Collected()
    by_content: dict[str, SourceFile] = {}
    for root in dict.fromkeys(_absolute(path) for path in paths):
        for path in _files(root, suffixes, collected):
            try:
                digest = sha256_of(path)
            except OSError as error:
                collected.left_out.append(LeftOut(str(path), reason("cannot_open", why=error.strerror or "")))
                continue
            known = by_content.setdefault(digest, SourceFile(path, digest))
            if str(path) not in known.places:
                by_content[digest] = replace(known, also=(*known.also, str(path)))
    collected.sources = list(by_content.values())
    collected.left_out = list(dict.fromkeys(collected.left_out))
    return collected


def sha256_of(path: Path) -> str:
    """The hash of a file's content, read in pieces."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _absolute(path: Path) -> Path:
    """The path from the root on; links stay, except where `..` leads through one."""
    return path.resolve() if ".." in path.parts else path.absolute()


def _files(root: Path, suffixes: tuple[str, ...], collected: Collected) -> list[Path]:
    left_out = collected.left_out
    if root.is_file():
        collected.searched.append(root)
        if root.suffix.lower() in suffixes:
            return [root]
        left_out.append(LeftOut(str(root), reason("unknown_kind", kind=root.suffix or "–")))
        return []
    if not root.is_dir():
        left_out.append(LeftOut(str(root), MISSING))
        return []
    collected.searched.append(root)
    found = _walk(root, suffixes, collected)
    if not found and root not in collected.closed:
        left_out.append(LeftOut(str(root), reason("no_files")))
    return found


def _walk(root: Path, suffixes: tuple[str, ...], collected: Collected) -> list[Path]:
    def closed(error: OSError) -> None:
        folder = Path(error.filename)
        collected.closed.append(folder)
        collected.left_out.append(LeftOut(str(folder), reason("cannot_open", why=error.strerror or "")))

    found: list[Path] = []
    for folder, names, files in os.walk(root, onerror=closed):
        names[:] = sorted(name for name in names if not name.startswith("."))
        if _is_index(names, files):
            names.clear()
            continue
        reports = [
            name
            for name in sorted(files)
            if Path(name).suffix.lower() in suffixes and not name.startswith(".") and name.lower() not in NOT_REPORTS
        ]
        links = [name for name in names if Path(folder, name).is_symlink()]
        for path in (Path(folder, name) for name in links + reports):
            if not path.resolve().is_relative_to(root.resolve()):
                collected.left_out.append(LeftOut(str(path), reason("link_out")))
            elif path.is_file():
                found.append(path)
            elif path.name in reports:
                collected.left_out.append(LeftOut(str(path), reason("not_a_file")))
    return found


def _is_index(names: list[str], files: list[str]) -> bool:
    """Whether this is an index, whose copies of files are no finds."""
    return "lock" in files and {"originals", "read"} <= set(names)
