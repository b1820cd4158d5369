"""Passages cut into what an answer is made of: sentences, bullets and table rows."""

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.language.sentences import split_sentences
from assistant.models import Hit, Passage

BULLET = "• "
WHOLE_BULLET = 320  # a bullet up to this many characters is taken whole
SHORTEST = 20  # less says nothing by itself


@dataclass(frozen=True, slots=True)
class Unit:
    """One verbatim statement of a passage; `hit_rank` is the rank of that passage, 0 the best."""

    text: str
    start: int
    passage: Passage
    hit_rank: int


def units_of(hits: list[Hit]) -> list[Unit]:
    """The statements of the passages, in the passages' order."""
    return [
        Unit(text, start, hit.passage, rank) for rank, hit in enumerate(hits) for text, start in _units(hit.passage)
    ]


def _units(passage: Passage) -> Iterator[tuple[str, int]]:
    if passage.cells:
        yield passage.text.rsplit("\n", 1)[-1], passage.text.rfind("\n") + 1
        return
    offset = 0
    for line in passage.text.split("\n"):
        body = line.removeprefix(BULLET)
        start = offset + len(line) - len(body)
        offset += len(line) + 1
        if body.endswith(":") or len(body) < SHORTEST:
            continue
        if len(body) <= WHOLE_BULLET and body != line:
            yield body, start
            continue
        yield from (
            (sentence.text, start + sentence.start)
            for sentence in split_sentences(body)
            if len(sentence.text) >= SHORTEST
        )
