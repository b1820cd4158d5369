"""How much of a question single statements say by their letters: which of them are worth reading."""

from collections.abc import Mapping

from assistant.index.lexical import Lexical
from assistant.language.words import STOP, letter_terms, ngrams, words
from assistant.models import Passage
from assistant.statements import pairs_of


class Overlap:
    """The letter n-grams of a question, each with its rarity."""

    def __init__(self, text: str, lexical: Lexical) -> None:
        self._weights: Mapping[str, float] = lexical.weights("letters", set(letter_terms(text)))
        self._total = sum(self._weights.values())
        self._held: dict[str, frozenset[str]] = {}

    def of_statements(self, passage: Passage) -> list[float]:
        """For each statement the share of the n-grams, by rarity, that it and (half as much) its headings hold."""
        if not self._total:
            return [0.0] * len(passage.spans)
        above = self._of(" ".join((passage.title, *passage.path)))
        row = pairs_of(passage)
        said = [row or passage.text[span.lead[0] : span.lead[1]] + " " + passage.text[span.start : span.end]
                for span in passage.spans]  # fmt: skip
        own = [self._of(text) for text in said]
        return [(self._sum(held) + self._sum(above - held) / 2) / self._total for held in own]

    def _of(self, text: str) -> frozenset[str]:
        """The n-grams of the question that a text holds."""
        return frozenset().union(*(self._in(word) for word in words(text)))

    def _in(self, word: str) -> frozenset[str]:
        if word not in self._held:
            self._held[word] = frozenset() if word in STOP else frozenset(ngrams(word)) & self._weights.keys()
        return self._held[word]

    def _sum(self, terms: frozenset[str]) -> float:
        return sum(self._weights[term] for term in terms)
