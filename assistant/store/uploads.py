"""Uploaded files on their way into the folder of uploads: names made safe, contents put down to be checked."""

import shutil
import time
import unicodedata
import uuid
from collections.abc import Iterable
from pathlib import Path

from assistant.settings import UploadSettings

STAGING = ".incoming"  # ingestion passes hidden folders over
_LONGEST = 100  # characters of a name without its ending
_KEPT = "-_.,()§&+"  # and letters, digits and spaces


def safe_name(name: str) -> str:
    """A file name that is safe to write, and still tells what the file is; the ending is kept, in small letters."""
    name = unicodedata.normalize("NFC", name.replace("\\", "/").rsplit("/", 1)[-1])
    stem, dot, suffix = name.rpartition(".")
    if not dot:
        stem, suffix = suffix, ""
    kept = "".join(c if c.isalnum() or c in _KEPT else " " for c in stem)
    stem = " ".join(kept.split()).strip(". ")[:_LONGEST].rstrip(". ")
    if not any(map(str.isalnum, stem)):
        stem = "rapport"
    elif stem.casefold() == "readme":  # ingestion takes a file of this name for a word on the folder
        stem = f"rapport-{stem}"
    suffix = "".join(c for c in suffix.lower() if c.isascii() and c.isalnum())
    return f"{stem}.{suffix}" if suffix else stem


def refusal(name: str, size: int, settings: UploadSettings) -> str | None:
    """The key of the text that says why a file of this name and size is not taken in; None where it is."""
    if Path(name).suffix.lower().lstrip(".") not in settings.types:
        return "upload_type"
    if size > settings.mb * 2**20:
        return "upload_large"
    return "upload_empty" if size == 0 else None


def stage(files: Iterable[tuple[str, bytes]], settings: UploadSettings) -> list[Path]:
    """Put files down beside the uploads, in a folder of their own that ingestion does not see.

    Two of the same name are numbered. What an earlier upload left behind when it was cut off is cleared away.
    """
    root = settings.dir.absolute() / STAGING
    _clear(root, older_than=60.0 * settings.minutes)
    folder = root / uuid.uuid4().hex
    folder.mkdir(parents=True)
    staged: list[Path] = []
    for name, data in files:
        path = folder / safe_name(name)
        number = 2
        while path in staged:
            path, number = folder / f"{Path(safe_name(name)).stem}-{number}{path.suffix}", number + 1
        path.write_bytes(data)
        staged.append(path)
    return staged


def _clear(root: Path, older_than: float) -> None:
    for folder in root.glob("*"):
        if time.time() - folder.stat().st_mtime > older_than:
            shutil.rmtree(folder, ignore_errors=True)
