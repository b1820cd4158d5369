"""Examples for the scorer of claims: a source, sentences that it bears, and sentences that it does not.

The files hold blocks: `= source`, `+ language sentence` for what it bears, `- kind language sentence` for what it does
not.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.language.detect import detect_language
from evals.training.examples import Example
from evals.training.exchanging import exchanged, own_sentences
from evals.training.reports import QUESTIONS

FOLDER = QUESTIONS / "claims"
_TOGETHER = 0.35  # of the sources that are read together with another one
_OWN, _BESIDE = 0.6, 2  # of the sources whose own sentences are read as well, and lies that stand beside them


@dataclass(frozen=True, slots=True)
class Claim:
    """What is said on a source; `kind` is how it differs, empty for what the source bears."""

    source: str
    words: str
    kind: str
    language: str
    block: int


def read_claims(path: Path) -> list[Claim]:
    """The claims of a file, in its order."""
    found: list[Claim] = []
    source, block = "", -1
    for line in path.read_text(encoding="utf-8").splitlines():
        mark, _, rest = line.partition(" ")
        if mark == "=":
            source, block = rest, block + 1
        elif mark == "+":
            language, _, words = rest.partition(" ")
            found.append(Claim(source, words, "", language, block))
        elif mark == "-":
            kind, language, words = rest.split(" ", 2)
            found.append(Claim(source, words, kind, language, block))
    return found


def examples(claims: Sequence[Claim], passes: int, seed: int) -> Iterator[Example]:
    """Each source once a pass, and at times once more with its own sentences and what is exchanged in them.

    At times another source stands before or after it, which changes nothing that it bears.
    """
    chance = random.Random(seed)
    blocks: dict[str, tuple[list[str], list[str]]] = {}
    for one in claims:
        blocks.setdefault(one.source, ([], []))[bool(one.kind)].append(one.words)
    sources = list(blocks)
    for _ in range(passes):
        for source, (right, wrong) in blocks.items():
            if right:
                yield Example(_together(source, sources, chance), tuple(right), tuple(wrong))
            if chance.random() < _OWN:
                own = own_sentences(source)
                beside = [other for one in own for other in exchanged(one, source, chance)]
                beside += chance.sample(wrong, min(_BESIDE, len(wrong)))
                yield Example(_together(source, sources, chance), tuple(own), tuple(beside))


def own_claims(claims: Sequence[Claim], seed: int) -> list[Claim]:
    """A sentence of each source as it stands, and up to two that differ from it in a word or a number."""
    chance = random.Random(seed)
    found: list[Claim] = []
    for block, source in enumerate(dict.fromkeys(one.source for one in claims)):
        sentence = chance.choice(own_sentences(source))
        language = detect_language(source)
        found.append(Claim(source, sentence, "", language, block))
        others = exchanged(sentence, source, chance)[:_BESIDE]
        found += [Claim(source, other, "exchanged", language, block) for other in others]
    return found


def _together(source: str, sources: Sequence[str], chance: random.Random) -> str:
    both = [source]
    if chance.random() < _TOGETHER:
        both.insert(chance.randrange(2), chance.choice(sources))
    return " ".join(both)
