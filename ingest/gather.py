"""The reading step: every content that the index shall hold, from the index's own copy of it."""

import time
from collections.abc import Callable
from pathlib import Path

from assistant.errors import ReadError
from assistant.index.manifest import LeftOut
from assistant.settings import Settings
from ingest.catalogue import load_catalogue
from ingest.copies import copy_of
from ingest.known import catalogued
from ingest.plan import Content
from ingest.reports import ReadFile, Readings

Progress = Callable[[str, int, int], None]  # what is being done, how much is done, of how much


def read_all(
    contents: list[Content], index_dir: Path, settings: Settings, anew: bool, progress: Progress
) -> tuple[list[Content], list[LeftOut]]:
    """The contents that could be read, with what was read, and the files that could not, with the reason.

    With `anew` nothing that was kept is used.
    """
    readings = Readings(index_dir / "read", settings.passages)
    catalogue = load_catalogue(settings.catalogue)
    left_out: list[LeftOut] = []
    for number, content in enumerate(contents):
        progress("read", number, len(contents))
        started = time.perf_counter()
        left_out += _read(content, readings, index_dir / "originals", anew)
        if content.file is not None:
            content.file = catalogued(content.file, catalogue)
        content.seconds = time.perf_counter() - started
    progress("read", len(contents), len(contents))
    return [content for content in contents if content.file is not None], left_out


def _read(content: Content, readings: Readings, originals: Path, anew: bool) -> list[LeftOut]:
    """Read a content by the first kind of its names that fits it: a PDF named .txt may lie beside its right copy."""
    left_out: list[LeftOut] = []
    for suffix in dict.fromkeys(map(_suffix, content.places)):
        places = [place for place in content.places if _suffix(place) == suffix]
        try:
            if content.file is None:
                content.file = _file(content.sha256, places, readings, originals, anew)
        except ReadError as error:
            left_out += [LeftOut(place, str(error)) for place in places]
    unread = {item.source for item in left_out}
    content.places = tuple(place for place in content.places if place not in unread)
    return left_out


def _file(sha256: str, places: list[str], readings: Readings, originals: Path, anew: bool) -> ReadFile:
    name = Path(places[0]).name
    kept = None if anew else readings.kept(sha256, name)
    try:
        copy = copy_of(sha256, places, originals, anew=anew)
    except ReadError:
        if kept is None:
            raise
        return kept
    return kept or readings.read(copy, sha256, name)


def _suffix(place: str) -> str:
    return Path(place).suffix.lower()
