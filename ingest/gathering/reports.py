"""One file to its passages, kept by content so that an unchanged file is read once."""

import dataclasses
import hashlib
import json
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from pydantic import TypeAdapter

from assistant.knowledge import path_of
from assistant.models import Passage, Report, Study
from assistant.reasons import ToldReason
from assistant.settings import PassageSettings
from ingest.apart import Pool

_KNOWLEDGE = ("organisations.toml", "places.txt")  # what reading rests on


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file's report and passages as the index will hold them."""

    report: Report
    passages: tuple[Passage, ...]
    studies: tuple[Study, ...]
    warnings: tuple[ToldReason, ...]


@cache
def _adapter() -> TypeAdapter[ReadFile]:
    return TypeAdapter(ReadFile)


def _read_file(text: str) -> ReadFile:
    return _adapter().validate_python(json.loads(text))  # unlike pydantic, `json` takes half a character


class Readings:
    """What was read from files, kept by content and name (which a title may be guessed from)."""

    def __init__(self, folder: Path, settings: PassageSettings, pool: Pool) -> None:
        self._folder = folder
        self._pool = pool
        self._settings = settings

    def kept(self, sha256: str, name: str) -> ReadFile | None:
        """What was read before; None where nothing was, or what was kept is damaged."""
        try:
            return _read_file(self._path(sha256, name).read_text(encoding="utf-8"))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def read(self, path: Path, sha256: str, name: str) -> ReadFile:
        """Read and cut the file at `path`, which goes by `name`, and keep the result; raises ReadError."""
        text = self._pool.read("passages", path, name=name, passages=self._settings.model_dump())
        kept = self._path(sha256, name)
        draft = kept.with_suffix(".draft")
        draft.write_text(text, encoding="utf-8")
        draft.replace(kept)
        return _read_file(text)

    def _path(self, sha256: str, name: str) -> Path:
        key = f"{fingerprint(self._settings)}{name}".encode("utf-8", "surrogatepass")
        return self._folder / f"{sha256}-{hashlib.sha256(key).hexdigest()[:16]}.json"


def fingerprint(settings: PassageSettings) -> str:
    """Changes with all that a reading rests on, so that nothing stale is ever reused.

    That is the settings, what is known of places and bodies, and the code that reads and cuts.
    """
    known = "".join(hashlib.sha256(path_of(name).read_bytes()).hexdigest() for name in _KNOWLEDGE)
    return hashlib.sha256(f"{settings.model_dump_json()}{_code()}{known}".encode()).hexdigest()[:16]


@lru_cache(maxsize=1)
def _code() -> str:
    folder = Path(__file__).parents[1]
    digest = hashlib.sha256()
    for path in sorted([*folder.rglob("*.py"), *folder.rglob("*.toml")]):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def renamed(result: ReadFile, document: str) -> ReadFile:
    """The same under another document's name."""
    if result.report.document == document:
        return result
    return ReadFile(
        dataclasses.replace(result.report, document=document),
        tuple(
            dataclasses.replace(p, document=document, id=f"{document}:{p.id.rpartition(':')[2]}")
            for p in result.passages
        ),
        result.studies,
        result.warnings,
    )
