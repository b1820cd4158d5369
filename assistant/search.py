"""Hybrid search: dense and lexical rankings of passages fused, then re-ranked by what else the question says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from assistant.answer.units import units_of
from assistant.embedding import Embedder, Vectors
from assistant.index.reader import Index
from assistant.language.terms import load_terms
from assistant.language.words import letter_terms
from assistant.models import Hit, Passage
from assistant.question import Question, Wanted
from assistant.settings import SearchSettings


@dataclass(frozen=True, slots=True)
class _Candidate:
    passage: Passage
    fused: float
    cosine: float | None


def search(question: Question, index: Index, embedder: Embedder, settings: SearchSettings) -> list[Hit]:
    """The passages that fit the question, best first; each hit's `cosine` says how near its meaning is."""
    candidates = _candidates(question, index, embedder, settings)
    weights = index.lexical.weights("letters", set(letter_terms(question.whole)))
    scores = [one.fused + _bonus(question, one.passage, weights, settings) for one in candidates]
    sections: dict[tuple[str, ...], float] = {}
    for one, score in zip(candidates, scores, strict=True):
        sections[_section(one.passage)] = max(score, sections.get(_section(one.passage), 0.0))
    hits = [
        Hit(one.passage, score + settings.weight_section * sections[_section(one.passage)], one.cosine)
        for one, score in zip(candidates, scores, strict=True)
    ]
    return sorted(hits, key=lambda hit: -hit.score)[: settings.results]


def _section(passage: Passage) -> tuple[str, ...]:
    return (passage.document, *passage.path)


def _candidates(question: Question, index: Index, embedder: Embedder, settings: SearchSettings) -> list[_Candidate]:
    """The best of each retriever, their scores brought to one scale and added up by weight."""
    others = " ".join(load_terms().other_words(question.whole, question.language))
    dense = index.dense(_vector(question.whole, others, embedder, settings), settings.candidates)
    cosines = {passage.id: cosine for passage, cosine in dense}
    rankings = [
        (settings.weight_dense, cosines),
        (settings.weight_letters, _lexical("letters", question.whole, others, index, settings)),
        (settings.weight_words, _lexical("words", question.whole, others, index, settings)),
    ]
    fused: dict[str, float] = {}
    for weight, ranking in rankings:
        for id_, share in _to_unit(ranking).items():
            fused[id_] = fused.get(id_, 0.0) + weight * share
    best = sorted(fused, key=lambda id_: -fused[id_])[: settings.reranked]
    passages = {passage.id: passage for passage, _ in dense}
    passages |= index.passages([id_ for id_ in best if id_ not in passages])
    return [_Candidate(passages[id_], fused[id_], cosines.get(id_)) for id_ in best]


def _vector(text: str, others: str, embedder: Embedder, settings: SearchSettings) -> Vectors:
    """The question's vector, drawn towards that of the question with the reports' words added to it."""
    vector = embedder.embed_query(text)
    if not others or not settings.weight_other_meaning:
        return vector
    drawn = vector + settings.weight_other_meaning * embedder.embed_query(f"{text} {others}")
    return np.asarray(drawn / np.linalg.norm(drawn), dtype=np.float32)


def _lexical(analysis: str, text: str, others: str, index: Index, settings: SearchSettings) -> dict[str, float]:
    """BM25 of the question, and at a lower weight of other words for what it says."""
    scores = dict(index.lexical.search(analysis, text, settings.candidates))
    if others and settings.weight_other_words:
        for id_, score in index.lexical.search(analysis, others, settings.candidates):
            scores[id_] = scores.get(id_, 0.0) + settings.weight_other_words * score
    return scores


def _to_unit(scores: Mapping[str, float]) -> dict[str, float]:
    """Scores spread from 0 (the last that was fetched) to 1 (the best)."""
    if not scores:
        return {}
    low, high = min(scores.values()), max(scores.values())
    return {id_: (score - low) / (high - low) if high > low else 1.0 for id_, score in scores.items()}


def _bonus(question: Question, passage: Passage, weights: Mapping[str, float], settings: SearchSettings) -> float:
    """What a passage gains by its best single statement, its years, its kind and its numbers."""
    wants_figure = question.wanted is Wanted.FIGURE
    return (
        settings.weight_statement * _best_statement(passage, weights)
        + settings.weight_year * bool(question.years and any(year in _words_of(passage) for year in question.years))
        + settings.weight_kind * (passage.kind is question.wanted.section)
        + settings.weight_table * bool(passage.cells)
        + settings.weight_figure * (wants_figure and any(character.isdigit() for character in passage.text))
    )


def _words_of(passage: Passage) -> str:
    return " ".join((*passage.path, passage.text))


def _best_statement(passage: Passage, weights: Mapping[str, float]) -> float:
    """The largest share of the question's terms, by rarity, that one statement and (half as much) its headings hold."""
    total = sum(weights.values())
    if not total:
        return 0.0
    above = set(letter_terms(" ".join((passage.title, *passage.path))))
    statements: Sequence[str] = [unit.text for unit in units_of([Hit(passage, 0.0)])]
    return max((_share(set(letter_terms(text)), above, weights) for text in statements), default=0.0) / total


def _share(own: set[str], above: set[str], weights: Mapping[str, float]) -> float:
    return sum(weight * (1.0 if term in own else 0.5 if term in above else 0.0) for term, weight in weights.items())
