"""What is no part of the report's own text: pictures described, addresses, download links, running heads."""

import re
from collections import Counter
from dataclasses import replace

from ingest.parts import Part, PartKind, sliced
from ingest.structure.forms import (
    is_address,
    is_caption,
    is_closed,
    is_contact,
    is_file_link,
    is_footnote,
    is_labelled_address,
    is_number,
    is_picture_description,
    is_rule,
    is_source,
    note_mark,
)
from ingest.words.characters import squeezed
from ingest.words.headwords import is_download, is_recurring

_ADDRESSES = re.compile(r"(?:(?:https?://|www\.)\S*\s+(?:\S*[-_/%]\S*[-_/]\S*\s+)?)+")
_PROSE = (PartKind.TEXT, PartKind.ITEM, PartKind.HEADING)


def sort_out(parts: list[Part], language: str, publisher: str = "") -> list[Part]:
    """The parts with captions, footnotes and noise told from the text by their form."""
    heads = _running_heads(parts) | _signatures(parts, publisher)
    sorted_out = [_sorted(p, heads, language) for part in parts for p in _without_addresses(part)]
    return [p for p in sorted_out if not (p.kind is not PartKind.TABLE and is_rule(p.text))]


def _sorted(part: Part, heads: set[str], language: str) -> Part:
    if part.kind not in _PROSE:
        return part
    kind = part.kind
    text = part.text
    if (part.kind is not PartKind.ITEM and is_caption(text)) or is_source(text):
        kind = PartKind.CAPTION
    elif part.kind is not PartKind.ITEM and is_footnote(text):
        kind = PartKind.FOOTNOTE
    elif (
        (language != "en" and is_picture_description(text))
        or is_address(text)
        or is_labelled_address(text)
        or is_contact(text)
        or is_download(text)
        or (part.kind is PartKind.TEXT and (is_file_link(text) or squeezed(text) in heads))
    ):
        kind = PartKind.NOISE
    if kind is part.kind:
        return part
    if kind is PartKind.FOOTNOTE and (length := note_mark(text)):
        return replace(sliced(part, length), kind=kind, level=0, marker=text[:length].strip())
    return replace(part, kind=kind, level=0)


def _without_addresses(part: Part) -> list[Part]:
    """A paragraph with web addresses alone at its beginning parted from them."""
    match = _ADDRESSES.match(part.text) if part.kind in (PartKind.TEXT, PartKind.ITEM) else None
    if not match or match.end() >= len(part.text):
        return [part]
    return [replace(sliced(part, 0, match.end()), kind=PartKind.NOISE), sliced(part, match.end())]


def _signatures(parts: list[Part], publisher: str) -> set[str]:
    """The publisher's name standing alone, with or without its initials, as on the last page."""
    name = squeezed(publisher)
    alone = {squeezed(p.text) for p in parts if p.kind is PartKind.TEXT and len(p.text) < len(publisher) + 12}
    return {text for text in alone if len(name) > 8 and text.endswith(name)}


def _running_heads(parts: list[Part]) -> set[str]:
    """Short lines that come again and again through the file: heads and feet of pages."""
    counts = Counter(
        squeezed(p.text)
        for p in parts
        if p.kind is PartKind.TEXT and len(p.text) < 90 and not is_closed(p.text) and not is_number(p.text)
        if not is_recurring(p.text) and not is_source(p.text) and not p.strong
    )
    return {text for text, n in counts.items() if n >= 4 and n > len(parts) / 120 and text}
