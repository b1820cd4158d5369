"""Examples from the project's own question sets: evidence told by quotes, over documents that are read as a whole."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from assistant.statements import as_read
from evals.documents.folding import squeeze
from evals.questions.goldset import Question
from evals.training.examples import Example
from evals.training.reports import nearest
from ingest.cutting.passages import cut
from ingest.reading import read_report

_LARGE = 0.4  # of a quote that a statement must hold where it does not hold the whole
_LONGEST = 100  # wrong statements that are kept, the likeliest


def own_examples(questions: Sequence[Question], documents: Sequence[Path]) -> Iterator[Example]:
    """Each question with the statements that its quotes cover; near-misses have none. Follow-ups are left out."""
    passages = [passage for path in documents for passage in cut(read_report(path), 700)]
    statements = [(passage, span) for passage in passages for span in passage.spans]
    said = [as_read(passage, span) for passage, span in statements]
    letters = [squeeze(passage.text[span.start : span.end]) for passage, span in statements]
    for one in questions:
        if one.history:
            continue
        quotes = [(evidence.document, squeeze(evidence.quote)) for evidence in one.evidence]
        right = {
            i
            for i, (passage, _) in enumerate(statements)
            if any(passage.document == document and _covers(letters[i], quote) for document, quote in quotes)
        }
        if quotes and not right:
            continue
        order = nearest(one.text, said)
        answers = tuple(said[i] for i in order if i in right)
        yield Example(one.text, answers, tuple(said[i] for i in order if i not in right)[:_LONGEST])


def _covers(statement: str, quote: str) -> bool:
    if len(statement) < 15:
        return False
    return quote in statement or (statement in quote and len(statement) >= _LARGE * len(quote))
