"""Text in which each visual line of a page is a line of its own, as copied out of a PDF: paragraphs put together.

Blank lines tell little there (they may stand between any two lines), so that the lines themselves must: where a
line is short although the next word would have fitted, something ended there.
"""

import itertools
import re
from dataclasses import dataclass

from ingest.parts import Part, PartKind
from ingest.reading.text.marked import is_row, read_rows
from ingest.words.characters import LINE_END_HYPHENS, tidy
from ingest.words.headwords import is_heading_line
from ingest.words.hyphens import Joiner
from ingest.words.inline import plain
from ingest.words.lists import marker_of

_ADDRESS = re.compile(r"\s*(?:https?://|www\.)\S+\s*$")
_SENTENCE_END = re.compile(r"[.!?:;](?:[»\")\]]*)\s*$")
_OPEN_END = re.compile(
    r"(?:^|\s)(?:har|fra|frå|i|på|og|av|til|for|som|med|at|en|et|den|det|de|der|er|kan|vil|skal|ved|om|mot|mellom|"
    r"under|over|hos|enn|eller|ikke|ikkje|blant|the|of|and|in|to|a|by|with)\s*$|,\s*$",
    re.I,
)


def is_wrapped(text: str) -> bool:
    """True where lines are cut in mid-sentence all over, so that a line is no paragraph."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    pairs = [(a, b) for a, b in itertools.pairwise(lines) if "\t" not in a and not a.startswith(("#", "|"))]
    if len(pairs) < 12:
        return False
    cut = sum(1 for a, b in pairs if b[0].islower() and not _SENTENCE_END.search(a))
    return cut / len(pairs) > 0.3


def read_wrapped(text: str, joiner: Joiner) -> list[Part]:
    """The parts of a text of visual lines."""
    lines = text.replace("\f", "\n\n").splitlines()
    width = _width(lines)
    tight = sum(1 for a, b in itertools.pairwise(lines) if a.strip() and b.strip()) / max(1, len(lines))
    page = _Page(width, tight)
    filled = [i for i, line in enumerate(lines) if line.strip()]
    parts: list[Part] = []
    block: list[str] = []
    for at, i in enumerate(filled):
        blanks = lines[filled[at - 1] + 1 : i] if at else []
        after = lines[filled[at + 1]] if at + 1 < len(filled) else ""
        if block and _parted(block, lines[i], after, blanks, page):
            parts += _part(block, joiner)
            block = []
        block.append(lines[i])
    return parts + _part(block, joiner)


@dataclass(frozen=True, slots=True)
class _Page:
    """How the text is set: characters in a full line, and the share of lines that follow one another directly."""

    width: float
    tight: float


def _width(lines: list[str]) -> float:
    """How many characters a full line holds."""
    lengths = sorted(len(line.strip()) for line in lines if len(line.strip()) > 20 and not _ADDRESS.match(line))
    return lengths[int(len(lengths) * 0.75)] if lengths else 80.0


def _parted(block: list[str], line: str, after: str, blanks: list[str], page: _Page) -> bool:
    """True where `line` begins something new after `block`."""
    last, new = block[-1].strip(), line.strip()
    if is_row(line) or is_row(block[-1]):
        return is_row(line) != is_row(block[-1])
    if _ADDRESS.match(block[-1]):
        return last[-1] not in "-_/" or " " in new
    if _ADDRESS.match(line):
        return True
    if marker_of(new) and not _mid_sentence(last, new):
        return True
    if last[-1] in LINE_END_HYPHENS or new[0].islower():
        return False
    ended = bool(_SENTENCE_END.search(last))
    if not ended and _OPEN_END.search(last):
        return False
    if any(blanks):
        return True  # a line of spaces alone is a paragraph that somebody left empty
    if is_heading_line(last) or is_heading_line(new) or (ended and _stands_alone(new, after.strip(), page.width)):
        return True
    width = page.width if ended or len(block) < 3 else max(len(b.strip()) for b in block) * 0.95
    if len(last) + 1 + len(new.split()[0]) <= 0.93 * width:
        return True
    return ended and bool(blanks) and page.tight > 0.25 and len(block) > 1


def _stands_alone(line: str, after: str, width: float) -> bool:
    """True where a short line without a full stop is followed by something new: a heading."""
    if not after or len(line) > 0.7 * width or _SENTENCE_END.search(line) or line[-1] in LINE_END_HYPHENS:
        return False
    return (
        after[0].isupper()
        and len(line) + 1 + len(after.split(maxsplit=1)[0]) < 0.8 * width
        and not _OPEN_END.search(line)
    )


def _mid_sentence(last: str, new: str) -> bool:
    """True where a line that looks numbered goes on with the sentence before ("… b, c," / "d) og e)")."""
    marker = marker_of(new)
    return marker is not None and marker[0] != "•" and last[-1] not in ".:;?!" and len(last) > 60


def _part(block: list[str], joiner: Joiner) -> list[Part]:
    if not block:
        return []
    if is_row(block[0]):
        return read_rows(block)
    if _ADDRESS.match(block[0]):
        return [Part(PartKind.NOISE, tidy("".join(line.strip() for line in block)))]
    found = marker_of(block[0])
    marker, first = found if found else ("", block[0])
    text = tidy(plain(joiner.join([first, *block[1:]])))
    if not text:
        return []
    return [Part(PartKind.ITEM if marker else PartKind.TEXT, text, marker=marker)]
