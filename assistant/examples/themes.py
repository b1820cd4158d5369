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
_HEADED = 0.15  # of a word's passages: where fewer stand under headings that bear it, it is no subject of theirs
_CONTAINED = 0.5  # of a word's headings: where so many have it in one pair of words, the pair is meant
_JOINING = frozenset("av om med ved for til fra frå på i mellom mot blant hos".split())
_NO_THEMES = STOP | _JOINING
# Of nouns, which are told from other words by what the reports themselves do with them.
_DEFINITE = {True: ("n", "t", "ne"), False: ("en", "et", "ene", "ne")}  # by whether the bare word ends in -e
_INFLECTED = ("ene", "ne", "er", "en", "et", "e", "r")
_SHORTEST_LEFT = 3  # letters that are left of a word
_KINDS = 5
_LEADS_ON = 0.35  # of a word's places: where so many go on in a preposition, it is of something else

Words = tuple[str, ...]


def themes(passages: Iterable[Passage]) -> list[str]:
    """Nouns, and pairs of words, that head several studies or chapters of several documents; those of most first.

    None that only lead to what is meant, as "erfaringer" does to what they are of.
    """
    count, spread, headed, nouns = 0, Counter[str](), Counter[str](), Nouns()
    heads: dict[Words, set[tuple[str, str]]] = defaultdict(set)
    forms: dict[Words, Counter[str]] = defaultdict(Counter)
    headings: dict[tuple[str, str], None] = {}
    for passage in passages:
        count += 1
        said = {stem(word) for word in words(passage.text)}
        spread.update(said)
        headed.update(said & {stem(word) for head in (passage.study or "", *passage.path) for word in words(head)})
        nouns.read(passage.text)
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
        and not nouns.lead_on(stems[-1])
        and 0 < min(spread[one] for one in stems) <= _COMMON * count
    ]
    pairs = [stems for stems, borne in heads.items() if len(stems) > 1 and len(borne) > 1]
    alone = [
        stems
        for stems in found
        if len(stems) == 1
        and headed[stems[0]] >= _HEADED * spread[stems[0]]
        and not any(stems[0] in pair and len(heads[pair]) >= _CONTAINED * len(heads[stems]) for pair in pairs)
    ]

    def weight(stems: Words) -> float:
        return len(heads[stems]) * documents(stems) * min(headed[one] / spread[one] for one in stems)

    ordered = sorted([*(stems for stems in found if len(stems) > 1), *alone], key=lambda stems: (-weight(stems), stems))
    named = (
        next((form for form, _ in forms[stems].most_common() if len(stems) > 1 or nouns.can_stand_alone(form)), "")
        for stems in ordered
    )
    return [name for name in named if name]


def _runs(heading: str) -> list[Words]:
    """The words of a heading that can be a theme, and those that follow one another in pairs."""
    said = words(heading)
    able = [word for word in said if _is_theme(word)]
    pairs = [(one, other) for one, other in pairwise(said) if _is_theme(one) and _is_theme(other)]
    return [*((word,) for word in able), *pairs]


def _is_theme(word: str) -> bool:
    return len(word) >= _SHORTEST and word not in _NO_THEMES and not word[0].isdigit() and not asks(word)


class Nouns:
    """What was read of the words of an index."""

    def __init__(self) -> None:
        self._forms: Counter[str] = Counter()
        self._stems: Counter[str] = Counter()
        self._led_on: Counter[str] = Counter()

    def read(self, passage: str) -> None:
        """Take in the words of a passage."""
        for line in passage.split("\n"):
            said = words(line)
            self._forms.update(said)
            self._stems.update(map(stem, said))
            self._led_on.update(stem(one) for one, following in pairwise(said) if following in _JOINING)

    def can_stand_alone(self, word: str) -> bool:
        """Whether a word is a noun that names something by itself."""
        return self.holds(word) and not self.is_wide(word)

    def holds(self, word: str) -> bool:
        """Whether a word is a noun: the reports have it both bare and in definite form."""
        bare = [word, *(word.removesuffix(end) for end in _INFLECTED if word.endswith(end))]
        return any(self._has_definite(one) for one in bare if len(one) >= _SHORTEST_LEFT and self._forms[one])

    def is_wide(self, word: str) -> bool:
        """Whether many compounds are kinds of it, as of "ordning" and "tjeneste": it says little by itself."""
        end = stem(word)
        return sum(one.endswith(end) and len(one) >= len(end) + _SHORTEST_LEFT for one in self._stems) > _KINDS

    def lead_on(self, one: str) -> bool:
        """Whether a word, by its stem, mostly stands before what it is of: "erfaringer med", "gjennomføring av"."""
        return self._led_on[one] >= _LEADS_ON * max(1, self._stems[one])

    def _has_definite(self, bare: str) -> bool:
        stems = (bare, bare + bare[-1]) if bare[-1] in "mn" else (bare,)  # programmet
        return any(self._forms[one + end] for one in stems for end in _DEFINITE[bare.endswith("e")])
