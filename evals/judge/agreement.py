"""How far a judge agrees with itself and with the figures that follow rules."""

from collections.abc import Sequence
from dataclasses import dataclass

from evals.answering.runs import Result
from evals.comparing.runs import rightness
from evals.judge.judging import FAITHFUL, RELEVANT, Verdict


@dataclass(frozen=True, slots=True)
class Agreement:
    """One metric: share passing, share of answers with one verdict in all runs, and agreement with the rule."""

    metric: str
    rule: str
    n: int
    passing: float
    steady: float
    ruled: float
    agreeing: float
    kappa: float | None


def agreements(results: Sequence[Result], verdicts: Sequence[Verdict]) -> list[Agreement]:
    """Both metrics against what the rules say of the same answers."""
    rules = (
        (FAITHFUL, "every quote verbatim and every number supported", _sound),
        (RELEVANT, "states at least one gold fact", lambda r: rightness(r.question, r.score) > 0),
    )
    by_id = {result.question.id: result for result in results}
    found = []
    for metric, rule, holds in rules:
        votes: dict[str, list[bool]] = {}
        for verdict in verdicts:
            if verdict.metric == metric:
                votes.setdefault(verdict.id, []).append(verdict.passing)
        if votes:
            says = [sum(cast) * 2 > len(cast) for cast in votes.values()]
            ruled = [bool(holds(by_id[id_])) for id_ in votes]
            steady = sum(len(set(cast)) == 1 for cast in votes.values()) / len(votes)
            found.append(_agreement(metric, rule, says, ruled, steady))
    return found


def _sound(result: Result) -> bool:
    return not (result.score.bad_quotes or result.score.bad_numbers)


def _agreement(metric: str, rule: str, says: Sequence[bool], ruled: Sequence[bool], steady: float) -> Agreement:
    n = len(says)
    agreeing = sum(a == b for a, b in zip(says, ruled, strict=True)) / n
    share, expected = sum(says) / n, sum(ruled) / n
    return Agreement(metric, rule, n, share, steady, expected, agreeing, _kappa(agreeing, share, expected))


def _kappa(agreeing: float, first: float, second: float) -> float | None:
    """Cohen's kappa; None where chance alone would agree on everything."""
    chance = first * second + (1 - first) * (1 - second)
    return (agreeing - chance) / (1 - chance) if chance < 1 else None
