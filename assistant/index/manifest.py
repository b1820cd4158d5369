"""What an index says of itself: its form, its model, its documents, and what was left out.

An index directory holds complete versions side by side and a pointer to the one that is live:

    live.json                  {"version": "…"}: replaced in one atomic step
    versions/<version>/        manifest.json, chroma/, lexical/: never changed once it is live (on a Chroma server,
                               what would be in chroma/ is a collection there)
    originals/<sha256>.<ext>   a copy of each file, so that a citation opens when the file has moved
    read/<sha256>-….json       what was read from each file, so that an unchanged one is not read again
    embeddings.sqlite          vectors by content, so that nothing is embedded twice
"""

import json
import os
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from pydantic import ConfigDict, TypeAdapter

from assistant.errors import IndexDamaged, IndexMissing, IndexOutdated
from assistant.index.sums import FileSum
from assistant.models import Passage, Report, Study
from assistant.reasons import Reason, ToldReason

# 2: places without their roots; passages with seams and notes. 3: passages with their statements.
FORM = 3


@dataclass(frozen=True, slots=True)
class IndexedDocument:
    """One document of an index and where it came from; `also` names other files with the same content."""

    report: Report
    source: str
    sha256: str
    passages: int
    indexed: str  # ISO 8601, UTC
    studies: tuple[Study, ...] = ()
    also: tuple[str, ...] = ()
    warnings: tuple[ToldReason, ...] = ()
    statements: int = 0  # none in a version that was written before they were counted

    @property
    def places(self) -> tuple[str, ...]:
        """Every file that holds this content, the one it is named by first."""
        return (self.source, *self.also)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file that could not be indexed, and why."""

    source: str
    reason: ToldReason


@dataclass(frozen=True)
class Manifest:
    """The description of one version of an index.

    What is asked of it at every question is made out once: a manifest never changes.
    """

    __pydantic_config__ = ConfigDict(extra="forbid")

    version: str
    model: str
    dimension: int
    created: str
    settings: str  # fingerprint of what decides the passages and their vectors
    documents: tuple[IndexedDocument, ...]
    left_out: tuple[LeftOut, ...] = ()
    on_server: bool = False  # the vectors are on a Chroma server, not in the version's folder
    form: int = FORM
    files: tuple[FileSum, ...] = ()  # none in a version that was written before they were kept

    @cached_property
    def passages(self) -> int:
        """How many passages the index holds."""
        return sum(document.passages for document in self.documents)

    @cached_property
    def studies(self) -> int:
        """How many studies its reports tell of."""
        return sum(len(document.studies) for document in self.documents)

    @cached_property
    def reports(self) -> Mapping[str, Report]:
        """The indexed reports by their documents' names."""
        return {document.report.document: document.report for document in self.documents}

    def document(self, name: str) -> IndexedDocument | None:
        """The indexed document of this name."""
        return self._by_name.get(name)

    def study_of(self, passage: Passage) -> Study | None:
        """The study that a passage is a part of."""
        document = self.document(passage.document)
        studies = document.studies if document else ()
        return next((study for study in studies if study.title == passage.study), None)

    @cached_property
    def _by_name(self) -> Mapping[str, IndexedDocument]:
        return {document.report.document: document for document in self.documents}


def live_version(index_dir: Path) -> str:
    """The name of the live version; raises IndexMissing or IndexDamaged."""
    try:
        pointer = json.loads((index_dir / "live.json").read_text(encoding="utf-8"))
        return str(pointer["version"])
    except FileNotFoundError as error:
        raise missing(index_dir) from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise damaged(index_dir) from error


def missing(index_dir: Path) -> IndexMissing:
    """The error where nothing has been indexed yet."""
    return IndexMissing("index_missing", index_dir=index_dir)


def damaged(index_dir: Path, why: Reason | None = None) -> IndexDamaged:
    """The error for an index that is there, but cannot be read."""
    if why:
        return IndexDamaged("index_damaged_by", index_dir=index_dir, why=why)
    return IndexDamaged("index_damaged", index_dir=index_dir)


def kept_from(index_dir: Path, error: OSError) -> IndexDamaged:
    """The error where this machine, not the index, is what keeps it from being read."""
    return IndexDamaged("index_closed", index_dir=index_dir, why=error.strerror or error)


def version_dir(index_dir: Path, version: str) -> Path:
    """The folder of one version."""
    return index_dir / "versions" / version


def load_manifest(index_dir: Path) -> Manifest:
    """The live version's manifest; raises IndexMissing, IndexOutdated or IndexDamaged."""
    return manifest_of(index_dir, live_version(index_dir))


def manifest_of(index_dir: Path, version: str) -> Manifest:
    """The manifest of one version; raises IndexOutdated or IndexDamaged."""
    path = version_dir(index_dir, version) / "manifest.json"
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        form = data["form"]
        if form != FORM:
            raise IndexOutdated(
                "index_newer" if form > FORM else "index_older", index_dir=index_dir, form=form, known=FORM
            )
        return _adapter().validate_python(data)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise damaged(index_dir) from error


@cache
def _adapter() -> TypeAdapter[Manifest]:
    return TypeAdapter(Manifest)


def save_manifest(manifest: Manifest, folder: Path) -> None:
    """Write `manifest.json` into a version's folder."""
    (folder / "manifest.json").write_text(as_json(asdict(manifest)), encoding="utf-8")


def as_json(data: dict[str, Any]) -> str:
    """`data` as JSON that UTF-8 can hold: a file's name may have bytes that are no text, which become escapes."""
    text = json.dumps(data, ensure_ascii=False, indent=1)
    return re.sub("[\ud800-\udfff]", lambda match: f"\\u{ord(match.group()):04x}", text)


def make_live(index_dir: Path, version: str) -> None:
    """Point the index at a complete version, in one atomic step."""
    draft = index_dir / f"live.json.{os.getpid()}"
    try:
        with draft.open("w", encoding="utf-8") as file:
            json.dump({"version": version}, file)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(index_dir / "live.json")
        folder = os.open(index_dir, os.O_RDONLY)
        try:
            os.fsync(folder)  # else a power cut may bring the pointer before it back
        finally:
            os.close(folder)
    except OSError:
        draft.unlink(missing_ok=True)
        raise
