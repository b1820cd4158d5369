"""Passages cut into statements, what an answer is made of: sentences, bullets, table rows, each with what it needs."""

import re
from collections.abc import Iterator

from assistant.language.places import place_of
from assistant.language.sentences import Sentence, split_sentences
from assistant.models import Passage, Span
from assistant.statements import BULLET

_SHORTEST = 20  # characters; less says nothing by itself
_WHOLE_BULLET = 320  # a bullet up to this many characters is one statement
LEAD_IN = re.compile(r":\s*$|\bfølg(?:j)?ende\b.*[.:]\s*$", re.IGNORECASE)
# A sentence that opens so speaks of something in the sentence before it.
_LEANS = re.compile(
    r"^(?:Dette|Disse|Denne|Desse|Han|Hun|Ho|Dei|Hvis ikke|Henholdsvis|Resten|Sistnevnte|Førstnevnte)\b"
    r"|^(?:De|Den|Det) (?:har|er|kan|skal|må|bør|vil|får|ble|blir|var|\w+te|\w+et|\w+er) "
    r"|^\w+ (?:\w+ )?(?:disse|dette|denne|desse|sistnevnte|førstnevnte)\b"
)
_STANDS = re.compile(r"^(?:Det (?:er|var|ble|blir|har|finnes|kan|skal|må|bør|vil)|De (?:fleste|ansatte|siste|ulike))\b")


def spans_of(passage: Passage) -> tuple[Span, ...]:
    """The statements of a passage, in order; a table row is one."""
    if passage.cells:
        return (Span(passage.text.rfind("\n") + 1, len(passage.text)),)
    return tuple(_spans(passage.text))


def leans(text: str) -> bool:
    """Whether a sentence loses its meaning without the one before it."""
    return bool(_LEANS.match(text)) and not _STANDS.match(text)


def _spans(text: str) -> Iterator[Span]:
    offset, lead = 0, (0, 0)
    for line in text.split("\n"):
        body = line.removeprefix(BULLET)
        start = offset + len(line) - len(body)
        sentences = split_sentences(body)
        is_item = body != line
        if is_item and len(body) <= _WHOLE_BULLET and not body.endswith(":"):
            if len(body) >= _SHORTEST or lead[1]:
                yield Span(start, start + len(body), lead, is_item=True)
        else:
            yield from _sentences(sentences, start, lead if is_item else (0, 0), is_item)
        if sentences and LEAD_IN.search(body):
            last = sentences[-1]
            lead = (start + last.start, start + last.start + len(last.text))
        elif not is_item:
            lead = (0, 0)
        offset += len(line) + 1


def _sentences(sentences: list[Sentence], start: int, lead: tuple[int, int], is_item: bool) -> Iterator[Span]:
    """The sentences of one paragraph, each with the one before it where it points back, and the place it is about."""
    about, before = "", lead
    for one in sentences:
        here = (start + one.start, start + one.start + len(one.text))
        own = place_of(one.text)
        about = own if own is not None else about
        if len(one.text) >= _SHORTEST and not one.text.endswith(":"):
            yield Span(*here, before if leans(one.text) else lead, "" if own is not None else about, is_item)
        before = here
