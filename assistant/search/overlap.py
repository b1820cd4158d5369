"""How much of a question one statement of a passage says by itself."""

from assistant.answer.units import units_of
from assistant.index.lexical import Lexical
from assistant.language.words import STOP, letter_terms, ngrams, words
from assistant.models import Hit, Passage


class Overlap:
    """The letter n-grams of a question, each with its rarity."""

    def __init__(self, text: str, lexical: Lexical) -> None:
        self._weights = lexical.weights("letters", set(letter_terms(text)))
        self._total = sum(self._weights.values())
        self._held: dict[str, frozenset[str]] = {}

    def best_statement(self, passage: Passage) -> float:
        """The largest share of the n-grams, by rarity, that one statement and (half as much) its headings hold."""
        if not self._total:
            return 0.0
        above = self._of(" ".join((passage.title, *passage.path)))
        own = [self._of(unit.text) for unit in units_of([Hit(passage, 0.0)])]
        return max((self._sum(held) + self._sum(above - held) / 2 for held in own), default=0.0) / self._total

    def _of(self, text: str) -> frozenset[str]:
        """The n-grams of the question that a text holds."""
        return frozenset().union(*(self._in(word) for word in words(text)))

    def _in(self, word: str) -> frozenset[str]:
        if word not in self._held:
            self._held[word] = frozenset() if word in STOP else frozenset(ngrams(word)) & self._weights.keys()
        return self._held[word]

    def _sum(self, terms: frozenset[str]) -> float:
        return sum(self._weights[term] for term in terms)
