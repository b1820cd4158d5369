"""The reader: a question and statements in, for each how likely it is that it answers the question out.

`load_reader` gives the one that is set: the bundled encoder with the adapters that are part of this package, or any
cross-encoder of sentence-transformers.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from assistant.reader.weights import Floats, Weights
from assistant.settings import ReaderSettings

if TYPE_CHECKING:
    from assistant.reader.verifier import Verifier


class Reader(Protocol):
    """Anything that says how well statements answer a question."""

    @property
    def weights(self) -> Weights:
        """How its scores are weighed against what retrieval says."""

    @property
    def verifier(self) -> "Verifier | None":
        """What looks once more at the statements that were chosen; None where nothing does."""

    def scores(self, question: str, statements: Sequence[str]) -> Floats:
        """For each statement the log-odds that it answers the question, shape (n,)."""


def load_reader(settings: ReaderSettings) -> Reader | None:
    """The reader that is set; None, with one line in the log, where the bundled one cannot be read.

    Raises ReaderError where another one is set and cannot be loaded.
    """
    if settings.model:
        from assistant.reader.others import OtherReader

        return OtherReader(settings.model)
    from assistant.reader.bundled import BundledReader
    from assistant.reader.scorer import or_none

    return or_none(BundledReader.load, "Answers go by the nearness of words and meaning alone.")
