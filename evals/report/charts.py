"""Which plots a run gets."""

from evals.answering.runs import Run
from evals.report.plots import Bar, Plot, bars, line
from evals.scoring.figures import Figures
from evals.scoring.retrieval import BUDGETS
from evals.scoring.risk import risk_coverage

_TYPES, _SINGLE = "type.", "single."


def charts(run: Run, found: Figures) -> list[Plot]:
    """The plots that the run has numbers for: by type, recall by budget, risk and coverage, latency."""
    plots = [_by_type(found, measure, title) for measure, title in _BY_TYPE]
    plots += [_recall(found), _risk(run), _latency(run)]
    return [plot for plot in plots if plot is not None]


_BY_TYPE = (("fact_recall", "Share of the facts that answers state, by type"), ("hit@5", "hit@5 by type"))


def _by_type(found: Figures, measure: str, title: str) -> Plot | None:
    rows = [
        Bar(row.name.removeprefix(_TYPES).removesuffix(f".{measure}"), row.value, row.low, row.high, row.n)
        for row in found.rows
        if row.name.startswith(_TYPES) and row.name.endswith(f".{measure}")
    ]
    rows += [
        Bar("followup", row.value, row.low, row.high, row.n) for row in found.rows if row.name == f"followup.{measure}"
    ]
    id_ = f"type-{measure.replace('@', '').replace('_', '-')}"
    return bars(id_, title, rows) if rows else None


def _recall(found: Figures) -> Plot | None:
    values = found.values()
    names = {budget: f"{_SINGLE}evidence_recall@{budget}c" for budget in BUDGETS}
    points = [(float(budget), values[name]) for budget, name in names.items() if name in values]
    labels = ("characters of ranked passages", "evidence recall")
    return line("recall", "Evidence recall by budget", [(0.0, 0.0), *points], labels) if points else None


def _risk(run: Run) -> Plot | None:
    pairs = [(r.line.confidence if r.line else None, r.score.loss) for r in run.results]
    known = [(confidence, loss) for confidence, loss in pairs if confidence is not None]
    if len(known) < len(pairs):
        return None
    curve = risk_coverage([c for c, _ in known], [loss for _, loss in known])
    points = list(zip(curve.coverage, curve.risk, strict=True))
    return line("risk", "Risk by coverage, the most confident answers first", points, ("share answered", "mean loss"))


def _latency(run: Run) -> Plot | None:
    seconds = sorted(r.line.seconds for r in run.results if r.line is not None and r.line.seconds is not None)
    if not seconds:
        return None
    points = [(0.0, 0.0), *((s, (i + 1) / len(seconds)) for i, s in enumerate(seconds))]
    labels = ("seconds", "share of answers")
    return line("latency", "Share of the answers that are there within a time", points, labels, steps=True)
