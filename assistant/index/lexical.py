"""The lexical side of the index: BM25 (bm25s), once over letter n-grams and once over stemmed words.

The two make up for each other: n-grams find the parts of compounds and survive typos, stems do not take one word for
another that shares some letters.
"""

import json
import logging
import math
from array import array
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import bm25s
import numpy as np
from numpy.typing import NDArray

from assistant.index.bm25 import BM25
from assistant.language.words import letter_terms, word_terms

# bm25s indexes no empty vocabulary; where there are no terms, this one, which no question can hold, stands for them.
_NOTHING = "\x00"
# bm25s sets its own logger to DEBUG when it is imported.
logging.getLogger("bm25s").setLevel(logging.WARNING)

ANALYSES: dict[str, Callable[[str], list[str]]] = {"letters": letter_terms, "words": word_terms}


def build_lexical(ids: Sequence[str], texts: Sequence[str], folder: Path) -> None:
    """Write the lexical index of `texts` (same order as `ids`) into `folder`."""
    for name, analyse in ANALYSES.items():
        model = BM25(method="lucene")
        # Numbers from the start: the terms themselves, of all texts at once, would take ten times the memory.
        numbers: dict[str, int] = {}
        rows = [array("i", (numbers.setdefault(term, len(numbers)) for term in analyse(text))) for text in texts]
        if not numbers:
            numbers, rows[:1] = {_NOTHING: 0}, [array("i", [0])]
        model.index((rows, numbers), create_empty_token=False, show_progress=False)
        model.save(folder / name)
    (folder / "ids.json").write_text(json.dumps(list(ids)), encoding="utf-8")


class Lexical:
    """The read side: opened once, searched many times, memory-mapped."""

    def __init__(self, folder: Path) -> None:
        self._ids: list[str] = json.loads((folder / "ids.json").read_text(encoding="utf-8"))
        self._models = {name: bm25s.BM25.load(folder / name, mmap=True) for name in ANALYSES}

    @property
    def ids(self) -> Sequence[str]:
        """The passages, in the order of the rows."""
        return self._ids

    def search(
        self, analysis: str, text: str, k: int, rows: NDArray[np.bool_] | None = None
    ) -> list[tuple[str, float]]:
        """The `k` passages that share most with `text`, as (id, BM25 score), best first; none that share nothing.

        `analysis` is "letters" or "words"; `rows`, one value a passage, says which may be found.
        """
        model = self._models[analysis]
        known = [term for term in ANALYSES[analysis](text) if term in model.vocab_dict]
        if not known or not self._ids:
            return []
        found, scores = model.retrieve([known], k=min(k, len(self._ids)), weight_mask=rows, show_progress=False)
        pairs = zip(found[0], scores[0], strict=True)
        return [(self._ids[i], float(score)) for i, score in pairs if score > 0]

    def knows(self, word: str) -> bool:
        """Whether a stemmed word stands in any passage."""
        return word in self._models["words"].vocab_dict

    def weights(self, analysis: str, terms: Iterable[str]) -> dict[str, float]:
        """How rare each term is (inverse document frequency); unknown terms count as rarest."""
        model = self._models[analysis]
        starts = model.scores["indptr"]
        total = len(self._ids)
        weights = {}
        for term in terms:
            column = model.vocab_dict.get(term)
            frequency = int(starts[column + 1] - starts[column]) if column is not None else 0
            weights[term] = math.log(1 + total / (1 + frequency))
        return weights
