"""What a user wants done with what was typed: a question answered, or something else.

The bundled encoder with adapters and a head of classes, trained by `evals train-requests`. What is not plainly another
request is a question.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from assistant.errors import ReaderError
from assistant.models import TABLES, Request
from assistant.question.theme import theme_of
from assistant.reader.scorer import Scorer
from assistant.reader.weights import Floats, softmax

FILE = Path(__file__).with_name("requests.safetensors")
ORDER = tuple(Request)  # of the head's outputs
_LIKELIER = 0.5  # than all else together
_SURE = 0.9  # that a turn after others asks for a table, or is about the answer whatever it names
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Recogniser:
    """Tells requests apart; a table needs the chance `threshold`, the four of them together."""

    scorer: Scorer
    threshold: float

    @classmethod
    def load(cls, path: Path | None = None) -> "Recogniser":
        """Raises ReaderError where the adapters or their card are missing, damaged or made for another encoder."""
        path = path or FILE
        scorer = Scorer.load(path)
        try:
            return cls(scorer, float(scorer.card["threshold"]))
        except (KeyError, TypeError, ValueError) as error:
            raise ReaderError("reader_adapters", path=path, error=type(error).__name__) from error

    def recognise(self, text: str, history: Sequence[str] = ()) -> tuple[Request, float]:
        """What `text` asks for after the user's earlier turns, and how likely that is.

        Where nothing is likely enough it is a question, or about the answer if that is likelier.
        """
        chances = self.chances(text, history)
        likeliest = ORDER[int(chances.argmax())]
        # "Oppsummer studiene om mentorer" may be a summary, a list or an overview: whichever, it is no question.
        together = TABLES if likeliest in TABLES else {likeliest}
        likely = float(sum(chances[ORDER.index(one)] for one in together))
        needed = (_SURE if history else self.threshold) if likeliest in TABLES else _LIKELIER
        if likely >= needed:
            return likeliest, likely
        other = max(Request.QUESTION, Request.ABOUT_ANSWER, key=lambda one: chances[ORDER.index(one)])
        return other, float(chances[ORDER.index(other)])

    def chances(self, text: str, history: Sequence[str]) -> Floats:
        """The chance of each request, in the order of `ORDER`."""
        odds = self.scorer.outputs(history[-1] if history else "", [text])[0]
        if not history:
            odds[ORDER.index(Request.ABOUT_ANSWER)] = -np.inf  # there is none
        return softmax(odds)


def recognise(recogniser: Recogniser | None, text: str, history: Sequence[str] = ()) -> tuple[Request, float]:
    """What is asked for and how likely that is; always a question where there is no recogniser.

    A turn that is no more than a question after what came before may still ask plainly for more by itself; so may one
    that seems to be about the answer, but names a theme of its own ("kort oversikt over bolig").
    """
    if recogniser is None:
        return Request.QUESTION, 1.0
    found = recogniser.recognise(text, history)
    if history and found[0] in (Request.QUESTION, Request.ABOUT_ANSWER):
        alone = recogniser.recognise(text)
        if found[0] is Request.QUESTION:
            return found if alone[0] is Request.CONVERSATION else alone
        if found[1] < _SURE <= alone[1] and alone[0] in TABLES and theme_of(text):
            return alone
    return found


def load_recogniser() -> Recogniser | None:
    """The bundled recogniser; None, with one line in the log, where it is damaged or made for another encoder."""
    try:
        return Recogniser.load()
    except ReaderError as error:
        log.warning("%s Requests are not told apart, all are questions.", error)
        return None
