"""Headings that say something themselves: an answer or a figure set large, as on slides, can then be quoted."""

import re

from assistant.models import PageMark
from ingest.document import Block, BlockKind, Section
from ingest.structure.forms import is_publication_line
from ingest.words.headwords import is_recurring

_TELLING = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.TABLE)
_NUMBER = re.compile(r"^\d{1,2}(?:\.\d{1,2}){0,4}\.?\s+(?=[^\W\d_])")
_PERIOD = re.compile(
    r"\b(?:19|20)\d\d(?:\s?[-–/]\s?(?:19|20)?\d\d)?\b|\b\d{1,2}\.\s?(?:\w+|\d{1,2}\.)|\b(?:nr|kap|kapittel|del|fase|"
    r"steg|trinn|vedlegg|note|punkt|pkt|spørsmål|oppgave|mål|tiltak|§+)\.?\s?\d+(?:\.\d+)*",
    re.I,
)
_SHARE = re.compile(
    r"\d\s?(?:%|prosent|mill|mrd|kr\b|kroner|timer|elever|personer|av \d)|(?:kr|kroner|nok) \d|\d \d{3}\b|\d{3,}", re.I
)
_AMOUNT = re.compile(r"\d \d{3}\b(?! \d)|\d\s?(?:%|prosent|mill|mrd|kroner)", re.I)
_CLAUSE = re.compile(
    r"\b(?:er|var|har|hadde|blir|ble|blei|vart|kan|må|bør|viser|gir|gjev|får|fikk|øker|økte|går|gikk|falt|synker|"
    r"mener|meiner|trenger|treng|ønsker|svarer|mangler|is|are|was|were|has|have|shows?)\b",
    re.I,
)


def quotable(root: Section) -> Section:
    """The tree with headings that say something as text too: where nothing stands under them, or they bear a figure."""
    for child in root.children:
        quotable(child)
    _lower(root)
    for child in root.children:
        bare = not child.children and not any(b.kind in _TELLING for b in child.blocks)
        if (bare and _tells(child.title)) or (_bears_figure(child.title) and _says_amount(child.title)):
            child.blocks.insert(0, _block(child))
    return root


def _lower(root: Section) -> None:
    """Figures in large type at a section's beginning, with nothing under them, made paragraphs of the section."""
    if not root.title:
        return
    while root.children and not root.children[0].children and _is_figure(root.children[0]):
        child = root.children.pop(0)
        root.blocks += [_block(child), *child.blocks]


def _is_figure(section: Section) -> bool:
    return _bears_figure(section.title) and not any(b.kind in _TELLING for b in section.blocks)


def _tells(title: str) -> bool:
    if is_recurring(title) or is_publication_line(title) or title.endswith("?"):
        return False
    return _bears_figure(title) or (len(title.split()) >= 5 and bool(_CLAUSE.search(title)))


def _bears_figure(title: str) -> bool:
    """True where a number stands in the title that is neither its own, a year, nor the name of something."""
    said = _PERIOD.sub(" ", _NUMBER.sub("", title))
    return len(said.split()) >= 2 and bool(_SHARE.search(said)) and any(c.isalpha() for c in said)


def _says_amount(title: str) -> bool:
    return bool(_CLAUSE.search(title) or _AMOUNT.search(title))


def _block(section: Section) -> Block:
    marks = (PageMark(0, section.page),) if section.page is not None else ()
    return Block(BlockKind.PARAGRAPH, section.title, marks)
