"""When two statements say the same, and when one of them bears the other out."""

from assistant.language.modality import modality
from assistant.language.numerals import COUNTING
from assistant.language.words import letter_terms, numbers, words
from assistant.statements import Statement

_SAME = 0.6  # of the shorter one's letters that a repetition shares with the other
_COUNTS = COUNTING | frozenset("halvparten tredjedel tredel fjerdedel femtedel".split())
_BEARS = 0.5  # of a claim's letters that a second source for it must hold


def overlap(a: Statement, b: Statement) -> bool:
    """Whether the two share words of the same passage."""
    return a.passage.id == b.passage.id and a.start < b.end and b.start < a.end


def repeats(text: str, other: str) -> bool:
    """Whether a statement says little that the other does not; a number of its own is always something new."""
    if not _counts(text) <= _counts(other):
        return False
    a, b = set(letter_terms(text)), set(letter_terms(other))
    return len(a & b) > _SAME * min(len(a), len(b))


def bears_out(text: str, claim: str) -> bool:
    """Whether a statement may stand as a second source of a claim: same numbers, same modality, most of its words."""
    if _counts(text) != _counts(claim) or modality(text) != modality(claim):
        return False
    a, b = set(letter_terms(text)), set(letter_terms(claim))
    return len(a & b) > _BEARS * len(b)


def _counts(text: str) -> set[str]:
    """The numbers of the text, in figures and in words."""
    return numbers(text) | _COUNTS.intersection(words(text))
