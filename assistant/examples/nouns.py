"""Nouns told from other words by what the reports themselves do with them."""

from collections import Counter
from itertools import pairwise

from assistant.language.words import stem, words

_DEFINITE = {True: ("n", "t", "ne"), False: ("en", "et", "ene", "ne")}  # by whether the bare word ends in -e
_INFLECTED = ("ene", "ne", "er", "en", "et", "e", "r")
_SHORTEST = 3  # letters that are left of a word
JOINING = frozenset("av om med ved for til fra frå på i mellom mot blant hos".split())
_KINDS = 5
_LEADS_ON = 0.35  # of a word's places: where so many go on in a preposition, it is of something else


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
            self._led_on.update(stem(one) for one, following in pairwise(said) if following in JOINING)

    def can_stand_alone(self, word: str) -> bool:
        """Whether a word is a noun that names something by itself."""
        return self.holds(word) and not self.is_wide(word)

    def holds(self, word: str) -> bool:
        """Whether a word is a noun: the reports have it both bare and in definite form."""
        bare = [word, *(word.removesuffix(end) for end in _INFLECTED if word.endswith(end))]
        return any(self._has_definite(one) for one in bare if len(one) >= _SHORTEST and self._forms[one])

    def is_wide(self, word: str) -> bool:
        """Whether many compounds are kinds of it, as of "ordning" and "tjeneste": it says little by itself."""
        end = stem(word)
        return sum(one.endswith(end) and len(one) >= len(end) + _SHORTEST for one in self._stems) > _KINDS

    def lead_on(self, one: str) -> bool:
        """Whether a word, by its stem, mostly stands before what it is of: "erfaringer med", "gjennomføring av"."""
        return self._led_on[one] >= _LEADS_ON * max(1, self._stems[one])

    def _has_definite(self, bare: str) -> bool:
        stems = (bare, bare + bare[-1]) if bare[-1] in "mn" else (bare,)  # programmet
        return any(self._forms[one + end] for one in stems for end in _DEFINITE[bare.endswith("e")])
