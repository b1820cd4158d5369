"""Passages cut into what an answer is made of: sentences, bullets, table rows, and lists with their lead-in."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.language.sentences import split_sentences
from assistant.models import Hit, Passage

BULLET = "• "
WHOLE_BULLET = 320  # a bullet up to this many characters is taken whole
SHORTEST = 20  # less says nothing by itself
SENTENCE = 6  # fewer words without a full stop are a heading or a label
WHOLE_LIST = 700  # a list up to this many characters can be taken whole
LEAD_IN = re.compile(r":\s*$|\bfølgende\b.*[.:]\s*$", re.IGNORECASE)
# A sentence that opens so speaks of something in the sentence before it.
_LEANS = re.compile(
    r"^(?:Dette|Disse|Denne|Han|Hun|Ho|Dei|Hvis ikke|Henholdsvis|Resten)\b"
    r"|^(?:De|Den|Det) (?:har|er|kan|skal|må|bør|vil|får|ble|blir|var|\w+te|\w+et|\w+er) "
    r"|^\w+ (?:\w+ )?(?:disse|dette|denne|sistnevnte|førstnevnte)\b"
)
# A line without a full stop and without a word that may be a verb is a title, unless it begins with a figure.
_VERB = re.compile(
    r"\b(?:er|var|ble|blir|har|hadde|kan|skal|må|bør|vil|får|fikk|gir|går|finnes|å)\b"
    r"|\b[a-zæøå]+(?:te|es|(?<!ing)(?<!het)(?<!els)(?<!jon)(?<!mun)er)\b"
)
_TORN = re.compile(r"\b(?:at|som|å|og|eller|for|til|av|med)$|^(?:§|\d+\))|\b(?:Meld|Prop|Innst)\.$")
_STANDS = re.compile(r"^(?:Det (?:er|var|ble|blir|har|finnes|kan|skal|må|bør|vil)|De (?:fleste|ansatte|siste|ulike))\b")


@dataclass(frozen=True, slots=True)
class Unit:
    """One verbatim statement of a passage; `hit_rank` is the rank of that passage, 0 the best."""

    text: str
    start: int
    passage: Passage
    hit_rank: int

    @property
    def end(self) -> int:
        """Where it ends in the passage's text."""
        return self.start + len(self.text)


def units_of(hits: Sequence[Hit]) -> list[Unit]:
    """The statements of the passages, in the passages' order."""
    return [
        Unit(text, start, hit.passage, rank) for rank, hit in enumerate(hits) for text, start in _pieces(hit.passage)
    ]


def lists_of(hits: Sequence[Hit]) -> list[Unit]:
    """The lists of the passages, each with the line that leads into it."""
    return [
        Unit(text, start, hit.passage, rank) for rank, hit in enumerate(hits) for text, start in _lists(hit.passage)
    ]


def leans(text: str) -> bool:
    """Whether a sentence loses its meaning without the one before it."""
    return bool(_LEANS.match(text)) and not _STANDS.match(text)


def is_scrap(text: str) -> bool:
    """Whether a piece says nothing by itself: no sentence but a few words or a title, or one that was torn."""
    is_open = text.rstrip(")»")[-1:] not in ".!?"
    is_title = is_open and not text[:1].isdigit() and not _VERB.search(text)
    is_label = text.isupper() or (len(text.split()) < SENTENCE and text[-1:] not in ".!?")
    return is_title or is_label or text[:1].islower() or text.startswith("(") or bool(_TORN.search(text))


def joined(first: Unit, last: Unit) -> Unit:
    """The two statements of one passage and what stands between them, as one."""
    start, end = min(first.start, last.start), max(first.end, last.end)
    return Unit(first.passage.text[start:end], start, first.passage, first.hit_rank)


def _pieces(passage: Passage) -> Sequence[tuple[str, int]]:
    if passage.cells:
        return ((passage.text.rsplit("\n", 1)[-1], passage.text.rfind("\n") + 1),)
    return _sentences_and_bullets(passage.text)


# The search, the answer and the verdict all go through the statements of the same passages.
@lru_cache(maxsize=2048)
def _sentences_and_bullets(text: str) -> tuple[tuple[str, int], ...]:
    return tuple(_cut(text))


def _cut(text: str) -> Iterator[tuple[str, int]]:
    for line, offset in _lines(text):
        body = line.removeprefix(BULLET)
        start = offset + len(line) - len(body)
        if len(body) < SHORTEST:
            continue
        if len(body) <= WHOLE_BULLET and body != line and not body.endswith(":"):
            yield body, start
            continue
        yield from (
            (sentence.text, start + sentence.start)
            for sentence in split_sentences(body)
            if len(sentence.text) >= SHORTEST and not sentence.text.endswith(":")
        )


def _lists(passage: Passage) -> Iterator[tuple[str, int]]:
    """A line that leads in and the bullets after it, while they are short enough to be read as one."""
    if passage.cells:
        return
    lines = list(_lines(passage.text))
    for i, (line, offset) in enumerate(lines):
        if not LEAD_IN.search(line):
            continue
        rest = lines[i + 1 :]
        taken = 0
        while taken < len(rest) and _continues(rest[taken][0], rest[0][0]):
            taken += 1
        while taken and rest[taken - 1][1] + len(rest[taken - 1][0]) - offset > WHOLE_LIST:
            taken -= 1
        if taken > 1:
            start = offset + _last_sentence(line)
            end = rest[taken - 1][1] + len(rest[taken - 1][0])
            yield passage.text[start:end], start


def _continues(line: str, first: str) -> bool:
    """Whether a line is an item of the list that `first` begins: items are sentences throughout, or none is."""
    is_item = line.startswith(BULLET) and not LEAD_IN.search(line)
    return is_item and line.rstrip().endswith(".") == first.rstrip().endswith(".")


def _last_sentence(line: str) -> int:
    """Where the line's last sentence begins, its bullet aside."""
    body = line.removeprefix(BULLET)
    sentences = split_sentences(body)
    return len(line) - len(body) + (sentences[-1].start if sentences else 0)


def _lines(text: str) -> Iterator[tuple[str, int]]:
    offset = 0
    for line in text.split("\n"):
        yield line, offset
        offset += len(line) + 1
