"""The check of what is claimed: every sentence against what it cites.

A sentence stands where each number, year and name in it stands in a cited source, and where a model that has learned
what sources bear says so, which is told what the rules see it claim otherwise than a sentence there. Without a model
no rule may see anything, and enough of its content words have to stand there, or its meaning has to be near; those
thresholds are settings, and `python -m evals support` calibrates them.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from assistant.embedding import Embedder
from assistant.index.lexical import Lexical
from assistant.language.sentences import split_sentences
from assistant.language.words import STOP, numbers, word_terms, words
from assistant.models import Citation
from assistant.settings import CheckSettings
from assistant.writing.claims import difference
from assistant.writing.claims.lexicon import key_of
from assistant.writing.parse import Said
from assistant.writing.weighing import shared_things

# Whether a source bears a sentence, and how the sentence differs by the rules, if it does.
Bears = Callable[[str, str, str], bool]
# Not to be said on any source: what tells its reader what to do, addresses, and what no one would read.
_NEVER = frozenset({"instruction", "address", "endless"})
_NAME = re.compile(r"\b[A-ZÆØÅ][\w-]+")
_ENGLISH_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")


@dataclass(frozen=True, slots=True)
class Checked:
    """What of a reply stood: `kept` with markers to real sources alone, and the sentences that were `removed`."""

    kept: tuple[Said, ...]
    removed: tuple[Said, ...]


class Checker:
    """Checks sentences against their sources: by a model of what sources bear where there is one, and by rules."""

    def __init__(
        self, settings: CheckSettings, lexical: Lexical, embedder: Embedder, bears: Bears | None = None
    ) -> None:
        self._settings = settings
        self._lexical = lexical
        self._embedder = embedder
        self._bears = bears

    def check(self, said: Sequence[Said], evidence: Sequence[Citation]) -> Checked:
        """Keep the sentences that their sources bear."""
        sources = {citation.n: citation for citation in evidence}
        names = frozenset(name for citation in evidence for name in _names(_all_words(citation)))
        kept, removed = [], []
        for sentence in said:
            real = [sources[n] for n in sentence.cites if n in sources]
            if real and self.is_supported(sentence.words, real, names):
                kept.append(Said(sentence.words, tuple(citation.n for citation in real), sentence.part))
            else:
                removed.append(sentence)
        return Checked(tuple(kept), tuple(removed))

    def is_supported(self, sentence: str, citations: Sequence[Citation], names: frozenset[str] = frozenset()) -> bool:
        """Whether the cited sources, taken together, bear the sentence.

        `names` are all that the evidence holds: with them, a name at a sentence's beginning is known for one.
        """
        held = " ".join(_all_words(citation) for citation in citations)
        if not (numbers_stand(sentence, held) and _names_stand(sentence, held, names)):
            return False
        quotes = [citation.quote for citation in citations]
        differs = difference(sentence, quotes, held)
        if differs in _NEVER:
            return False
        if self._bears:
            return self._bears(" ".join(quotes), sentence, differs)
        return not differs and self._is_near(sentence, citations, held)

    def _is_near(self, sentence: str, citations: Sequence[Citation], held: str) -> bool:
        shared = max(self.shared(sentence, held), shared_things(sentence, held))
        return shared >= self._settings.shared_above or any(
            self.nearness(sentence, citation.quote) >= self._settings.meaning_above for citation in citations
        )

    def shared(self, sentence: str, held: str) -> float:
        """The share of the sentence's content words, by their rarity, that stand in the source: 0 to 1."""
        weights = self._lexical.weights("words", set(word_terms(sentence)))
        own = set(word_terms(held))
        return sum(weight for term, weight in weights.items() if term in own) / (sum(weights.values()) or 1.0)

    def nearness(self, sentence: str, quote: str) -> float:
        """The cosine between the two."""
        one, other = self._embedder.embed_queries([sentence, quote])
        return float(np.dot(one, other))


def numbers_stand(sentence: str, held: str) -> bool:
    """Whether every number of the sentence stands in the source, as a whole: `25` does not stand in `25,3`."""
    known = numbers(held)
    return all(
        number in known or (_ENGLISH_THOUSANDS.fullmatch(number) and number.replace(",", "") in known)
        for number in numbers(sentence)
    )


def _names_stand(sentence: str, held: str, names: frozenset[str]) -> bool:
    """Whether the names of the sentence stand in the source; a genitive's s is left out by either side."""
    known = set(words(held))
    first = words(sentence)[:1]
    stated = _names(sentence) | {word for word in first if word in names}
    things = {key_of(word) for word in known}
    return all(known & {name, name.removesuffix("s"), f"{name}s"} or key_of(name) in things for name in stated)


def _names(text: str) -> set[str]:
    """Capitalised words within sentences, folded: the first of each sentence says nothing."""
    return {
        word
        for sentence in split_sentences(text)
        for match in _NAME.finditer(sentence.text)
        if match.start()
        for word in words(match.group())
        if word not in STOP
    }


def _all_words(citation: Citation) -> str:
    """Everything that a source says of itself: its text, its headings, its report, and who carried the study out."""
    passage, report, study = citation.passage, citation.report, citation.study
    parts = [passage.text, citation.quote, passage.title, *passage.path, str(passage.year or "")]
    parts += [f"{heading} {value}" for heading, value in passage.cells]
    parts += [report.publisher or ""] if report else []
    parts += [study.title, study.carried_out_by or "", study.published or "", study.sample or ""] if study else []
    return " ".join(parts)
