"""Where the parts of an installation lie, as its settings say."""

import os
from collections.abc import Iterator
from pathlib import Path

from assistant.settings import Settings
from assistant.store.forgetting import record_of

DATABASE, RECORD, CATALOGUE = "conversations.sqlite", "forgotten.jsonl", "catalogue.toml"


def place_of(settings: Settings, part: str, path: str) -> Path:
    """Where a file of a part belongs here, whatever it was called where the backup was made."""
    if part == "store":
        file = settings.conversations.file
        return record_of(file) if path == RECORD else file
    if part == "catalogue":
        return settings.catalogue
    return _folders(settings)[part] / path


def own_files(settings: Settings) -> Iterator[tuple[str, str, Path]]:
    """The files that people put there: part, path in it, and where it is. Hidden ones and links out are left aside."""
    kept = {"index": settings.index_dir.absolute(), "uploads": settings.uploads.dir.absolute()}
    for part, folder in _folders(settings).items():
        if part == "index" or not folder.is_dir():
            continue
        elsewhere = tuple(str(other) for name, other in kept.items() if name != part)
        for path in _below(folder.absolute(), elsewhere):
            yield part, path.relative_to(folder.absolute()).as_posix(), path
    if settings.catalogue.is_file():
        yield "catalogue", CATALOGUE, settings.catalogue


def _folders(settings: Settings) -> dict[str, Path]:
    return {
        "index": settings.index_dir,
        "corpus": settings.corpus_dir,
        "uploads": settings.uploads.dir,
        "knowledge": settings.knowledge_dir,
        "gold": settings.gold_dir,
    }


def _below(folder: Path, elsewhere: tuple[str, ...]) -> Iterator[Path]:
    root = folder.resolve()
    for at, names, files in os.walk(folder):
        names[:] = sorted(one for one in names if one[0] != "." and str(Path(at, one)) not in elsewhere)
        for path in (Path(at, one) for one in sorted(files) if one[0] != "."):
            if path.is_file() and path.resolve().is_relative_to(root):
                yield path
