"""What a reader hands on: a file as a flat run of parts, in reading order, before its structure is known."""

from dataclasses import dataclass, replace
from enum import StrEnum

from assistant.models import PageMark
from ingest.document import Note, Table


class PartKind(StrEnum):
    """What a reader could tell about a part from its form alone."""

    TEXT = "text"
    ITEM = "item"
    HEADING = "heading"
    TABLE = "table"
    CAPTION = "caption"
    FOOTNOTE = "footnote"
    NOISE = "noise"


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph, list item, heading or table.

    `level` is the heading level that the file's markup or type size says (1 outermost, 0 unknown); `strong` is
    true where all of the text is bold or in italics; `marker` is a list item's own ("1.", "a)", "•"); `seams`
    are offsets of `text` at which something else (a call-out, a footnote) stood in between in the file, `notes` the
    footnote marks taken out of it. `apart` says that the file sets it apart as a quotation or in a box.
    """

    kind: PartKind
    text: str
    marks: tuple[PageMark, ...] = ()
    level: int = 0
    strong: bool = False
    marker: str = ""
    table: Table | None = None
    seams: tuple[int, ...] = ()
    notes: tuple[Note, ...] = ()
    apart: bool = False

    @property
    def page(self) -> int | None:
        """The page on which the part begins."""
        return self.marks[0].page if self.marks else None


def shifted(marks: tuple[PageMark, ...], by: int) -> tuple[PageMark, ...]:
    """The marks of a text that was moved `by` characters to the right (to the left where negative)."""
    return tuple(PageMark(max(0, m.offset + by), m.page) for m in marks)


def without_repeats(marks: tuple[PageMark, ...]) -> tuple[PageMark, ...]:
    """The marks in order, one for each change of page, none twice at the same offset."""
    kept: list[PageMark] = []
    for mark in marks:
        if kept and kept[-1].offset == mark.offset:
            kept.pop()
        if not kept or kept[-1].page != mark.page:
            kept.append(mark)
    return tuple(kept)


def sliced(part: Part, start: int, end: int | None = None) -> Part:
    """The part with its text from `start` to `end` alone, trimmed, its marks and seams moved along."""
    piece = part.text[start:end]
    start += len(piece) - len(piece.lstrip())
    piece = piece.strip()
    marks = tuple(
        PageMark(max(0, m.offset - start), m.page) for m in part.marks if m.offset < start + max(1, len(piece))
    )
    seams = tuple(s - start for s in part.seams if start < s < start + len(piece))
    notes = tuple(Note(n.offset - start, n.mark) for n in part.notes if start < n.offset <= start + len(piece))
    return replace(part, text=piece, marks=without_repeats(marks), seams=seams, notes=notes)


def joined(first: Part, second: Part, glue: tuple[str, str], apart: bool = False) -> Part:
    """One part of two: `glue` is the text of both as (left, right) after hyphenation, to be set side by side.

    `apart` says that something stood between the two in the file; a seam is then kept at the join.
    """
    left, right = glue
    shift = len(left) + len(right) - len(second.text)
    marks = without_repeats(first.marks + shifted(second.marks, shift))
    seams = first.seams + ((len(left),) if apart else ()) + tuple(s + shift for s in second.seams)
    notes = first.notes + tuple(Note(n.offset + shift, n.mark) for n in second.notes)
    return replace(first, text=left + right, marks=marks, seams=seams, notes=notes)
