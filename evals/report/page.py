"""One run as a self-contained page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from evals.answering.runs import Result, Run
from evals.comparing.runs import rightness
from evals.report.charts import charts
from evals.scoring.figures import MUST_BE_ONE, Figures, figures, split_name
from evals.tables import overview

_SHOWN = 10  # passages of a question that the page lists
_EXCERPT = 400  # characters of a passage that it shows


@dataclass(frozen=True, slots=True)
class Item:
    """One question as the page shows it."""

    result: Result
    value: float
    outcome: str  # "right", "partly" or "wrong"
    problems: tuple[str, ...]

    @property
    def documents(self) -> str:
        """The documents that answer, as one text to filter by."""
        return " ".join(self.result.question.documents)


def environment() -> Environment:
    """The templates, with everything put into them escaped."""
    loader = FileSystemLoader(Path(__file__).resolve().parent / "templates")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


def run_page(run: Run) -> str:
    """The page of a run as HTML."""
    found = figures(run.questions, run.scores, run.lines)
    items = sorted((item_of(result) for result in run.results), key=_failures_first)
    return (
        environment()
        .get_template("run.html")
        .render(
            run=run,
            notes=found.notes,
            overview=overview(found),
            groups=_groups(found),
            plots=charts(run, found),
            items=items,
            counts={name: sum(item.outcome == name for item in items) for name in ("wrong", "partly", "right")},
            choices=_choices(items),
            must=MUST_BE_ONE,
            provenance=_provenance(run),
            shown=_SHOWN,
            excerpt=_EXCERPT,
        )
    )


def item_of(result: Result) -> Item:
    """How a question came out, and what is wrong with its answer in words."""
    value = rightness(result.question, result.score)
    outcome = "right" if value == 1 else "partly" if value > 0 else "wrong"
    score = result.score
    problems = [score.note] if score.note else []
    abstained = result.line is not None and result.line.abstained
    if abstained and result.question.group != "unanswerable":
        problems.append("abstains wrongly")
    if not abstained and result.question.group == "unanswerable":
        problems.append("answers what nothing answers")
    told = (
        (score.bad_quotes, "quotes that are not verbatim"),
        (score.bad_pages, "wrong pages"),
        (score.bad_numbers, "numbers without support"),
        (score.dangling, "markers without a source"),
    )
    problems += [f"{len(found)} {what}" for found, what in told if found]
    return Item(result, value, outcome, tuple(problems))


def _failures_first(item: Item) -> tuple[bool, float, str]:
    score = item.result.score
    broken = bool(score.bad_quotes or score.bad_pages or score.bad_numbers)
    return not broken, item.value, item.result.question.id


def _groups(found: Figures) -> list[tuple[str, list[Any]]]:
    groups: dict[str, list[Any]] = {}
    for row in found.rows:
        group, measure = split_name(row.name)
        if group.startswith(("type.", "lang.", "document.")):
            groups.setdefault(group, []).append((measure, row))
    return list(groups.items())


def _choices(items: Sequence[Item]) -> dict[str, list[str]]:
    questions = [item.result.question for item in items]
    return {
        "type": sorted({q.type for q in questions}),
        "lang": sorted({q.language for q in questions}),
        "document": sorted({name for q in questions for name in q.documents}),
    }


def _provenance(run: Run) -> dict[str, str]:
    told: dict[str, str] = {}
    for heading, part in (("settings", run.config), ("versions", run.versions), ("corpus", run.corpus)):
        told.update(_flat(heading, part))
    return told


def _flat(name: str, value: object) -> dict[str, str]:
    if isinstance(value, Mapping):
        return {k: v for key, inner in value.items() for k, v in _flat(f"{name}.{key}", inner).items()}
    return {name: ", ".join(map(str, value)) if isinstance(value, list) else str(value)}
