"""What can be told of the documents of an index whose form this program does not read, or that is damaged."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from assistant.errors import AssistantError
from assistant.index.manifest import IndexedDocument, live_version, version_dir
from assistant.models import Report


def salvage(index_dir: Path) -> tuple[IndexedDocument, ...]:
    """Name, places and content of each document; none where no manifest can be made out.

    Looked for in the live version or, where the pointer is damaged, in the newest whose manifest can be read.
    """
    for folder in _versions(index_dir):
        if found := _documents(folder):
            return found
    return ()


def hashes(folder: Path) -> set[str]:
    """The contents that a version was made from."""
    return {item.sha256 for item in _documents(folder)}


def _versions(index_dir: Path) -> Iterator[Path]:
    try:
        yield version_dir(index_dir, live_version(index_dir))
    except AssistantError:
        yield from sorted((index_dir / "versions").glob("*"), reverse=True)


def _documents(folder: Path) -> tuple[IndexedDocument, ...]:
    try:
        data = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        return tuple(_document(item) for item in data["documents"])
    except (OSError, ValueError, KeyError, TypeError):
        return ()


def _document(item: dict[str, Any]) -> IndexedDocument:
    """What every form so far has held."""
    return IndexedDocument(
        report=Report(str(item["report"]["document"]), ""),
        source=str(item["source"]),
        sha256=str(item["sha256"]),
        passages=0,
        indexed=str(item["indexed"]),
        also=tuple(str(place) for place in item.get("also", ())),
    )
