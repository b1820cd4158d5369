"""A model's reply taken apart: sentences with the numbers that they cite, under the part that they stand in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.language.sentences import split_sentences
from assistant.models import Part
from assistant.texts import TEXTS

_MARKERS = re.compile(r"\s*\[(\d{1,3}(?:\s*[,;]\s*\d{1,3})*)\]")
_TRAILING = re.compile(r"([.!?])((?:\s*\[[\d,; ]+\])+)")
_BULLET = re.compile(r"^\s*(?:[-*•]|\d{1,2}[.)])\s+")
_EMPHASIS = re.compile(r"(\*\*|__|`|^#+\s*)")
_HEADINGS = {
    TEXTS[key][language].casefold(): part
    for key, part in (("findings", Part.FINDINGS), ("recommendations", Part.RECOMMENDATIONS))
    for language in TEXTS[key]
}


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence that a model wrote, without its markers, and the numbers of what it cites."""

    words: str
    cites: tuple[int, ...]
    part: Part


def parsed(reply: str) -> list[Said]:
    """The sentences of a reply, in order. One without a marker leans on the next one of its line that has one."""
    part, said = Part.LEAD, []
    for line in reply.splitlines():
        words = _EMPHASIS.sub("", _BULLET.sub("", line)).strip()
        heading = _HEADINGS.get(words.rstrip(":").casefold())
        if heading:
            part = heading
        elif words:
            said += _with_markers(list(_sentences(words, part)))
    return said


def _sentences(line: str, part: Part) -> Iterator[Said]:
    # A marker after the full stop belongs to the sentence before it.
    line = _TRAILING.sub(r"\2\1", line)
    for sentence in split_sentences(line):
        cites = [int(n) for group in _MARKERS.findall(sentence.text) for n in re.findall(r"\d+", group)]
        words = _MARKERS.sub("", sentence.text).strip()
        if any(character.isalnum() for character in words):
            yield Said(words, tuple(dict.fromkeys(cites)), part)


def _with_markers(sentences: list[Said]) -> list[Said]:
    cites: tuple[int, ...] = ()
    completed = []
    for said in reversed(sentences):
        cites = said.cites or cites
        completed.append(Said(said.words, cites, said.part))
    return completed[::-1]
