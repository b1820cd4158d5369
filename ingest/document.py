"""What reading a file yields: a report as a tree of sections, whose blocks keep the page each word stands on."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from assistant.models import PageMark, Report, SectionKind, Study
from assistant.reasons import Reason


class BlockKind(StrEnum):
    """What a block is; only the first three can answer a question."""

    PARAGRAPH = "paragraph"
    ITEM = "item"  # one bullet or numbered point, whole, its marker taken off
    TABLE = "table"
    CAPTION = "caption"
    FOOTNOTE = "footnote"
    NOISE = "noise"  # kept for the record, never shown or searched (contact blocks, picture descriptions …)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: its cells, left to right, and the page it begins on (None without pages).

    `marks` say where in `text` another page begins, where a page end cut the row in two.
    """

    cells: tuple[str, ...]
    page: int | None = None
    marks: tuple[PageMark, ...] = ()

    @property
    def text(self) -> str:
        """The cells in one line."""
        return " | ".join(self.cells)


@dataclass(frozen=True, slots=True)
class Table:
    """A table: `header` has one text a column (a header two rows deep is joined: "2017 › Menn")."""

    title: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote's mark that was taken out of a text: where it stood, and what it was ("25", "*")."""

    offset: int
    mark: str


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, bullet, table, caption or footnote in the report's own wording (hyphenation joined).

    `seams` are offsets at which the file has something else in between (a call-out, a footnote): a quote that runs
    over one is whole to a reader, but does not stand in the file in one piece. `notes` are the footnote marks that
    stood in the text; `mark` is a footnote's own.
    """

    kind: BlockKind
    text: str
    marks: tuple[PageMark, ...] = ()
    table: Table | None = None
    seams: tuple[int, ...] = ()
    notes: tuple[Note, ...] = ()
    mark: str = ""


@dataclass(slots=True)
class Section:
    """A heading with what stands under it. `study` is set on the section that is a study's own heading."""

    title: str
    level: int
    kind: SectionKind = SectionKind.OTHER
    page: int | None = None
    study: Study | None = None
    blocks: list[Block] = field(default_factory=list)
    children: list["Section"] = field(default_factory=list)

    def walk(self, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], "Section"]]:
        """This section and all below it, in reading order, each with its heading path (itself last)."""
        here = (*path, self.title) if self.title else path
        yield here, self
        for child in self.children:
            yield from child.walk(here)


@dataclass(slots=True)
class ParsedReport:
    """A file as it was understood. `root` has no title of its own; `warnings` name what could not be read.

    `labels` are the numbers that pages (1-based, as the PDF counts) bear themselves, where they differ from the
    PDF's; `ocr` says that pages were read off pictures, with the errors that this brings.
    """

    report: Report
    root: Section
    warnings: list[Reason] = field(default_factory=list)
    labels: dict[int, str] = field(default_factory=dict)
    ocr: bool = False
