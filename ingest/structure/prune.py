"""Sections that say nothing are taken out of the tree, and a title above all is taken off."""

from dataclasses import replace

from ingest.document import Block, BlockKind, Section
from ingest.structure.forms import is_contact, is_number, is_reference, is_sentence
from ingest.words.characters import squeezed
from ingest.words.headwords import is_recurring, is_reference_list

_TELLING = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.TABLE)


def pruned(root: Section) -> Section:
    """The tree without headings over nothing but noise; their words are kept as noise in the section above.

    What stands in a list of references is made noise: it names other texts, and says nothing of its own.
    """
    kept: list[Section] = []
    for child in root.children:
        pruned(child)
        listing = is_reference_list(child.title) and _lists_references(child)
        if listing:
            child.blocks = [replace(b, kind=BlockKind.NOISE, table=None) for b in child.blocks]
        if child.children or not _is_noise(child) or is_recurring(child.title) or listing:
            kept.append(child)
            continue
        root.blocks.append(Block(BlockKind.NOISE, child.title))
        root.blocks += child.blocks
    root.children = kept
    return root


def _lists_references(section: Section) -> bool:
    return 2 * sum(is_reference(b.text) for b in section.blocks) >= len(section.blocks) > 0


def _is_noise(section: Section) -> bool:
    """True where nothing but noise stands under the heading, or scraps (no sentence) beside addresses."""
    if not any(b.kind is BlockKind.NOISE for b in section.blocks):
        return False
    telling = [b for b in section.blocks if b.kind in _TELLING]
    addresses = any(is_contact(b.text) for b in section.blocks)
    return not telling or (addresses and all(b.kind is BlockKind.PARAGRAPH and len(b.text) < 60 for b in telling))


def hoisted(root: Section, title: str) -> Section:
    """The tree without the report's own title over all: its sections stand at the top."""
    alone = len(root.children) == 1
    for child in list(root.children):
        same = squeezed(child.title) == squeezed(title)
        only = alone and bool(child.children) and not child.title[:1].isdigit()
        if not (same or only) or is_recurring(child.title):
            continue
        at = next(i for i, c in enumerate(root.children) if c is child)
        root.children[at : at + 1] = child.children
        root.blocks += list(child.blocks)
    _cover(root)
    _relevel(root, 0)
    return root


def _cover(root: Section) -> None:
    """Scraps of a cover page before the first heading (no sentences among them) are noise."""
    if root.children:
        root.blocks = [replace(b, kind=BlockKind.NOISE) if is_number(b.text) else b for b in root.blocks]
    if root.children and not any(is_sentence(b.text) and len(b.text) > 30 for b in root.blocks):
        root.blocks = [Block(BlockKind.NOISE, b.text, b.marks, b.table) for b in root.blocks]


def _relevel(section: Section, level: int) -> None:
    section.level = level
    for child in section.children:
        _relevel(child, level + 1)
