"""A question's content words held against single statements: what each statement covers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.answer.fit.asked import Term
from assistant.answer.fit.statements import Statement
from assistant.language.words import ngrams

# What a word counts that stands above the statement, or elsewhere in its passage, and not in it.
ABOVE, AROUND = 0.75, 0.5
# What another word of the same meaning counts, and one that shares most of its letters.
_OTHER, _SIMILAR = 0.9, 0.75
_SLIPS_FROM = 6  # letters from which on one wrong letter is taken for a slip, and no other word


@dataclass(frozen=True, slots=True)
class Fit:
    """A statement, the share of the question's words by rarity that it covers (0 to 1), and how far it holds each."""

    statement: Statement
    covered: float
    held: Mapping[str, float]


def fits(terms: Sequence[Term], statements: Sequence[Statement]) -> list[Fit]:
    """Every statement with what it covers, best first."""
    return sorted((_fit(terms, one) for one in statements), key=lambda fit: -fit.covered)


def _fit(terms: Sequence[Term], one: Statement) -> Fit:
    held = {
        term.word: max(_held(term, one.own), ABOVE * _held(term, one.above), AROUND * _held(term, one.around))
        for term in terms
    }
    total = sum(term.weight for term in terms)
    covered = sum(term.weight * held[term.word] for term in terms) / total if total else 0.0
    return Fit(one, covered, held)


def _held(term: Term, stems: frozenset[str]) -> float:
    if term.stem in stems:
        return 1.0
    if term.others & stems:
        return _OTHER
    own = [one for one in (term.stem, *term.others) if len(one) >= 4]
    return _SIMILAR if any(alike(one, other) for one in own for other in stems) else 0.0


@lru_cache(maxsize=500_000)
def alike(a: str, b: str) -> bool:
    """Whether one word is a part of the other (a compound), or they share most of their letters (a typo)."""
    if len(b) < 4:
        return False
    if len(a) < 5:  # "skole" in "grunnskole", not "sak" in "saksbehandler"
        return b.endswith(a) and len(b) >= len(a) + 3
    if a.startswith(b) or b.startswith(a) or a.endswith(b) or b.endswith(a):
        return True
    if len(b) >= 5 and len(a) >= 8 and b[:5] in a:
        return True
    if len(a) >= _SLIPS_FROM and is_slip(a, b):
        return True
    x, y = set(ngrams(a, 3)), set(ngrams(b, 3))
    return len(x & y) >= 0.55 * max(len(x), len(y))


def is_slip(a: str, b: str) -> bool:
    """Whether one letter is missing, too many, another, or two are swapped."""
    if abs(len(a) - len(b)) > 1:
        return False
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    rest, other = a[start:], b[start:]
    is_swapped = rest[:2][::-1] == other[:2] and rest[2:] == other[2:]
    return rest[1:] == other[1:] or rest == other[1:] or rest[1:] == other or is_swapped
