"""Paragraphs and list items put together where a page end, a call-out or a footnote cut them in two."""

from dataclasses import replace

from ingest.parts import Part, PartKind, joined
from ingest.structure.forms import OPEN_WORD, is_capitals, is_closed, is_number
from ingest.words.characters import LINE_END_HYPHENS, squeezed
from ingest.words.headwords import is_recurring
from ingest.words.hyphens import Joiner

_REACH = 9
_SHORT = 150
_END = 30  # characters that hold the last word of a text: what is joined on and on is not searched whole each time
_CUTTABLE = (PartKind.TEXT, PartKind.ITEM)
_BETWEEN = (PartKind.NOISE, PartKind.FOOTNOTE, PartKind.CAPTION, PartKind.TABLE)


def whole(parts: list[Part], joiner: Joiner) -> list[Part]:
    """The parts with cut paragraphs whole again; what stood in between follows after."""
    out: list[Part] = []
    for i, part in enumerate(parts):
        at = None if _stands_in_the_way(part, parts[i + 1 : i + _REACH]) else _beginning_of(part, out)
        if at is None:
            out.append(part)
            continue
        first = out[at]
        if first.kind is PartKind.HEADING:
            first = replace(first, kind=PartKind.TEXT, level=0)
        apart = any(p.kind is not PartKind.NOISE or squeezed(p.text) for p in out[at + 1 :])
        out[at] = joined(first, part, joiner.sides(first.text, part.text), apart)
    return out


def _stands_in_the_way(part: Part, following: list[Part]) -> bool:
    """True for a call-out set into a paragraph: the paragraph goes on, in lower case, right after it."""
    if part.kind is not PartKind.TEXT or len(part.text) >= _SHORT or part.text[:1].islower():
        return False
    for after in following:
        if after.kind is PartKind.TEXT and after.text[:1].islower():
            return is_closed(part.text)
        if not _may_stand_between(after):
            return False
    return False


def _beginning_of(part: Part, out: list[Part]) -> int | None:
    """Where in `out` the paragraph stands that `part` goes on with; None where it begins on its own."""
    if part.kind is not PartKind.TEXT or not out or not part.text:
        return None
    last = len(out) - 1
    before = out[last]
    if _is_call_out_head(before) and part.text[0].islower():
        return last
    if before.kind in _CUTTABLE and _goes_on(before, part) and (len(before.text) >= 60 or _torn(before)):
        return last if len(before.text) >= _SHORT or _torn(before) else _torn_before(part, out) or last
    if not part.text[0].islower() and not _closes_bracket(part):
        return None
    for at in range(last, max(-1, last - _REACH), -1):
        earlier = out[at]
        if earlier.kind in _CUTTABLE and len(earlier.text) >= 60 and _goes_on(earlier, part):
            return at
        if not _may_stand_between(earlier):
            break
    return last if before.kind in _CUTTABLE and not is_closed(before.text) and part.text[0].islower() else None


def _torn_before(part: Part, out: list[Part]) -> int | None:
    """Where a long paragraph stands that broke off, with nothing but call-outs since; None where there is none."""
    for at in range(len(out) - 2, max(-1, len(out) - _REACH), -1):
        if out[at].kind in _CUTTABLE and len(out[at].text) >= _SHORT and _goes_on(out[at], part):
            return at
        if not _may_stand_between(out[at]):
            break
    return None


def _may_stand_between(part: Part) -> bool:
    return part.kind in _BETWEEN or (part.kind in _CUTTABLE and len(part.text) < _SHORT)


def _torn(part: Part) -> bool:
    """True where the text ends in the middle of a word or phrase."""
    return part.text[-1] in LINE_END_HYPHENS or bool(OPEN_WORD.search(part.text[-_END:]))


def _goes_on(first: Part, second: Part) -> bool:
    if not first.text or is_closed(first.text) or first.strong != second.strong:
        return False
    if second.text[0].islower():
        return True
    if _closes_bracket(second) and first.text.count("(") > first.text.count(")"):
        return True
    return _torn(first) and first.text[-1] not in "," and len(first.text) > 60


def _closes_bracket(part: Part) -> bool:
    closing = part.text.find(")")
    return 0 < closing < 40 and "(" not in part.text[:closing]


def _is_call_out_head(part: Part) -> bool:
    """True for a heading that is but the beginning of a sentence set large: "11 078", "KOMMUNENE"."""
    if part.kind is PartKind.HEADING:
        short = len(part.text.split()) <= 2
        return is_number(part.text) or ((is_capitals(part.text) or short) and not is_recurring(part.text))
    return part.kind is PartKind.TEXT and len(part.text) < 60 and (is_number(part.text) or is_capitals(part.text))
