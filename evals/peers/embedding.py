"""Our embedding model in LlamaIndex's clothes."""

from typing import Any

from llama_index.core.base.embeddings.base import BaseEmbedding
from pydantic import PrivateAttr

from assistant.embedding import Embedder


class SameEmbedding(BaseEmbedding):
    """A LlamaIndex embedding that hands on to one of ours, prefixes included."""

    _embedder: Embedder = PrivateAttr()

    def __init__(self, embedder: Embedder, **kwargs: Any) -> None:
        super().__init__(model_name=embedder.name, **kwargs)
        self._embedder = embedder

    def _get_query_embedding(self, query: str) -> list[float]:
        return self._listed(self._embedder.embed_queries([query])[0])

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._get_query_embedding(query)

    def _get_text_embedding(self, text: str) -> list[float]:
        return self._get_text_embeddings([text])[0]

    def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
        return [self._listed(vector) for vector in self._embedder.embed_passages(texts)]

    @staticmethod
    def _listed(vector: Any) -> list[float]:
        return [float(x) for x in vector]
