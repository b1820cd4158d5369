"""Footnote marks in the text: carried through the reading between two private characters, then lifted out."""

import re
from dataclasses import replace

from assistant.models import PageMark
from ingest.document import Note
from ingest.parts import Part, PartKind, without_repeats

OPEN, CLOSE = "\ue000", "\ue001"
_MARK = re.compile(rf" ?{OPEN}([^{CLOSE}]*){CLOSE}(?: (?=[.,;:)»]))?")


def carried(mark: str) -> str:
    """The mark as it is carried along in a text."""
    return f"{OPEN}{mark.strip()}{CLOSE}"


def without_notes(text: str) -> str:
    """`text` without the marks that it carries."""
    return _MARK.sub("", text)


def lifted(part: Part) -> Part:
    """The part with the marks taken out of its text and listed in `notes`, everything else moved along."""
    if OPEN not in part.text:
        return part
    if part.kind is PartKind.TABLE:
        return part
    gone: list[tuple[int, int]] = []
    notes: list[Note] = []
    removed = 0
    for match in _MARK.finditer(part.text):
        start, end = match.span()
        after = part.text[end : end + 1]
        if part.text[start] == " " and after and after not in " ,.;:)»":
            start += 1  # the space stood between two words
        gone.append((start, end))
        notes.append(Note(match.start() - removed, match.group(1)))
        removed += end - start
    text = part.text
    for start, end in reversed(gone):
        text = text[:start] + text[end:]

    def moved(offset: int) -> int:
        return max(0, offset - sum(min(end, offset) - start for start, end in gone if start < offset))

    marks = without_repeats(tuple(PageMark(moved(m.offset), m.page) for m in part.marks))
    return replace(part, text=text, marks=marks, notes=tuple(notes))
