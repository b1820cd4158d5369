"""Plain BM25 over the same chunks: bm25s with its defaults, no stemming, no stop words."""

import logging
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import bm25s

from evals.peers.answers import FOUND, run_line
from evals.peers.chunks import chunk_of, load_nodes


class LexicalPeer:
    """BM25 over chunks of `size` tokens."""

    def __init__(self, corpus: Path, size: int) -> None:
        self._chunks = [chunk_of(node) for node in load_nodes(corpus, size)]
        logging.getLogger("bm25s").setLevel(logging.ERROR)  # it sets itself to DEBUG when it is imported
        self._index = bm25s.BM25()
        self._index.index(_words([chunk.text for chunk in self._chunks]), show_progress=False)

    def ask(self, id_: str, question: str, history: Sequence[str]) -> dict[str, Any]:
        """The run line for one question, the earlier ones put before it."""
        words = _words([" ".join([*history, question])])
        places, _ = self._index.retrieve(words, k=min(FOUND, len(self._chunks)), show_progress=False)
        return run_line(id_, [self._chunks[int(place)] for place in places[0]])


def _words(texts: list[str]) -> Any:
    return bm25s.tokenize(texts, stopwords=None, show_progress=False)
