"""How much of a theme a text says: its parts ("utgifter", "tilskudd til kommunene"), each by its rarer words.

A word of the theme is met in its inflections and at either end of a compound ("tolk" in "tolkeregister" and
"skjermtolk").
"""

import re
from collections.abc import Iterable, Mapping

from assistant.index.lexical import Lexical
from assistant.language.terms import load_terms
from assistant.language.words import STOP, stem, word_terms, words

MENTIONED = 2 / 3  # of a part, by the rarity of its words: from there on a text speaks of it
_PARTS = re.compile(r",|/|\b(?:og|and|eller|or|samt)\b", re.IGNORECASE)
_JOINING = STOP | frozenset("blant hos mellom among between regarding innen".split())
_SHORTEST, _SHORTEST_END, _SHORTEST_COMPOUND = 4, 5, 10  # letters
_TELLING = 2.0  # of a part beside others, by the rarity of its words: what one passage in six says has 2.0
_MANY = 600  # passages, of which a sixth is more than a table should hold
_AT_THE_END = 0.75  # worth of a word that another one is put before

Held = Mapping[str, float]


class ThemeWords:
    """The words of one theme, with what else the reports may call it."""

    def __init__(self, theme: str, language: str, lexical: Lexical) -> None:
        own = [_stems(part) for part in _PARTS.split(theme)]
        others = [_stems(part) for said in load_terms().other_words(theme, language) for part in _PARTS.split(said)]
        compounds = [both for said in _PARTS.split(theme) if (both := _compound(said, lexical))]
        self._own = tuple(dict.fromkeys(word for part in own for word in part))
        self._lexical = lexical
        self._weights = lexical.weights("words", {word for part in (*own, *others, *compounds) for word in part})
        met: list[tuple[str, ...]] = [*(self._telling(own) or own), *self._telling(others), *compounds]
        self.parts = tuple(dict.fromkeys(part for part in met if part))
        self._met: dict[str, Held] = {}

    def _telling(self, parts: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
        """The parts that not every sixth passage says: of "holdninger til innvandring og innvandrere" the first."""
        if len(self._lexical.ids) < _MANY:
            return list(parts)
        return [part for part in parts if sum(self._weights[word] for word in part) >= _TELLING]

    @property
    def text(self) -> str:
        """All of its words, as a search takes them."""
        return " ".join(dict.fromkeys(word for part in self.parts for word in part))

    def held(self, text: str) -> Held:
        """The words of the theme that a text holds, each with how surely."""
        found: dict[str, float] = {}
        for word in words(text):
            for own, surely in self._meets(word).items():
                found[own] = max(found.get(own, 0.0), surely)
        return found

    def share(self, *held: Held) -> float:
        """How much of its best part several texts hold together, 0 to 1."""
        return max((self._share(part, held) for part in self.parts), default=0.0)

    def whole(self, *held: Held) -> float:
        """How much of all that the theme itself says several texts hold together, 0 to 1."""
        return self._share(self._own, held) if self._own else 0.0

    def fill(self, text: str) -> float:
        """How much of a text, by the rarity of its words, is the theme's, 0 to 1."""
        weights = self._lexical.weights("words", set(word_terms(text)))
        own = sum(weight for word, weight in weights.items() if self._meets(word))
        return own / (sum(weights.values()) or 1.0)

    def _share(self, part: tuple[str, ...], held: tuple[Held, ...]) -> float:
        total = sum(self._weights[word] for word in part)
        return sum(self._weights[word] * max(one.get(word, 0.0) for one in held) for word in part) / total

    def _meets(self, word: str) -> Held:
        if word not in self._met:
            surely = ((own, _surely(own, word)) for part in self.parts for own in part)
            self._met[word] = {own: worth for own, worth in surely if worth}
        return self._met[word]


def _stems(said: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(stem(word) for word in words(said) if word not in _JOINING and len(word) > 1))


def _surely(own: str, word: str) -> float:
    """How surely a word of a text says a word of the theme, by its stem."""
    if stem(word) == own or (len(own) >= _SHORTEST and word.startswith(own)):
        return 1.0
    inflected = stem(word)
    is_end = len(own) >= _SHORTEST_END and inflected.endswith(own) and len(inflected) - len(own) >= _SHORTEST
    return _AT_THE_END if is_end else 0.0


def _compound(said: str, lexical: Lexical) -> tuple[str, ...]:
    """The two words that a long one is made of ("kompetanse", "kartlegging"), where the reports have both."""
    told = [word for word in words(said) if word not in _JOINING]
    if len(told) != 1 or len(told[0]) < _SHORTEST_COMPOUND:
        return ()
    word = told[0]
    for end in range(_SHORTEST_END, len(word) - _SHORTEST_END + 1):
        both = stem(word[:end]), stem(word[end:])
        if min(map(len, both)) >= _SHORTEST_END and all(lexical.knows(one) for one in both):
            return both
    return ()
