"""BM25 as bm25s writes it, built over all texts at once by whole arrays: the same scores at a fraction of the memory.

bm25s counts text by text and sorts all entries together, which takes several times the memory of the result.
"""

from collections.abc import Sequence
from typing import Any

import bm25s
import numpy as np
from numpy.typing import NDArray

_CHUNK = 1_000  # texts counted at a time: fewer than 65,536


class BM25(bm25s.BM25):  # type: ignore[misc]  # bm25s has no types
    """bm25s' own by the method "lucene"; `build_index_from_ids` is what it offers to be overridden."""

    def build_index_from_ids(
        self, unique_token_ids: Sequence[int], corpus_token_ids: Sequence[Sequence[int]], **_: Any
    ) -> dict[str, Any]:
        """The matrix of scores by columns: terms (numbered from 0) over texts, the texts of a term in order."""
        self.nonoccurrence_array = None
        terms, texts = len(unique_token_ids), len(corpus_token_ids)
        lengths = np.array([len(tokens) for tokens in corpus_token_ids])
        found = np.zeros(terms, dtype=np.int64)  # texts that hold each term
        chunks = []
        for first in range(0, texts, _CHUNK):
            chunks.append(_counted(corpus_token_ids[first : first + _CHUNK]))
            found += np.bincount(chunks[-1][0], minlength=terms)
        rarity = np.log(1 + (texts - found + 0.5) / (found + 0.5)).astype(np.float32)
        norms = self.k1 * (1 - self.b + self.b * lengths / max(lengths.mean(), 1e-9))
        ends = np.concatenate([[0], np.cumsum(found)])
        data, indices = np.empty(ends[-1], dtype=np.float32), np.empty(ends[-1], dtype=np.int32)
        free = ends[:-1].copy()  # where the next text of each term goes
        for first, (columns, rows, counts) in zip(range(0, texts, _CHUNK), chunks, strict=True):
            size = np.bincount(columns, minlength=terms)
            before = np.cumsum(size) - size
            places = free[columns] + np.arange(len(columns)) - before[columns]
            indices[places] = rows + np.int32(first)
            data[places] = rarity[columns] * (counts / (norms[first + rows.astype(np.int64)] + counts))
            free += size
        return {"data": data, "indices": indices, "indptr": ends, "num_docs": texts}


def _counted(texts: Sequence[Sequence[int]]) -> tuple[NDArray[np.int32], NDArray[np.uint16], NDArray[np.uint16]]:
    """(term, text, how often) of each pair that occurs, by term and then text; in as few bytes as will do."""
    tokens = np.concatenate([np.asarray(text, dtype=np.int64) for text in texts])
    owners = np.repeat(np.arange(len(texts)), [len(text) for text in texts])
    pairs, counts = np.unique(tokens * len(texts) + owners, return_counts=True)
    columns, rows = np.divmod(pairs, len(texts))
    return columns.astype(np.int32), rows.astype(np.uint16), np.minimum(counts, 65_535).astype(np.uint16)
