"""Passages cut into statements, what an answer is made of: sentences, bullets, table rows, each with what it needs."""

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.language.modality import asks
from assistant.language.places import place_of
from assistant.language.sentences import Sentence, split_sentences
from assistant.language.words import YEAR
from assistant.models import Passage, Span
from assistant.statements import BULLET

_SHORTEST = 20  # characters; less says nothing by itself
_WHOLE_BULLET = 320  # a bullet up to this many characters is one statement
LEAD_IN = re.compile(r":\s*$|\bfølg(?:j)?ende\b.*[.:]\s*$", re.IGNORECASE)
# What stands above large figures without being a sentence: "ett år etter avsluttet program (de som sluttet i 2015)."
_FRAGMENT = re.compile(r"[a-zæøå][^.!?]{8,98}[.:]?")
_FIGURE = re.compile(r"\d.{0,119}")
_LAST_YEAR = re.compile(r"\bi fjor\b|\blast year\b", re.IGNORECASE)
# A sentence that opens so speaks of something in the sentence before it.
_LEANS = re.compile(
    r"^(?:Dette|Disse|Denne|Desse|Han|Hun|Ho|Dei|Hvis ikke|Henholdsvis|Resten|Sistnevnte|Førstnevnte)\b"
    r"|^(?:De|Den|Det) (?:har|er|kan|skal|må|bør|vil|får|ble|blir|var|\w+te|\w+et|\w+er) "
    r"|^\w+ (?:\w+ )?(?:disse|dette|denne|desse|sistnevnte|førstnevnte)\b"
)
_STANDS = re.compile(r"^(?:Det (?:er|var|ble|blir|har|finnes|kan|skal|må|bør|vil)|De (?:fleste|ansatte|siste|ulike))\b")


def spans_of(passage: Passage, *, is_letter: bool = False) -> tuple[Span, ...]:
    """The statements of a passage, in order; a table row is one. In a letter the sender asks for what must be done."""
    if passage.cells:
        return (Span(passage.text.rfind("\n") + 1, len(passage.text)),)
    spans = (_dated(span, passage) for span in _spans(passage.text))
    return tuple(_asked(span, passage.text) if is_letter else span for span in spans)


def _asked(span: Span, text: str) -> Span:
    lead = text[span.lead[0] : span.lead[1]] if span.is_item else ""
    return replace(span, asks=asks(text[span.start : span.end], lead))


def _dated(span: Span, passage: Passage) -> Span:
    """The span with the year that its "i fjor" is, reckoned from the report's, where it names none itself."""
    said = passage.text[span.start : span.end]
    if not passage.year or span.about or not _LAST_YEAR.search(said) or YEAR.search(said):
        return span
    return replace(span, about=str(passage.year - 1))


def leans(text: str) -> bool:
    """Whether a sentence loses its meaning without the one before it."""
    return bool(_LEANS.match(text)) and not _STANDS.match(text)


def _spans(text: str) -> Iterator[Span]:
    offset, lead, above = 0, (0, 0), (0, 0)
    for line in text.split("\n"):
        body = line.removeprefix(BULLET)
        start = offset + len(line) - len(body)
        sentences = split_sentences(body)
        is_bullet = body != line
        hung_on = lead if is_bullet else above if _FIGURE.fullmatch(body) else (0, 0)
        is_item = is_bullet or bool(hung_on[1])
        if is_item and len(body) <= _WHOLE_BULLET and not body.endswith(":"):
            if body.strip() and (len(body) >= _SHORTEST or hung_on[1]):
                yield Span(start, start + len(body), hung_on, is_item=True)
        else:
            yield from _sentences(sentences, start, hung_on, is_item)
        last = (0, 0)
        if sentences:
            last = (start + sentences[-1].start, start + sentences[-1].start + len(sentences[-1].text))
        if (leads_in := bool(sentences and LEAD_IN.search(body))) or not is_item:
            lead = last if leads_in else (0, 0)
        if is_bullet or not is_item:
            above = last if _FRAGMENT.fullmatch(line) else (0, 0)
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
