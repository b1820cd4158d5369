"""Search alone, without answers: what several settings find for the same questions."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from assistant.embedding import Embedder
from assistant.index.reader import Index
from assistant.models import Hit
from assistant.question import Names, understand
from assistant.reader import Reader
from assistant.reader.reading import read
from assistant.search import find_candidates
from assistant.search.spread import spread
from assistant.settings import Settings
from evals.answering.runline import Retrieved
from evals.documents.source import Documents
from evals.questions.goldset import Question
from evals.scoring.retrieval import first_ranks, gold_quotes, recall_within

BUDGET = 4000
FIGURES = ("hit@1", "hit@5", "mrr@10", f"evidence_recall@{BUDGET}c", "comparisons", "follow-ups")


def remembering(embedder: Embedder) -> Embedder:
    """The embedder, from now on embedding each question once, however many settings are tried on it."""
    embedder.embed_query = lru_cache(maxsize=None)(embedder.embed_query)  # type: ignore[method-assign]
    return embedder


def search_figures(
    questions: Iterable[Question],
    index: Index,
    embedder: Embedder,
    reader: Reader | None,
    *,
    settings: Settings,
    documents: Documents,
) -> dict[str, float]:
    """The figures of one search over the questions that have evidence.

    `comparisons` and `follow-ups` are the evidence recall of these alone; follow-ups count in no other figure.
    """
    names = Names(index.manifest)
    found: dict[str, list[float]] = {name: [] for name in FIGURES}
    for question in questions:
        if question.evidence:
            asked = understand(question.text, question.history, names=names)
            candidates = find_candidates(asked, index, embedder, settings.search)
            reading = read(asked, candidates, index.lexical, reader, settings.reader)
            hits = spread(asked, reading.hits)[: settings.search.results]
            for name, value in _measured(question, hits, documents).items():
                found[name].append(value)
    return {name: sum(values) / len(values) for name, values in found.items() if values}


def _measured(question: Question, hits: Sequence[Hit], documents: Documents) -> Mapping[str, float]:
    passages = [Retrieved(hit.passage.document, hit.passage.text) for hit in hits]
    gold = gold_quotes(question, documents)
    recall = recall_within(passages, gold, BUDGET)
    if question.type == "followup":
        return {"follow-ups": recall}
    best = min((rank for rank in first_ranks(passages, gold) if rank is not None), default=None)
    return {
        "hit@1": float(best == 1),
        "hit@5": float(best is not None and best <= 5),
        "mrr@10": 1 / best if best else 0.0,
        f"evidence_recall@{BUDGET}c": recall,
    } | ({"comparisons": recall} if question.type == "comparison" else {})
