"""What the reports are about, in the words of their own headings: candidates for doors to what is in an index."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import pairwise

from assistant.language.words import STOP, stem, words
from assistant.models import Passage
from assistant.question.theme import asks

_FEWEST = 3  # studies and chapters that bear it in their headings, in
_IN_DOCUMENTS = 2  # documents or more
_COMMON = 0.075  # of all passages: what stands in more says little of any
_SHORTEST = 4  # letters
_CONTAINED = 0.6  # of a word's headings: where so many have it in one pair of words, the pair is meant

Words = tuple[str, ...]


def themes(passages: Iterable[Passage]) -> list[str]:
    """Words, and pairs of them, that head several studies or chapters of several documents; those of most first."""
    count, spread = 0, Counter[str]()
    heads: dict[Words, set[tuple[str, str]]] = defaultdict(set)
    forms: dict[Words, Counter[str]] = defaultdict(Counter)
    headings: dict[tuple[str, str], None] = {}
    for passage in passages:
        count += 1
        spread.update({stem(word) for word in words(passage.text)})
        headings |= {(passage.document, head): None for head in ([passage.study] if passage.study else passage.path)}
    for document, heading in headings:
        for run in _runs(heading):
            stems = tuple(map(stem, run))
            heads[stems].add((document, heading))
            forms[stems][" ".join(run)] += 1

    def documents(stems: Words) -> int:
        return len({document for document, _ in heads[stems]})

    found = [
        stems
        for stems, borne in heads.items()
        if len(borne) >= _FEWEST
        and documents(stems) >= _IN_DOCUMENTS
        and min(spread[one] for one in stems) <= _COMMON * count
    ]
    pairs = [stems for stems in found if len(stems) > 1]
    alone = [
        stems
        for stems in found
        if len(stems) == 1
        and not any(stems[0] in pair and len(heads[pair]) >= _CONTAINED * len(heads[stems]) for pair in pairs)
    ]
    ordered = sorted([*pairs, *alone], key=lambda stems: (-len(heads[stems]) * documents(stems), stems))
    return [forms[stems].most_common(1)[0][0] for stems in ordered]


def _runs(heading: str) -> list[Words]:
    """The words of a heading that can be a theme, and those that follow one another in pairs."""
    said = words(heading)
    able = [word for word in said if _is_theme(word)]
    pairs = [(one, other) for one, other in pairwise(said) if _is_theme(one) and _is_theme(other)]
    return [*((word,) for word in able), *pairs]


def _is_theme(word: str) -> bool:
    return len(word) >= _SHORTEST and word not in STOP and not word[0].isdigit() and not asks(word)
