"""Training of what tells the roles of statements apart (`assistant.reader.roles`): adapters and a head of classes."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from assistant.reader.network import Network, Shape
from assistant.reader.pairs import Pairs
from assistant.reader.roles import ORDER, Role, Roles
from evals.training.classes import learn_classes
from evals.training.lines import read_lines
from evals.training.reports import QUESTIONS

FOLDER = QUESTIONS / "roles"
SHAPE = Shape(layers=12, rank=16, scale=2.0, question=8, pair=128, outputs=len(ORDER))


@dataclass(frozen=True, slots=True)
class Told:
    """A statement, the headings that it stands under, and its role."""

    text: str
    under: str
    role: Role

    @property
    def read(self) -> str:
        """The statement as the reader reads it."""
        return f"{self.under}: {self.text}"


def read_told(path: Path) -> list[Told]:
    """The lines of a file of statements."""
    return [Told(one["text"], one["under"], Role(one["says"])) for one in read_lines(path)]


def train(network: Network, pairs: Pairs, told: Sequence[Told], rate: float, seed: int) -> None:
    """One pass over the statements, in any order; in place."""
    learn_classes(network, pairs, [("", one.read, ORDER.index(one.role)) for one in told], rate, seed)


def shares(roles: Roles, told: Sequence[Told]) -> dict[str, tuple[float, float, int]]:
    """For each role the shares of it that are taken for it, and of what is taken for it; how many there are."""
    chances = roles.chances([one.read for one in told])
    taken = [ORDER[i] for i in chances.argmax(1)]
    found: dict[str, tuple[float, float, int]] = {}
    for role in ORDER:
        own, as_it = (
            [one is role for one, a in zip(taken, told, strict=True) if a.role is role],
            [a.role is role for one, a in zip(taken, told, strict=True) if one is role],
        )
        if own:
            found[role.value] = (float(np.mean(own)), float(np.mean(as_it)) if as_it else 0.0, len(own))
    return found
