"""The catalogue's addresses, each brought to a file in the folder `fetched/` of the reports, where it has changed.

fetched/<stem>.pdf      the report, under its own id
fetched/.fetched.json   by address: what the server said of it, so that an unchanged one does not travel again
"""

import hashlib
import json
import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path, PurePosixPath

from assistant.errors import IngestError, ReadError
from assistant.settings import Settings
from ingest.catalogue import Entry, load_catalogue
from ingest.fetching.client import Answer, Client
from ingest.reading.formats import SUFFIXES

FOLDER = "fetched"
_SEEN = ".fetched.json"
_KINDS = {
    "application/pdf": ".pdf",
    "text/html": ".html",
    "text/markdown": ".md",
    "text/plain": ".txt",
    "application/epub+zip": ".epub",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": ".pptx",
}


class State(StrEnum):
    """What came of one address."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Fetched:
    """One report of the catalogue, and what came of its address: the file, or why there is none."""

    stem: str
    url: str
    state: State
    file: Path | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class _Seen:
    """What is known of an address since the last time: how the server names that content, and what it was."""

    file: str
    sha256: str
    etag: str = ""
    modified: str = ""


def fetch_reports(settings: Settings, stems: Sequence[str] = (), client: Client | None = None) -> list[Fetched]:
    """Bring the reports with an address (or those of `stems` alone) up to date; nothing is indexed by that.

    A report that cannot be had is named with the reason, and its file from before stays. Raises SettingsError where the
    catalogue is wrong, IngestError where it has no such report.
    """
    entries = [entry for entry in load_catalogue(settings.catalogue).entries if entry.url]
    if unknown := set(stems) - {entry.stem for entry in entries}:
        raise IngestError("address_missing", catalogue=settings.catalogue, names=", ".join(sorted(unknown)))
    folder = settings.corpus_dir / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    seen, done = _load(folder), []
    asking = client or Client(settings.fetch, settings.app.contact)
    try:
        for entry in entries:
            if not stems or entry.stem in stems:
                done.append(_fetch(entry, folder, seen, asking))
                _save(folder, seen)
    finally:
        asking.close()
    return done


def _fetch(entry: Entry, folder: Path, seen: dict[str, _Seen], client: Client) -> Fetched:
    url, draft = str(entry.url), folder / f".draft-{os.getpid()}"
    before = seen.get(url)
    if before and not _is_there(folder, before):
        before = None
    try:
        with draft.open("wb") as out:
            answer = client.get(url, _conditions(before), out)
        if answer.status == 304 and before:
            return Fetched(entry.stem, url, State.UNCHANGED, folder / before.file)
        now = _looked_at(answer, draft, entry.stem)
        if before and Path(before.file).suffix != Path(now.file).suffix:
            raise ReadError("comes_as", now=Path(now.file).suffix, before=Path(before.file).suffix)
        draft.replace(folder / now.file)
        seen[url] = now
    except ReadError as error:
        return Fetched(entry.stem, url, State.FAILED, folder / before.file if before else None, str(error))
    finally:
        draft.unlink(missing_ok=True)
    same = before is not None and before.sha256 == now.sha256
    state = State.UNCHANGED if same else State.CHANGED if before else State.NEW
    return Fetched(entry.stem, url, state, folder / now.file)


def _conditions(before: _Seen | None) -> dict[str, str]:
    named = {"If-None-Match": before.etag, "If-Modified-Since": before.modified} if before else {}
    return {name: value for name, value in named.items() if value}


def _looked_at(answer: Answer, draft: Path, stem: str) -> _Seen:
    """What came, once it is known to be a report of a kind that is read; raises ReadError."""
    if answer.status in (429, 503):
        raise ReadError("come_later", status=answer.status)
    if answer.status != 200:
        raise ReadError("server_says", status=answer.status)
    kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    suffix = _KINDS.get(kind) or PurePosixPath(answer.url.partition("?")[0]).suffix.lower()
    if suffix not in SUFFIXES:
        raise ReadError("unknown_kind", kind=kind or "–")
    with draft.open("rb") as file:
        if suffix == ".pdf" and b"%PDF-" not in file.read(1024):
            raise ReadError("other_kind", kind="PDF")
        file.seek(0)
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    etag, modified = (answer.headers.get(name, "") for name in ("etag", "last-modified"))
    return _Seen(f"{stem}{suffix}", sha256, etag, modified)


def _is_there(folder: Path, seen: _Seen) -> bool:
    with suppress(OSError), (folder / seen.file).open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == seen.sha256
    return False


def _load(folder: Path) -> dict[str, _Seen]:
    """What is known since the last time; nothing where the file is not there or damaged: all is fetched anew then."""
    with suppress(OSError, ValueError, TypeError):
        data = json.loads((folder / _SEEN).read_text(encoding="utf-8"))
        return {url: _Seen(**seen) for url, seen in data.items()}
    return {}


def _save(folder: Path, seen: dict[str, _Seen]) -> None:
    draft = folder / f"{_SEEN}.draft"
    draft.write_text(json.dumps({url: asdict(one) for url, one in seen.items()}, indent=1), encoding="utf-8")
    draft.replace(folder / _SEEN)
