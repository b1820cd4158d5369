"""`python -m ingest.worker`: one change to the index, for a program that wants to see how far it has come.

A process of its own, so that the page that asks for it goes on answering, and a file that breaks a reader breaks
nothing else. One JSON object is read from standard input:

    {"settings": …, "task": "add" | "reindex" | "remove" | "rollback", "files": [path, …], "documents": [name, …]}

and one is written a line: `{"step", "done", "total"}` on the way, then `{"done": …}` or `{"error": a reason}`.
"""

import contextlib
import json
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, TextIO

from assistant.errors import AssistantError, ReadError, UnusableIndex
from assistant.index.holding import only_writer
from assistant.index.manifest import IndexedDocument, load_manifest
from assistant.monitoring import logs
from assistant.reasons import Reason, as_data, told
from assistant.settings import Settings
from ingest.gathering.collect import sha256_of

Tell = Callable[[str, int, int], None]


@dataclass(slots=True)
class Done:
    """What a change came to: titles of reports, names of files, and (name, reason) of what was refused."""

    added: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    known: list[str] = field(default_factory=list)  # uploaded files whose content is indexed already
    refused: list[tuple[str, Reason]] = field(default_factory=list)
    written: bool = False


def add(staged: Sequence[Path], settings: Settings, tell: Tell) -> Done:
    """Check uploaded files as the terminal does, keep those that can be read in the folder of uploads, index them.

    A name that is taken there gets a number. Raises IndexBusy before anything is moved, else as `ingest.api.ingest`.
    """
    from ingest.api import ingest

    _check_free(settings.index_dir)
    done = Done()
    good = _readable(staged, settings, done, tell)
    kept = [_moved(path, settings.uploads.dir) for path in good]
    try:
        if kept:
            tell("start", 0, 0)  # the model is loaded
            before = _titles(settings.index_dir)
            result = ingest(kept, settings.index_dir, settings, progress=tell)
            done.refused += [(Path(item.source).name, item.reason) for item in result.left_out]
            done.added = _new(settings.index_dir, before)
            done.written = result.written
    finally:
        indexed = {place for item in _indexed(settings.index_dir) for place in item.places}
        for path in kept:
            if str(path.absolute()) not in indexed:
                path.unlink(missing_ok=True)
    return done


def reindex(settings: Settings, tell: Tell) -> Done:
    """Bring the index in step with the folder of reports and that of uploads. Raises as `ingest.api.ingest`."""
    from ingest.api import ingest

    before = _titles(settings.index_dir)
    folders = [folder for folder in (settings.corpus_dir, settings.uploads.dir) if folder.is_dir()]
    result = ingest(folders, settings.index_dir, settings, progress=tell)
    removed = [before.get(name, name) for name in result.removed]
    return Done(_new(settings.index_dir, before), removed, written=result.written)


def remove(documents: Sequence[str], settings: Settings) -> Done:
    """Take documents out of the index, and delete those of their files that were uploaded. Raises IngestError."""
    from ingest.api import remove as out_of_index

    folder = settings.uploads.dir.absolute()
    items = [item for item in load_manifest(settings.index_dir).documents if item.report.document in documents]
    result = out_of_index(documents, settings.index_dir, settings)
    for place in (Path(place) for item in items for place in item.places):
        if place.is_relative_to(folder):
            place.unlink(missing_ok=True)
    return Done(removed=[item.report.title for item in items], written=result.written)


def go_back(version: str, settings: Settings) -> Done:
    """Make a version that is still there live again. Raises as `ingest.versions.rollback.rollback`."""
    from ingest.versions.rollback import rollback

    before = _titles(settings.index_dir)
    rollback(settings.index_dir, version)
    now = _titles(settings.index_dir)
    gone = sorted(title for name, title in before.items() if name not in now)
    return Done(_new(settings.index_dir, before), gone, written=True)


def _readable(staged: Sequence[Path], settings: Settings, done: Done, tell: Tell) -> list[Path]:
    """Those that can be read; what was read of them is kept, so that they are not read again where they lie then."""
    from ingest.apart import pool_for
    from ingest.gathering.reports import Readings

    (settings.index_dir / "read").mkdir(exist_ok=True)
    readings = Readings(settings.index_dir / "read", settings.passages, pool_for(settings.reading))
    indexed = {item.sha256 for item in _indexed(settings.index_dir)}
    good = []
    for number, path in enumerate(staged):
        tell("check", number, len(staged))
        try:
            digest = sha256_of(path)
            if digest in indexed:
                done.known.append(path.name)
                continue
            readings.read(path, digest, path.name)
        except ReadError as error:
            done.refused.append((path.name, error.reason))
            continue
        indexed.add(digest)
        good.append(path)
    tell("check", len(staged), len(staged))
    return good


def _moved(path: Path, folder: Path) -> Path:
    """Move the file into the folder, under a name of its own: what lies there is never overwritten."""
    folder.mkdir(parents=True, exist_ok=True)
    number = 1
    while True:
        target = folder / (path.name if number == 1 else f"{path.stem}-{number}{path.suffix}")
        try:
            os.link(path, target)  # fails where the name is taken, unlike a rename
        except FileExistsError:
            number += 1
            continue
        path.unlink()
        return target


def _check_free(index_dir: Path) -> None:
    index_dir.mkdir(parents=True, exist_ok=True)
    with only_writer(index_dir):
        pass


def _indexed(index_dir: Path) -> tuple[IndexedDocument, ...]:
    """What is indexed so far; nothing where there is no index that can be read."""
    try:
        return load_manifest(index_dir).documents
    except UnusableIndex:
        return ()


def _titles(index_dir: Path) -> dict[str, str]:
    return {item.report.document: item.report.title for item in _indexed(index_dir)}


def _new(index_dir: Path, before: dict[str, str]) -> list[str]:
    """The titles of what has come into the index since it held `before`."""
    return sorted(title for name, title in _titles(index_dir).items() if name not in before)


def _run(order: dict[str, Any], settings: Settings, tell: Tell) -> Done:
    if order["task"] == "add":
        return add([Path(name) for name in order["files"]], settings, tell)
    if order["task"] == "remove":
        return remove(order["documents"], settings)
    if order["task"] == "rollback":
        return go_back(order["documents"][0], settings)
    return reindex(settings, tell)


def main(source: TextIO, out: TextIO) -> int:
    """Carry out one order; the exit code is 0, or 1 where it failed."""
    return carry_out(lambda order, settings, tell: asdict(_run(order, settings, tell)), source, out)


def carry_out(run: Callable[[dict[str, Any], Settings, Tell], Any], source: TextIO, out: TextIO) -> int:
    """Read one order, `run` it with its settings, and write what it tells and comes to; 0, or 1 where it failed."""

    def say(line: dict[str, Any]) -> None:
        with contextlib.suppress(BrokenPipeError):  # nobody looks on any more: what was begun is finished all the same
            out.write(json.dumps(line) + "\n")
            out.flush()

    order = json.load(source)
    settings = Settings.model_validate(order["settings"])
    logs.configure(settings.log_level)
    try:
        done = run(order, settings, lambda step, done, total: say({"step": step, "done": done, "total": total}))
    except AssistantError as error:
        say({"error": as_data(error.reason)})
        return 1
    except OSError as error:
        say({"error": as_data(told(str(error)))})
        return 1
    say({"done": done})
    return 0


def as_process(work: Callable[[TextIO, TextIO], int]) -> int:
    """Let `work` read this process's standard input and write its output, alone; gives its exit code."""
    os.nice(5)  # those who ask come first
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what a library prints is no answer of ours
    return work(sys.stdin, answers)


if __name__ == "__main__":
    sys.exit(as_process(main))
