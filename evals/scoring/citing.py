"""What an answer cites: which quotes count, what gold evidence they hold, and whether they are right."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from evals.answering.runline import Cited, RunLine
from evals.documents.folding import squeeze
from evals.documents.markers import marked
from evals.documents.source import Documents
from evals.scoring.facts import says
from evals.scoring.quotes import page_right, verbatim
from evals.scoring.retrieval import Gold, covers

BUDGET = 4000  # characters of quotes in which evidence is looked for, so that citing a whole report gains nothing


@dataclass(frozen=True, slots=True)
class Checked:
    """The citations of one answer: those that count, and the places of the wrong ones in the line's list."""

    counting: tuple[Cited, ...]
    distinct: int
    bad_quotes: tuple[int, ...]
    paged: int
    bad_pages: tuple[int, ...]


def check_citations(line: RunLine, documents: Documents) -> Checked:
    """Check every citation of the line against the documents.

    A quote counts as evidence where it is verbatim, is marked in the answer (an abstaining one shows its nearest
    sources without), repeats no other and stands in the first 4,000 characters of quotes.
    """
    named = set(marked(line.answer))
    right = [c.document in documents and verbatim(c.quote, documents[c.document]) for c in line.citations]
    seen: set[tuple[str, str]] = set()
    counting: list[Cited] = []
    budget = BUDGET
    for citation, is_right in zip(line.citations, right, strict=True):
        key = citation.document, squeeze(citation.quote)
        if is_right and key not in seen and budget > 0 and (line.abstained or citation.n in named):
            counting.append(replace(citation, quote=citation.quote[:budget]))
            budget -= len(citation.quote)
        seen.add(key)
    with_pages = [i for i, c in enumerate(line.citations) if c.document in documents and documents[c.document].pages]
    return Checked(
        counting=tuple(counting),
        distinct=len(seen),
        bad_quotes=tuple(i for i, is_right in enumerate(right) if not is_right),
        paged=len(with_pages),
        bad_pages=tuple(
            i for i in with_pages if not page_right(line.citations[i], documents[line.citations[i].document])
        ),
    )


def evidence_held(citations: Sequence[Cited], gold: Sequence[Gold]) -> list[bool]:
    """For each gold quote, whether some citation's quote holds it or is a large part of it."""
    quotes = [(c.document, squeeze(c.quote)) for c in citations]
    return [any(d == g.document and covers(q, g) for d, q in quotes) for g in gold]


def serving(citations: Sequence[Cited], gold: Sequence[Gold], facts: Sequence[str]) -> int:
    """How many of the citations hold gold evidence or state a gold fact."""
    return sum(any(evidence_held([c], gold)) or any(says(c.quote, fact) for fact in facts) for c in citations)


def dangling(line: RunLine) -> list[int]:
    """The numbers that the answer marks and no citation bears."""
    known = {c.n for c in line.citations}
    return [n for n in dict.fromkeys(marked(line.answer)) if n not in known]
