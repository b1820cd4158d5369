"""Two runs over the same questions, figure by figure and answer by answer."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from evals.answering.runs import Result, Run
from evals.errors import RunError
from evals.questions.goldset import Question
from evals.scoring.answer import Score
from evals.scoring.figures import LOWER_IS_BETTER, NEITHER_IS_BETTER, columns, split_name
from evals.scoring.intervals import Floats, interval, percentile, ratios
from evals.scoring.risk import areas, risk_coverage


@dataclass(frozen=True, slots=True)
class Difference:
    """One figure in both runs, and the second minus the first with its paired interval."""

    name: str
    first: float
    second: float
    low: float
    high: float
    n: int

    @property
    def difference(self) -> float:
        """How much the second is above the first."""
        return self.second - self.first

    @property
    def shown(self) -> bool:
        """True where the interval leaves out zero."""
        return self.low > 0 or self.high < 0

    @property
    def verdict(self) -> str:
        """What the interval says, in words."""
        if not self.shown:
            return "no difference shown"
        measure = split_name(self.name)[1]
        if self.name in NEITHER_IS_BETTER:
            return "higher" if self.difference > 0 else "lower"
        lower_is_better = measure in LOWER_IS_BETTER or self.name in LOWER_IS_BETTER
        return "better" if (self.difference < 0) == lower_is_better else "worse"


@dataclass(frozen=True, slots=True)
class Change:
    """A question whose answer got better or worse: how right it was in each run, 0 to 1."""

    first: Result
    second: Result
    before: float
    after: float


def pairs_of(first: Run, second: Run) -> list[tuple[Result, Result]]:
    """The questions that both runs hold, in the order of the first. Raises RunError where none or not the same."""
    others = {result.question.id: result for result in second.results}
    pairs = [(r, others[r.question.id]) for r in first.results if r.question.id in others]
    if not pairs:
        raise RunError(f"The runs {first.name} and {second.name} have no question in common.")
    for one, other in pairs:
        if one.question != other.question:
            raise RunError(f"The runs do not ask the same: question {one.question.id} differs.")
    return pairs


def differences(pairs: Sequence[tuple[Result, Result]]) -> list[Difference]:
    """The paired differences of all figures that both runs have."""
    questions = [one.question for one, _ in pairs]
    a = columns(questions, [one.score for one, _ in pairs])
    b = columns(questions, [other.score for _, other in pairs])
    names = [name for name in a if name in b]
    sides = []
    for side in (a, b):
        reached = np.stack([side[name][0] for name in names], axis=1)
        whole = np.stack([side[name][1] for name in names], axis=1)
        sides.append((ratios(reached, whole), reached.sum(axis=0) / whole.sum(axis=0), (whole > 0).sum(axis=0)))
    drawn = sides[1][0] - sides[0][0]
    rows = []
    for i, name in enumerate(names):
        low, high = interval(drawn[:, i]) or (0.0, 0.0)
        counted = int(max(sides[0][2][i], sides[1][2][i]))
        rows.append(Difference(name, float(sides[0][1][i]), float(sides[1][1][i]), low, high, counted))
    return rows + _risk(pairs) + _latency(pairs)


def rightness(question: Question, score: Score) -> float:
    """How right an answer is: its fact recall, or for what nothing answers, whether it abstains."""
    name = "abstained" if question.group == "unanswerable" else "fact_recall"
    reached, _ = score.measures.get(name, (0.0, 1))
    return reached


def changes(pairs: Sequence[tuple[Result, Result]]) -> list[Change]:
    """The questions that changed side, those that got worse first."""
    found = [
        Change(one, other, rightness(one.question, one.score), rightness(other.question, other.score))
        for one, other in pairs
    ]
    return sorted((c for c in found if c.before != c.after), key=lambda c: c.after - c.before)


def _risk(pairs: Sequence[tuple[Result, Result]]) -> list[Difference]:
    sides: list[tuple[float, Floats]] = []
    for side in zip(*pairs, strict=True):
        known = [(r.line.confidence, r.score.loss) for r in side if r.line and r.line.confidence is not None]
        if len(known) < len(pairs):
            return []
        confidence, loss = [c for c, _ in known], [loss for _, loss in known]
        sides.append((risk_coverage(confidence, loss).area, areas(confidence, loss)))
    low, high = interval(sides[1][1] - sides[0][1]) or (0.0, 0.0)
    return [Difference("risk.area", sides[0][0], sides[1][0], low, high, len(pairs))]


def _latency(pairs: Sequence[tuple[Result, Result]]) -> list[Difference]:
    timed = [
        (one.line.seconds, other.line.seconds)
        for one, other in pairs
        if one.line and other.line and one.line.seconds is not None and other.line.seconds is not None
    ]
    if not timed:
        return []
    seconds = np.asarray(timed)
    rng = np.random.default_rng(0)
    picked = seconds[rng.integers(0, len(timed), size=(1000, len(timed)))]
    rows = []
    for name, share in (("p50", 0.5), ("p95", 0.95)):
        place = min(len(timed) - 1, int(len(timed) * share))
        ordered = np.sort(picked, axis=1)[:, place, :]
        low, high = interval(ordered[:, 1] - ordered[:, 0]) or (0.0, 0.0)
        first, second = (percentile(seconds[:, side].tolist(), share) for side in (0, 1))
        rows.append(Difference(f"seconds.{name}", first, second, low, high, len(timed)))
    return rows
