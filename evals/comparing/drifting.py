"""Drift: how far two indexes, models or runs differ on one question set, before one takes the other's place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from evals.answering.runline import Retrieved, RunLine
from evals.documents.folding import one_line, squeeze
from evals.errors import RunError

TOP = 5


@dataclass(frozen=True, slots=True)
class Drift:
    """One question in both: how many of its first five passages are the same, and what became of its answer."""

    id: str
    kept: int
    same_order: bool
    same_answer: bool
    abstained: tuple[bool, bool]

    @property
    def top_changed(self) -> bool:
        """True where the first five are not the same five."""
        return self.kept < TOP

    @property
    def flipped(self) -> bool:
        """True where one answers and the other abstains."""
        return self.abstained[0] != self.abstained[1]


def drift(first: Mapping[str, RunLine], second: Mapping[str, RunLine]) -> list[Drift]:
    """The drift of every question that both answer. Raises RunError where there is none."""
    shared = [id_ for id_ in first if id_ in second]
    if not shared:
        raise RunError("The two have no question in common.")
    return [_drift(first[id_], second[id_]) for id_ in shared]


def _drift(first: RunLine, second: RunLine) -> Drift:
    before, after = first.passages[:TOP], second.passages[:TOP]
    kept = sum(any(_same_place(a, b) for b in after) for a in before)
    # Fewer than five were found in both: nothing is missing that could be the same.
    missing = TOP - max(len(before), len(after))
    ordered = len(before) == len(after) and all(map(_same_place, before, after))
    return Drift(
        id=first.id,
        kept=kept + max(0, missing),
        same_order=ordered,
        same_answer=one_line(first.answer) == one_line(second.answer) and first.abstained == second.abstained,
        abstained=(first.abstained, second.abstained),
    )


def _same_place(a: Retrieved, b: Retrieved) -> bool:
    """True where one passage holds the other, so that another cut of the same words is no drift."""
    one, other = squeeze(a.text), squeeze(b.text)
    return a.document == b.document and bool(one) and bool(other) and (one in other or other in one)


def summary(drifts: Sequence[Drift]) -> dict[str, float]:
    """The shares that tell whether a switch is safe."""
    count = len(drifts)
    return {
        "questions": count,
        "top-5 changed": sum(d.top_changed for d in drifts),
        "top-5 in another order": sum(not d.same_order and not d.top_changed for d in drifts),
        "mean passages kept of the top 5": round(sum(d.kept for d in drifts) / count, 3),
        "answers changed": sum(not d.same_answer for d in drifts),
        "began or ceased to abstain": sum(d.flipped for d in drifts),
    }
