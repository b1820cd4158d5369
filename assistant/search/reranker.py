"""An optional cross-encoder, which reads the question and a passage together. Off by default: it needs a model."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from assistant.embedding.hub import is_cached, quiet, reach
from assistant.errors import RerankerError
from assistant.index.nodes import searched_text
from assistant.models import Hit
from assistant.settings import SearchSettings


class Reranker(Protocol):
    """Anything that says how well passages answer a question."""

    def scores(self, question: str, passages: Sequence[str]) -> list[float]:
        """One score a passage, higher for better."""


class CrossReranker:
    """A sentence-transformers cross-encoder, by its name on a hub or as a folder; raises RerankerError."""

    def __init__(self, name: str) -> None:
        from sentence_transformers import CrossEncoder

        try:
            with quiet():
                is_here = Path(name).is_dir() or is_cached(name)
                if not is_here:
                    reach()
                self._model = CrossEncoder(name, device="cpu", local_files_only=is_here)
        except Exception as error:  # hubs, files and formats fail in families of their own
            raise RerankerError(
                f"The re-ranking model {name} cannot be loaded ({type(error).__name__}). Set "
                f"ASSISTANT_SEARCH__RERANKER to a cross-encoder's folder, or to its name on a hub that this machine "
                f"reaches; empty, the search does without."
            ) from error

    def scores(self, question: str, passages: Sequence[str]) -> list[float]:
        """One score a passage, higher for better."""
        pairs = [(question, passage) for passage in passages]
        return [float(score) for score in self._model.predict(pairs, show_progress_bar=False)]


def load_reranker(settings: SearchSettings) -> Reranker | None:
    """The model that is set, if any; raises RerankerError."""
    return CrossReranker(settings.reranker) if settings.reranker else None


def judged(question: str, ranked: Sequence[Hit], reranker: Reranker, settings: SearchSettings) -> list[Hit]:
    """The best of the hits ranked anew: their own order and the model's, added up by weight; the rest after them."""
    best, rest = ranked[: settings.judged], ranked[settings.judged :]
    if len(best) < 2:
        return list(ranked)
    model = _to_unit(reranker.scores(question, [searched_text(hit.passage) for hit in best]))
    high, low = best[0].score, best[-1].score
    # Within the scores that these hits had, so that the rest stay below them and scores stay comparable.
    own = _to_unit([hit.score for hit in best])
    weight = settings.weight_reranker
    mixed = [(a + weight * b) / (1 + weight) for a, b in zip(own, model, strict=True)]
    anew = [replace(hit, score=low + (high - low) * share) for hit, share in zip(best, mixed, strict=True)]
    return [*sorted(anew, key=lambda hit: -hit.score), *rest]


def _to_unit(scores: Sequence[float]) -> list[float]:
    low, high = min(scores), max(scores)
    return [(score - low) / (high - low) if high > low else 1.0 for score in scores]
