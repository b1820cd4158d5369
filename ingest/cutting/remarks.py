"""What the notes below a table say of its rows."""

import re
from collections.abc import Sequence
from itertools import takewhile

from assistant.statements import NOTE_MARKS
from ingest.document import Block, BlockKind

# Units' exponents are no marks.
_UNIT = re.compile(r"(?<=m)[²³]\b|(?<=10)[¹²³⁴⁵⁶⁷⁸⁹⁰]+")


def notes_below(blocks: Sequence[Block]) -> list[Block]:
    """The notes among the blocks that follow a table, up to the first one that is something else."""
    below = takewhile(lambda block: block.kind in (BlockKind.FOOTNOTE, BlockKind.CAPTION), blocks)
    return [block for block in below if block.kind is BlockKind.FOOTNOTE and block.mark]


def remarks_on(lines: Sequence[str], notes: Sequence[Block]) -> tuple[tuple[str, str], ...]:
    """The (mark, words) of the notes that are about a row.

    `lines` are its table's title, its headings and its own text: what may bear a mark.
    """
    borne = {mark for line in lines for mark in NOTE_MARKS.findall(_UNIT.sub("", line))}
    told = ((note.mark.replace("\\", ""), note.text) for note in notes)
    return tuple((mark, words) for mark, words in told if mark in borne)
