"""What a reader makes of a file, before its structure is known."""

from collections.abc import Callable
from dataclasses import dataclass, field

from assistant.reasons import Reason
from ingest.metadata import Line, Properties
from ingest.parts import Part
from ingest.words.hyphens import Joiner


@dataclass(slots=True)
class Source:
    """A file as read: its parts in order, what it says of itself, and what could not be read.

    `written` says that the heading levels are the writer's own, and need no correction; `labels` are the numbers
    that pages bear themselves, where they differ from the PDF's; `ocr` says that some was read off pictures. `lines`
    are those of the first pages, where the file has lines; `is_wide` says that its pages lie on their side.
    """

    parts: list[Part]
    joiner: Joiner = field(default_factory=Joiner)
    properties: Properties = field(default_factory=Properties)
    warnings: list[Reason] = field(default_factory=list)
    written: bool = False
    labels: dict[int, str] = field(default_factory=dict)
    ocr: bool = False
    lines: list[Line] = field(default_factory=list)
    is_wide: bool = False


Reader = Callable[[bytes], Source]
