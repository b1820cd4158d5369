"""Figures of a run: measures summed over groups of questions, each with its interval."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from evals.answering.runline import RunLine
from evals.questions.goldset import Question
from evals.scoring.answer import Score
from evals.scoring.intervals import Floats, Interval, interval, percentile, percentile_interval, ratios
from evals.scoring.risk import risk_coverage

# Measures that are told for each group of questions; the rest are told once, over all.
GROUPED = (
    "hit@1",
    "hit@5",
    "hit@10",
    "mrr@10",
    "ndcg@10",
    "evidence_recall@500c",
    "evidence_recall@1000c",
    "evidence_recall@2000c",
    "evidence_recall@4000c",
    "evidence_recall@8000c",
    "cited_evidence_recall",
    "citation_precision",
    "fact_recall",
    "wrongly_abstained",
)
OVERALL = (
    "citations.per_answer",
    "citations.verbatim",
    "citations.page_right",
    "answers.numbers_supported",
    "answers.numbers_at_marker",
    "answers.markers_right",
    "answers.mean_words",
    "abstentions.numbers_supported",
)
MUST_BE_ONE = ("citations.verbatim", "citations.page_right", "answers.numbers_supported")
_FIRST = ("single", "followup", "unanswerable")
LOWER_IS_BETTER = ("wrongly_abstained", "risk.area", "seconds.p50", "seconds.p95")
NEITHER_IS_BETTER = ("answers.mean_words", "citations.per_answer")


@dataclass(frozen=True, slots=True)
class Figure:
    """One number with its 95 % interval over the `n` questions behind it."""

    name: str
    value: float
    low: float
    high: float
    n: int


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures of a run, and what could not be told."""

    rows: tuple[Figure, ...]
    notes: tuple[str, ...] = ()

    def values(self) -> dict[str, float]:
        """The values by name."""
        return {row.name: row.value for row in self.rows}


def groups_of(question: Question) -> list[str]:
    """The groups that a question's grouped measures go into."""
    if question.group != "single":
        return [question.group]
    documents = [f"document.{name}" for name in question.documents]
    return ["single", f"type.{question.type}", f"lang.{question.language}", *documents]


def columns(questions: Sequence[Question], scores: Sequence[Score]) -> dict[str, tuple[Floats, Floats]]:
    """For each figure that is a share, what was reached and the whole, by question (0 and 0 where it is no part)."""
    parts: dict[str, tuple[Floats, Floats]] = {}
    for row, (question, score) in enumerate(zip(questions, scores, strict=True)):
        for measure, (reached, whole) in score.measures.items():
            names = [f"{group}.{measure}" for group in groups_of(question)] if measure not in OVERALL else [measure]
            for name in names:
                column = parts.setdefault(name, (np.zeros(len(questions)), np.zeros(len(questions))))
                column[0][row], column[1][row] = reached, whole
    return {name: parts[name] for name in sorted(parts, key=_order) if parts[name][1].any()}


def figures(questions: Sequence[Question], scores: Sequence[Score], run: Mapping[str, RunLine]) -> Figures:
    """All figures of a scored run."""
    parts = columns(questions, scores)
    reached = np.stack([r for r, _ in parts.values()], axis=1)
    whole = np.stack([w for _, w in parts.values()], axis=1)
    drawn = ratios(reached, whole)
    rows = []
    for i, name in enumerate(parts):
        value = float(reached[:, i].sum() / whole[:, i].sum())
        rows.append(_figure(name, value, interval(drawn[:, i]), int((whole[:, i] > 0).sum())))
    timed, timing_notes = _latency(questions, run)
    risk, risk_notes = _risk(questions, scores, run)
    notes = _coverage(questions, run)
    return Figures((*rows, *risk, *timed), (*notes, *risk_notes, *timing_notes))


def _coverage(questions: Sequence[Question], run: Mapping[str, RunLine]) -> list[str]:
    asked = {question.id for question in questions}
    left_out, strange = len(asked - run.keys()), len(run.keys() - asked)
    notes = [f"{left_out} questions are not in the run and count as missed."] if left_out else []
    return [*notes, f"{strange} answers are to no question of the set."] if strange else notes


def _figure(name: str, value: float, bounds: Interval | None, n: int) -> Figure:
    low, high = bounds or (value, value)
    return Figure(name, value, low, high, n)


def _order(name: str) -> tuple[int, str, int]:
    if name in OVERALL:
        return len(_FIRST) + 1, "", OVERALL.index(name)
    group, measure = split_name(name)
    place = GROUPED.index(measure) if measure in GROUPED else len(GROUPED)
    return (_FIRST.index(group) if group in _FIRST else len(_FIRST)), group, place


def split_name(name: str) -> tuple[str, str]:
    """Group and measure of a figure's name; the group is empty for figures over all questions."""
    if name in OVERALL or name.startswith(("seconds.", "risk.")):
        return "", name
    head, _, rest = name.partition(".")
    if head in ("type", "lang", "document"):
        for measure in GROUPED:
            if rest.endswith(f".{measure}"):
                return f"{head}.{rest.removesuffix(f'.{measure}')}", measure
    return head, rest


def _latency(questions: Sequence[Question], run: Mapping[str, RunLine]) -> tuple[list[Figure], list[str]]:
    lines = [run[q.id] for q in questions if q.id in run]
    seconds = [line.seconds for line in lines if line.seconds is not None]
    notes = [f"{len(lines) - len(seconds)} answers tell no time."] if len(seconds) < len(lines) else []
    if not seconds:
        return [], notes
    rows = [
        _figure(f"seconds.{name}", percentile(seconds, share), percentile_interval(seconds, share), len(seconds))
        for name, share in (("p50", 0.5), ("p95", 0.95))
    ]
    return rows, notes


def _risk(
    questions: Sequence[Question], scores: Sequence[Score], run: Mapping[str, RunLine]
) -> tuple[list[Figure], list[str]]:
    pairs = [(run[q.id].confidence, s.loss) for q, s in zip(questions, scores, strict=True) if q.id in run]
    missing = sum(confidence is None for confidence, _ in pairs)
    if missing or not pairs:
        return [], [f"{missing} of {len(pairs)} answers tell no confidence: no risk and coverage."]
    curve = risk_coverage([c for c, _ in pairs if c is not None], [loss for _, loss in pairs])
    return [_figure("risk.area", curve.area, curve.interval, len(pairs))], []
