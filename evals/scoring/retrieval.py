"""What retrieval found: gold quotes within the ranked passages."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from evals.answering.runline import Retrieved
from evals.documents.folding import squeeze
from evals.documents.source import Document, Documents
from evals.questions.goldset import Question

BUDGETS = (500, 1000, 2000, 4000, 8000)  # characters of ranked passages; 4,000 is the one to steer by
PASSAGE = 1500  # characters of one passage that count for hits, reciprocal rank and gain
DEPTH = 10
_HALF = 25  # letters; a shorter half of a quote says too little
_PART = 0.4  # of a quote that a text must be to count as a large part of it
_WINDOW = 40  # letters of a passage that are looked for at a time
_STANDS = 0.7  # of these windows that must stand in the document


@dataclass(frozen=True, slots=True)
class Gold:
    """One gold quote made ready: its letters, and the halves of it that stand nowhere else in the document."""

    document: str
    quote: str
    halves: tuple[str, ...]


def gold_quotes(question: Question, documents: Documents) -> list[Gold]:
    """The question's evidence made ready for matching."""
    return [_gold(e.document, squeeze(e.quote), documents.get(e.document)) for e in question.evidence]


def _gold(name: str, quote: str, document: Document | None) -> Gold:
    half = len(quote) // 2
    halves: tuple[str, ...] = (quote[:half], quote[half:]) if half >= _HALF else ()
    if document is not None and halves:
        # A half that also stands without the other ("... prosent av kommunenes utgifter") shows nothing.
        whole = document.count(quote)
        halves = tuple(h for h in halves if document.count(h) <= whole or not whole)
    return Gold(name, quote, halves)


def covers(letters: str, gold: Gold) -> bool:
    """True where squeezed `letters` hold the quote, a long half of it, or are themselves a large part of it."""
    if not gold.quote:
        return False
    if gold.quote in letters or any(half in letters for half in gold.halves):
        return True
    return len(letters) >= max(_HALF, _PART * len(gold.quote)) and letters in gold.quote


def standing(passages: Sequence[Retrieved], documents: Documents) -> list[Retrieved]:
    """The passages, those whose text is not from their document emptied, so that ranks stay."""
    return [p if stands(p, documents) else replace(p, text="") for p in passages]


def stands(passage: Retrieved, documents: Documents) -> bool:
    """True where most of the passage's text stands in its document."""
    document = documents.get(passage.document)
    return document is not None and bool(passage.text) and _stands(squeeze(passage.text), document)


@lru_cache(maxsize=20_000)
def _stands(letters: str, document: Document) -> bool:
    if document.holds(letters):
        return True
    windows = [letters[i : i + _WINDOW] for i in range(0, max(1, len(letters) - _WINDOW + 1), _WINDOW)]
    return any(
        sum(window in version.squeezed for window in windows) >= _STANDS * len(windows) for version in document.versions
    )


def first_ranks(passages: Sequence[Retrieved], gold: Sequence[Gold]) -> list[int | None]:
    """For each gold quote, the rank (from 1) of the first passage that holds it; None where none does."""
    texts = [(p.document, squeeze(p.text[:PASSAGE])) for p in passages[:DEPTH]]
    return [
        next((rank for rank, (d, t) in enumerate(texts, 1) if d == g.document and covers(t, g)), None) for g in gold
    ]


def ndcg(ranks: Sequence[int | None]) -> float:
    """nDCG@10 over gold quotes, each worth 1 where first shown; at best, one more with each passage.

    The j-th quote found is discounted by the larger of its passage's rank and j, so that a long passage which
    holds several gains nothing over short ones. Järvelin and Kekäläinen 2002, doi 10.1145/582415.582418.
    """
    found = sorted(rank for rank in ranks if rank is not None)[:DEPTH]
    best = sum(1 / math.log2(1 + j) for j in range(1, min(len(ranks), DEPTH) + 1))
    return sum(1 / math.log2(1 + max(rank, j)) for j, rank in enumerate(found, 1)) / best if best else 0.0


def recall_within(passages: Sequence[Retrieved], gold: Sequence[Gold], budget: int) -> float:
    """Share of the gold quotes that the first `budget` characters of the ranked passages hold."""
    shown = []
    for passage in passages:
        if budget <= 0:
            break
        text = passage.text[:budget]
        budget -= len(text)
        shown.append((passage.document, squeeze(text)))
    return share_covered(shown, gold)


def share_covered(texts: Sequence[tuple[str, str]], gold: Sequence[Gold]) -> float:
    """Share of the gold quotes that some (document, squeezed text) holds."""
    return sum(any(d == g.document and covers(t, g) for d, t in texts) for g in gold) / len(gold)
