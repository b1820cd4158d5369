"""Another reader than the bundled one: any cross-encoder of sentence-transformers, for who has the processors."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from assistant.embedding.hub import is_cached, quiet, reach
from assistant.errors import ReaderError
from assistant.reader.weights import Floats, Weights

# No card tells how another model's scores are to be weighed: as much as the bundled reader's, whose scale they share.
_WEIGHTS = Weights((0.5, 2.3, 2.6, 0.8, -2.2), (0.4, 2.8, 1.7, 0.5, -0.3, -1.2), (0.3, 0.5, 0.0, 0.0, 0.0))


class OtherReader:
    """A cross-encoder by its name on a hub or as a folder; raises ReaderError where it cannot be loaded."""

    weights, verifier = _WEIGHTS, None

    def __init__(self, name: str) -> None:
        from sentence_transformers import CrossEncoder
        from torch import nn

        try:
            with quiet():
                is_here = Path(name).is_dir() or is_cached(name)
                if not is_here:
                    reach()
                self._model = CrossEncoder(name, local_files_only=is_here, activation_fn=nn.Identity())
        except Exception as error:  # hubs, files and formats fail in families of their own
            raise ReaderError("reader_other", name=name, error=type(error).__name__) from error

    def scores(self, question: str, statements: Sequence[str]) -> Floats:
        """For each statement the log-odds, by this model, that it answers the question, shape (n,)."""
        if not statements:
            return np.zeros(0)
        pairs = [(question, statement) for statement in statements]
        return np.asarray(self._model.predict(pairs, show_progress_bar=False), dtype=np.float64).reshape(-1)
