"""One file to its passages, kept by content so that an unchanged file is read once."""

import dataclasses
import hashlib
import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from assistant.index.manifest import report_from_json, study_from_json
from assistant.knowledge import path_of
from assistant.models import PageMark, Passage, Report, SectionKind, Span, Study
from assistant.reasons import Reason, from_data
from assistant.settings import PassageSettings
from ingest.apart import Pool

_KNOWLEDGE = ("organisations.toml", "places.txt")  # what reading rests on


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file's report and passages as the index will hold them."""

    report: Report
    passages: tuple[Passage, ...]
    studies: tuple[Study, ...]
    warnings: tuple[Reason, ...]


class Readings:
    """What was read from files, kept by content and name (which a title may be guessed from)."""

    def __init__(self, folder: Path, settings: PassageSettings, pool: Pool) -> None:
        self._folder = folder
        self._pool = pool
        self._settings = settings

    def kept(self, sha256: str, name: str) -> ReadFile | None:
        """What was read before; None where nothing was, or what was kept is damaged."""
        try:
            return _from_json(json.loads(self._path(sha256, name).read_text(encoding="utf-8")))
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return None

    def read(self, path: Path, sha256: str, name: str) -> ReadFile:
        """Read and cut the file at `path`, which goes by `name`, and keep the result; raises ReadError."""
        text = self._pool.read("passages", path, name=name, passages=self._settings.model_dump())
        kept = self._path(sha256, name)
        draft = kept.with_suffix(".draft")
        draft.write_text(text, encoding="utf-8")
        draft.replace(kept)
        return _from_json(json.loads(text))

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


def _from_json(data: dict[str, Any]) -> ReadFile:
    return ReadFile(
        report_from_json(data["report"]),
        tuple(_passage(item) for item in data["passages"]),
        tuple(study_from_json(item) for item in data["studies"]),
        tuple(from_data(one) for one in data["warnings"]),
    )


def _passage(data: dict[str, Any]) -> Passage:
    return Passage(
        **{
            **data,
            "path": tuple(data["path"]),
            "kind": SectionKind(data["kind"]),
            "marks": tuple(PageMark(**mark) for mark in data["marks"]),
            "cells": tuple((heading, value) for heading, value in data["cells"]),
            "remarks": tuple((mark, words) for mark, words in data["remarks"]),
            "seams": tuple(data["seams"]),
            "notes": tuple(data["notes"]),
            "spans": tuple(Span(**{**span, "lead": tuple(span["lead"])}) for span in data["spans"]),
        }
    )
