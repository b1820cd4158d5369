"""How well the best evidence fits a question, as one number to abstain by."""

import re
from collections.abc import Sequence

from assistant.index.lexical import Lexical
from assistant.language.words import fold, word_terms
from assistant.models import Hit
from assistant.question import Question

# Cosines of the bundled model lie high: between these two lies what tells questions with an answer from others.
_FAR, _NEAR = 0.82, 0.92
_LOOKED_AT = 3  # passages that must hold the question's words between them
_LOOKED_FOR_NAMES = 8  # passages in which its names and years may stand
_MISSING = 0.2  # what a name or a year costs that stands in none of those
_NAME = re.compile(r"(?<![.?!«] )(?<!^)\b[A-ZÆØÅ][\w-]{2,}")


def confidence(question: Question, hits: Sequence[Hit], lexical: Lexical) -> float:
    """From 0 (nothing fits) to 1: nearness in meaning and shared words, less for names and years that are missing."""
    if not hits:
        return 0.0
    cosine = max((hit.cosine for hit in hits if hit.cosine is not None), default=_FAR)
    near = min(1.0, max(0.0, (cosine - _FAR) / (_NEAR - _FAR)))
    held = {term for hit in hits[:_LOOKED_AT] for term in word_terms(_all_words(hit))}
    weights = lexical.weights("words", set(word_terms(question.whole)))
    shared = sum(weight for term, weight in weights.items() if term in held) / (sum(weights.values()) or 1.0)
    if not near:
        shared /= 2  # common words alone are shared with any report
    return max(0.0, (near + shared) / 2 - _MISSING * _missing(question, hits[:_LOOKED_FOR_NAMES]))


def _missing(question: Question, hits: Sequence[Hit]) -> int:
    """How many kinds of thing the question names that no passage has: names, years."""
    words = fold(" ".join(_all_words(hit) for hit in hits))
    names = [fold(name) for name in _NAME.findall(question.whole)]
    # A name may stand in the genitive: "Fafos" is found by "fafo".
    strange = any(name not in words and name.removesuffix("s") not in words for name in names)
    covered = {str(hit.passage.year) for hit in hits}
    late = bool(question.years) and not any(year in covered or year in words for year in question.years)
    return int(strange) + int(late)


def _all_words(hit: Hit) -> str:
    passage = hit.passage
    return " ".join((passage.title, *passage.path, passage.text))
