"""The best passages of each retriever, their scores brought to one scale and added up by weight."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from assistant.embedding import Embedder, Vectors
from assistant.index.reader import Index
from assistant.index.scope import Scope
from assistant.language.terms import load_terms
from assistant.models import Passage
from assistant.question import Question
from assistant.settings import SearchSettings


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage with what all retrievers together say for it (`fused`, from 0), and its nearness in meaning alone."""

    passage: Passage
    fused: float
    cosine: float | None = None


def other_words(question: Question) -> str:
    """What the reports may say for the words of the question, and what a short one was asked after."""
    return " ".join((*load_terms().other_words(question.whole, question.language), question.context)).strip()


def find_candidates(
    question: Question, index: Index, embedder: Embedder, settings: SearchSettings, scope: Scope | None = None
) -> list[Candidate]:
    """The passages that stand highest in all retrievers together, within `scope`, best first."""
    others = other_words(question)
    cosines: dict[str, float] = {}
    if settings.weight_dense:
        vector = _vector(question.whole, others, embedder, settings)
        cosines = dict(index.dense(vector, settings.candidates, scope))
    asked = _Lexical(question.whole, others, index, settings, scope)
    rankings = (
        (settings.weight_dense, _to_unit(cosines)),
        (settings.weight_letters, asked.scores("letters", settings.weight_letters)),
        (settings.weight_words, asked.scores("words", settings.weight_words)),
    )
    fused: dict[str, float] = {}
    for weight, ranking in rankings:
        for id_, share in ranking.items():
            fused[id_] = fused.get(id_, 0.0) + weight * share
    best = sorted(fused, key=lambda id_: -fused[id_])[: settings.read]
    passages = index.passages(best)
    return [Candidate(passages[id_], fused[id_], cosines.get(id_)) for id_ in best]


def _vector(text: str, others: str, embedder: Embedder, settings: SearchSettings) -> Vectors:
    """The question's vector, drawn towards that of the question with the reports' words added to it."""
    vector = embedder.embed_query(text)
    if not others or not settings.weight_other_meaning:
        return vector
    drawn = vector + settings.weight_other_meaning * embedder.embed_query(f"{text} {others}")
    return np.asarray(drawn / np.linalg.norm(drawn), dtype=np.float32)


@dataclass(frozen=True, slots=True)
class _Lexical:
    """BM25 of the question, and at a lower weight of other words for what it says."""

    text: str
    others: str
    index: Index
    settings: SearchSettings
    scope: Scope | None

    def scores(self, analysis: str, weight: float) -> dict[str, float]:
        """The passages' scores by one analysis, on the common scale; none where they have no weight."""
        if not weight:
            return {}
        scores = self._search(analysis, self.text)
        if self.others and self.settings.weight_other_words:
            for id_, score in self._search(analysis, self.others).items():
                scores[id_] = scores.get(id_, 0.0) + self.settings.weight_other_words * score
        return _to_unit(scores)

    def _search(self, analysis: str, text: str) -> dict[str, float]:
        rows = self.scope.rows if self.scope else None
        return dict(self.index.lexical.search(analysis, text, self.settings.candidates, rows))


def _to_unit(scores: Mapping[str, float]) -> dict[str, float]:
    """Scores spread from 0 (the last that was fetched) to 1 (the best)."""
    if not scores:
        return {}
    low, high = min(scores.values()), max(scores.values())
    return {id_: (score - low) / (high - low) if high > low else 1.0 for id_, score in scores.items()}
