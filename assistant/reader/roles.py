"""What role a statement plays in its report: whether it tells a result, advises, or only leads in.

The bundled encoder with adapters and a head of classes, trained by `evals train-roles` (rhetorical roles: Teufel and
Moens 2002, "Summarizing Scientific Articles").
"""

from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

import numpy as np

from assistant.reader.scorer import Scorer, or_none
from assistant.reader.weights import Floats, softmax
from assistant.statements import Statement, as_read

FILE = Path(__file__).with_name("roles.safetensors")
_KEPT = 50_000  # statements


class Role(StrEnum):
    """What a statement does in its report."""

    RESULT = "result"  # something found, counted, assessed
    ADVICE = "advice"
    GOAL = "goal"  # an aim, a target figure
    PLAN = "plan"  # what a body will do next
    DESCRIPTION = "description"  # how something is set up: rules, definitions, schemes, background
    METHOD = "method"  # how a study was made, by whom and when
    EMPTY = "empty"  # lead-ins, signposts, headings: nothing by itself


ORDER = tuple(Role)  # of the head's outputs


class Roles:
    """Tells the roles of statements as the reader reads them (`statements.as_read`); what was told once is kept."""

    def __init__(self, scorer: Scorer) -> None:
        self._scorer = scorer
        self._told: dict[str, Floats] = {}

    @classmethod
    def load(cls, path: Path = FILE) -> "Roles":
        """Raises ReaderError where the adapters are missing, damaged or made for another encoder."""
        return cls(Scorer.load(path))

    def likely(self, said: Sequence[Statement], *roles: Role) -> list[float]:
        """The chance of each statement to play one of the roles."""
        told = self.chances([as_read(one.passage, one.span) for one in said])
        return [float(one) for one in told[:, [ORDER.index(role) for role in roles]].sum(1)]

    def chances(self, read: Sequence[str]) -> Floats:
        """The chance of each role (`ORDER`) for each statement: shape (n, roles)."""
        known = self._told  # another thread may put an empty one in its place
        new = [one for one in dict.fromkeys(read) if one not in known]
        for one, odds in zip(new, self._scorer.outputs("", new), strict=True):
            known[one] = softmax(odds)
        told = np.array([known[one] for one in read], dtype=np.float64).reshape(len(read), len(ORDER))
        if len(known) > _KEPT:
            self._told = {}
        return told


@lru_cache(maxsize=1)
def load_roles(path: Path = FILE) -> Roles | None:
    """What all of a process share; None, with one line in the log, where it cannot be read."""
    return or_none(lambda: Roles.load(path), "The roles of statements go by words alone.")
