"""What an index shall hold after an ingestion: what stays, what was found, what goes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from assistant.index.manifest import IndexedDocument
from assistant.models import Passage
from ingest.gathering.collect import Collected
from ingest.gathering.reports import ReadFile, renamed


@dataclass(slots=True)
class Content:
    """A content that the index shall hold: every file that holds it, and what was read from it.

    `places` begin with those known before, in the order that they had. `found` says that one of them was seen now;
    else nobody looked, and the content is read from the index's own copy.
    """

    sha256: str
    places: tuple[str, ...]
    found: bool
    file: ReadFile | None = None
    seconds: float = 0.0


@dataclass(slots=True)
class Planned:
    """One document to be: its content, its name in the index, and what the live index holds of it."""

    content: Content
    file: ReadFile
    document: str
    before: IndexedDocument | None = None
    superseded: bool = False  # a digest whose report is there itself

    @property
    def state(self) -> str:
        """`new`, `changed`, `unchanged`, or `replaced` by the report that it sums up."""
        if self.superseded:
            return "replaced"
        if self.before is None:
            return "new"
        return "unchanged" if self.before.sha256 == self.content.sha256 else "changed"

    @property
    def passages(self) -> tuple[Passage, ...]:
        """What of it is indexed."""
        return () if self.superseded else self.file.passages

    def indexed(self) -> IndexedDocument:
        """How the manifest will describe it."""
        source, *also = self.content.places
        return IndexedDocument(
            report=self.file.report,
            source=source,
            sha256=self.content.sha256,
            passages=len(self.passages),
            studies=() if self.superseded else self.file.studies,
            indexed=self.before.indexed if self.before and self.before.sha256 == self.content.sha256 else now(),
            also=tuple(also),
            warnings=self.file.warnings,
            statements=sum(len(passage.spans) for passage in self.passages),
        )


def contents(collected: Collected, before: Iterable[IndexedDocument]) -> list[Content]:
    """What was found, and what the index holds from places where nobody looked."""
    found = {source.sha256: source.places for source in collected.sources}
    seen = {place for places in found.values() for place in places}
    kept: dict[str, tuple[str, ...]] = {}
    for item in before:
        here = found.get(item.sha256, ())
        places = (place for place in item.places if place in here or not (place in seen or collected.looked_at(place)))
        kept[item.sha256] = tuple(dict.fromkeys((*kept.get(item.sha256, ()), *places)))
    return [
        Content(sha256, tuple(dict.fromkeys((*kept.get(sha256, ()), *found.get(sha256, ())))), sha256 in found)
        for sha256 in dict.fromkeys((*kept, *found))
        if kept.get(sha256) or sha256 in found
    ]


def named(read: Iterable[Content], before: Sequence[IndexedDocument]) -> tuple[list[Planned], list[str]]:
    """The documents to be, by name, and the names of those that go.

    A document keeps its name where its file holds something else now, and where its content is now elsewhere;
    what is new is numbered where its name is taken.
    """
    files = [(content, content.file) for content in read if content.file is not None]
    known = _known([content for content, _ in files], before)
    taken = {item.report.document for item in known.values()}
    planned = []
    for content, file in files:
        old = known.get(content.sha256)
        document = old.report.document if old else _free(stem(content.places[0]), taken)
        taken.add(document)
        planned.append(Planned(content, renamed(file, document), document, old))
    removed = [item.report.document for item in before if item not in known.values()]
    return sorted(planned, key=lambda item: item.document), removed


def _known(read: Sequence[Content], before: Sequence[IndexedDocument]) -> dict[str, IndexedDocument]:
    """The document that each content was so far, by hash: first by the file it is named by, then by the content."""
    known: dict[str, IndexedDocument] = {}
    left = list(before)
    for same_place in (True, False):
        for content in read:
            fits = [
                item
                for item in left
                if (item.source in content.places if same_place else item.sha256 == content.sha256)
            ]
            if fits and content.sha256 not in known:
                # Where two documents have become alike, the one whose content this was already goes on.
                best = max(fits, key=lambda item: item.sha256 == content.sha256)
                known[content.sha256] = best
                left.remove(best)
    return known


def stem(place: str) -> str:
    """A document's name by its file, without what cannot be shown."""
    return "".join(character if character.isprintable() else "_" for character in Path(place).stem)


def now() -> str:
    """The time, as the manifest writes it."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def _free(wanted: str, taken: set[str]) -> str:
    """The wanted name, numbered where another document has it already."""
    name, number = wanted, 2
    while name in taken:
        name, number = f"{wanted}~{number}", number + 1
    return name
