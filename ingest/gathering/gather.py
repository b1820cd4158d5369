"""The reading step: every content that the index shall hold, from the index's own copy of it."""

import os
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from assistant.errors import ReadError
from assistant.index.manifest import LeftOut
from assistant.settings import Settings
from ingest.apart import pool_for
from ingest.catalogue import Catalogue, load_catalogue
from ingest.gathering.copies import copy_of
from ingest.gathering.known import catalogued
from ingest.gathering.plan import Content
from ingest.gathering.reports import ReadFile, Readings

Progress = Callable[[str, int, int], None]  # what is being done, how much is done, of how much


def read_all(
    contents: list[Content], index_dir: Path, settings: Settings, anew: bool, progress: Progress
) -> tuple[list[Content], list[LeftOut]]:
    """The contents that could be read, with what was read, and the files that could not, with the reason.

    With `anew` nothing that was kept is used. Several are read at once; what comes of them is in their order.
    """
    pool = pool_for(settings.reading)
    readings = Readings(index_dir / "read", settings.passages, pool)
    catalogue = load_catalogue(settings.catalogue)
    left_out: list[LeftOut] = []
    at_once = min(settings.reading.processes, os.cpu_count() or 1)
    with ThreadPoolExecutor(at_once, "reading") as threads:
        originals = index_dir / "originals"
        tasks = [threads.submit(_content, content, readings, originals, catalogue, anew) for content in contents]
        try:
            for number, task in enumerate(tasks):
                progress("read", number, len(contents))
                left_out += task.result()
        except BaseException:
            threads.shutdown(wait=False, cancel_futures=True)
            pool.end()
            raise
    progress("read", len(contents), len(contents))
    return [content for content in contents if content.file is not None], left_out


def _content(content: Content, readings: Readings, originals: Path, catalogue: Catalogue, anew: bool) -> list[LeftOut]:
    started = time.perf_counter()
    left_out = _read(content, readings, originals, anew)
    if content.file is not None:
        content.file = catalogued(content.file, catalogue)
    content.seconds = time.perf_counter() - started
    return left_out


def _read(content: Content, readings: Readings, originals: Path, anew: bool) -> list[LeftOut]:
    """Read a content by the first kind of its names that fits it: a PDF named .txt may lie beside its right copy."""
    left_out: list[LeftOut] = []
    for suffix in dict.fromkeys(map(_suffix, content.places)):
        places = [place for place in content.places if _suffix(place) == suffix]
        try:
            if content.file is None:
                content.file = _file(content.sha256, places, readings, originals, anew)
        except ReadError as error:
            left_out += [LeftOut(place, error.reason) for place in places]
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
