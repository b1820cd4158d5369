"""Hybrid search: dense and lexical rankings of passages fused, then re-ranked by what else the question says."""

from collections import defaultdict
from collections.abc import Mapping

from assistant.embedding import Embedder
from assistant.index.reader import Index
from assistant.index.scope import Scope
from assistant.models import Hit, Passage, ReportKind
from assistant.question import Question
from assistant.search.candidates import find_candidates, other_words
from assistant.search.features import features_of
from assistant.search.overlap import Overlap
from assistant.search.reranker import Reranker, judged
from assistant.search.spread import spread
from assistant.settings import SearchSettings


def search(
    question: Question,
    index: Index,
    embedder: Embedder,
    settings: SearchSettings,
    *,
    scope: Scope | None = None,
    reranker: Reranker | None = None,
) -> list[Hit]:
    """The passages that fit the question, within `scope`, best first; `cosine` says how near its meaning is.

    Where years or reports are compared, the best of each stand among the first.
    """
    candidates = find_candidates(question, index, embedder, settings, scope)
    asked, others = (Overlap(text, index.lexical) for text in (question.whole, other_words(question)))
    hits = [
        Hit(one.passage, features_of(question, one, asked, others).score(settings), one.cosine) for one in candidates
    ]
    if settings.weight_source_kind:
        hits = _with_kinds(hits, index, settings.weight_source_kind)
    ranked = sorted(_with_sections(hits, settings.weight_section), key=lambda hit: -hit.score)
    if reranker is not None:
        ranked = judged(question.whole, ranked, reranker, settings)
    return (spread(question, ranked) if settings.spread else ranked)[: settings.results]


def _with_kinds(hits: list[Hit], index: Index, weights: Mapping[ReportKind, float]) -> list[Hit]:
    """Each hit's score with the weight of its kind of report."""
    reports = index.manifest.reports
    return [
        Hit(hit.passage, hit.score + weights.get(reports[hit.passage.document].kind, 0.0), hit.cosine) for hit in hits
    ]


def _with_sections(hits: list[Hit], weight: float) -> list[Hit]:
    """Each hit's score with that of the best in its section, so that a section that fits is found whole."""
    best: dict[tuple[str, ...], float] = defaultdict(float)
    for hit in hits:
        best[_section(hit.passage)] = max(hit.score, best[_section(hit.passage)])
    return [Hit(hit.passage, hit.score + weight * best[_section(hit.passage)], hit.cosine) for hit in hits]


def _section(passage: Passage) -> tuple[str, ...]:
    return (passage.document, *passage.path)
