"""How much the verifier weighs beside the reader: fitted on whole answers to questions kept apart."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from assistant.answer.found import Finder, find_answer
from assistant.answer.verdict import VERIFIED_POINTS, shown_of, verified_of
from assistant.filters import EVERYTHING
from assistant.question import understand
from assistant.reader.reading import of_question
from assistant.reader.verifier import Verifier
from assistant.reader.weights import Floats
from evals.training.reports import Asked


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown to one question: what the reader told of it, shape (1, 4), and the points' statements as read.

    `kind` is that of a near-miss, empty where the question has an answer.
    """

    told: Floats
    question: str
    statements: tuple[str, ...]
    kind: str


def shown(asked: Sequence[Asked], finder: Finder) -> Iterator[Shown]:
    """Each question and each of its near-misses, answered; those for which nothing is chosen are left out."""
    for one in asked:
        for text, kind in ((one.text, ""), *zip(one.near, one.kinds, strict=True)):
            found = find_answer(understand(text, names=finder.names), EVERYTHING, finder)
            if found.chosen:
                question, statements = verified_of(found.question, found.chosen[:VERIFIED_POINTS])
                yield Shown(of_question(shown_of(found.chosen)), question, statements, kind)


def told(cases: Sequence[Shown], verifier: Verifier) -> Floats:
    """What is told of each, shape (n, 6), in the order of `weights.VERIFIED`."""
    looked = [verifier.verify(one.question, one.statements) for one in cases]
    return np.vstack([np.append(one.told[0], (by.first, by.best)) for one, by in zip(cases, looked, strict=True)])
