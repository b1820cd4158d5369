"""Headings and what stands below them, set into one another."""

import re
from dataclasses import dataclass, field, replace

from ingest.document import Block, BlockKind, Section
from ingest.parts import Part, PartKind
from ingest.structure.contents import Known
from ingest.structure.forms import PART_OF
from ingest.structure.headings import Heading, place_of
from ingest.structure.levels import PLAIN, SUB_STUDY
from ingest.words.headwords import kind_of_section

_BLOCKS = {
    PartKind.TEXT: BlockKind.PARAGRAPH,
    PartKind.ITEM: BlockKind.ITEM,
    PartKind.TABLE: BlockKind.TABLE,
    PartKind.CAPTION: BlockKind.CAPTION,
    PartKind.FOOTNOTE: BlockKind.FOOTNOTE,
    PartKind.NOISE: BlockKind.NOISE,
    PartKind.HEADING: BlockKind.NOISE,
}
_CHAPTER = re.compile(r"\d{1,2}\.?\s+(?!av \d)[^\W\d_]")


@dataclass(slots=True)
class _Open:
    """A section not yet ended; `parts` are the ranks at which recurring headings stand right below it."""

    section: Section
    place: Heading
    parts: set[int] = field(default_factory=set)


def build(parts: list[Part], known: Known | None) -> Section:
    """The root of the tree that the parts make up, in reading order; without `known` by their levels alone."""
    numbered = _is_numbered(parts)
    root = Section("", 0)
    stack = [_Open(root, Heading("", 0))]
    for part in parts:
        if part.kind is not PartKind.HEADING:
            stack[-1].section.blocks.append(block_of(part))
            continue
        place = _as_written(part) if known is None else place_of(part, known, numbered)
        floor = next((o.place.rank for o in reversed(stack) if o.place.depth), 0)
        if not place.depth and place.rank < floor < PLAIN:
            place = replace(place, rank=floor)
        while len(stack) > 1 and (_closes(place, [o.place for o in stack[1:]]) or _is_sibling(place, stack)):
            stack.pop()
        if place.recurring:
            stack[-1].parts.add(place.rank)
        above = stack[-1].section
        section = Section(part.text, above.level + 1, kind_of_section(part.text), part.page)
        above.children.append(section)
        stack.append(_Open(section, place))
    return root


def _as_written(part: Part) -> Heading:
    """The heading's level as it is; part of a study ("Rapport a)") is set below the study, though level with it."""
    return Heading(part.text, 2 * part.level + (1 if PART_OF.match(part.text) else 0))


def block_of(part: Part) -> Block:
    """The part as a block of the report."""
    mark = part.marker if part.kind is PartKind.FOOTNOTE else ""
    return Block(_BLOCKS[part.kind], part.text, part.marks, part.table, part.seams, part.notes, mark)


def _is_numbered(parts: list[Part]) -> bool:
    """True where the chapters have numbers: at least two headings with one, of which no two are alike."""
    heads = [p.text for p in parts if p.kind is PartKind.HEADING and _CHAPTER.match(p.text)]
    return len({h.split()[0] for h in heads}) >= 2


def _closes(new: Heading, open_: list[Heading]) -> bool:
    """True where the innermost of the open headings ends before `new`."""
    top = open_[-1]
    if new.depth:
        return not top.depth or top.depth >= new.depth
    if new.outermost:
        return True
    if top.depth:
        return False  # what has no number lies below what has one
    if new.recurring:
        return (
            top.recurring or top.rank == PLAIN or (new.rank < PLAIN and top.rank > new.rank and top.rank != SUB_STUDY)
        )
    if top.recurring:
        return top.rank >= new.rank or (new.rank <= PLAIN and _study_rank(open_) >= new.rank) or new.rank == PLAIN
    return top.rank >= new.rank


def _is_sibling(new: Heading, stack: list[_Open]) -> bool:
    """True for "Oppfølging" after a heading that stands level with it, in a study that has such parts already."""
    top = stack[-1].place
    return new.recurring and not top.recurring and new.rank == top.rank < PLAIN and new.rank in stack[-2].parts


def _study_rank(open_: list[Heading]) -> int:
    """The rank of the innermost open heading that is no recurring one."""
    return next((h.rank for h in reversed(open_) if not h.recurring), 0)
