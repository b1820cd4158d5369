"""LlamaIndex's default pipeline: 1,024-token chunks, one dense vector each, held in memory."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from llama_index.core import VectorStoreIndex

from assistant.embedding import Embedder
from evals.peers.answers import FOUND, run_line
from evals.peers.chunks import DEFAULT_SIZE, chunk_of, load_nodes
from evals.peers.embedding import SameEmbedding


class DensePeer:
    """VectorStoreIndex over the default splitter's chunks, the ten nearest returned."""

    def __init__(self, corpus: Path, embedder: Embedder) -> None:
        index = VectorStoreIndex(load_nodes(corpus, DEFAULT_SIZE), embed_model=SameEmbedding(embedder))
        self._retriever = index.as_retriever(similarity_top_k=FOUND)

    def ask(self, id_: str, question: str, history: Sequence[str]) -> dict[str, Any]:
        """The run line for one question, the earlier ones put before it."""
        hits = self._retriever.retrieve(" ".join([*history, question]))
        return run_line(id_, [chunk_of(hit.node) for hit in hits])
