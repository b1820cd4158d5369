"""`python -m evals calibrate`: fit what the assistant abstains by, and show what it costs."""

import argparse
import json
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from rich.console import Console
from rich.progress import track
from rich.table import Table

from evals.calibrating import Case, Floats, fit_weights, held_out, threshold
from evals.goldset import read_questions
from evals.risk import Curve, risk_coverage
from evals.shell.common import settings_of
from evals.system import with_index

if TYPE_CHECKING:
    from assistant.settings import Settings
    from evals.shell.common import Subparsers

_COVERAGES = (0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)


def add(subparsers: "Subparsers") -> None:
    """Add the subcommand."""
    parser = subparsers.add_parser("calibrate", help="fit the confidence that the assistant abstains by")
    parser.add_argument(
        "--set", nargs=2, action="append", required=True, metavar=("FILE", "INDEX"), dest="sets",
        help="a question set and the index to ask; give several",
    )  # fmt: skip
    parser.add_argument("--held-back", nargs=2, action="append", default=[], metavar=("FILE", "INDEX"),
                        help="shown, but not fitted on")  # fmt: skip
    parser.add_argument("--share", type=float, default=0.15, help="share of questions without an answer in use")
    parser.add_argument("--wrongly", type=float, default=0.03, help="share of answerable questions it may give up")
    parser.add_argument("--write", action="store_true", help="write the weights into the assistant")
    parser.add_argument("--config", metavar="NAME", help="settings that differ: configs/NAME.toml, or a file")
    parser.set_defaults(main=main)


def main(arguments: argparse.Namespace, console: Console) -> int:
    """Measure, fit, show."""
    settings = settings_of(arguments)
    cases = [case for file, index in arguments.sets for case in measure(Path(file), Path(index), settings)]
    names = " ".join(Path(file).name for file, _ in arguments.sets)
    weights = fit_weights(cases, arguments.share, made_by=f"python -m evals calibrate, on {names}")
    confidence = held_out(cases, arguments.share)
    limit = threshold(confidence, cases, arguments.wrongly)
    title = f"Each question under weights fitted without it; abstains below {limit:.3f}"
    console.print(_table(title, cases, confidence, limit))
    kept = [case for file, index in arguments.held_back for case in measure(Path(file), Path(index), settings)]
    if kept:
        judged = np.array([weights.confidence(case.gaps) for case in kept])
        console.print(_table("Held back", kept, judged, limit))
    curve = risk_coverage(list(confidence), [float(not case.answerable) for case in cases])
    risks = (f"{_risk_at(curve, share):.3f} at {share:.0%}" for share in _COVERAGES)
    console.print(f"Share without an answer among what is shown, by the share that is shown: {' · '.join(risks)}")
    found = " · ".join(f"{name} {value:.2f}" for name, value in weights.gaps.items())
    console.print(f"Weights: {found} · bias {weights.bias:.2f}")
    if arguments.write:
        weights.save()
        below = int(limit * 100) / 100  # rounded up, it would give up more than it may
        console.print(f"Written. Set answer.abstain_below to {below:.2f} in assistant/settings.py.")
    return 0


def measure(questions: Path, index: Path, settings: "Settings") -> list[Case]:
    """What is missing of every question of a set."""
    from assistant.api import Assistant

    assistant = Assistant.open(with_index(settings, index))
    lines = [json.loads(line) for line in questions.read_text(encoding="utf-8").splitlines() if line.strip()]
    kinds = {line["id"]: line.get("near", "") for line in lines}
    found = []
    for question in track(read_questions(questions), questions.name, transient=True, console=Console(stderr=True)):
        gaps = assistant.gaps(question.text, question.history)
        if gaps:
            answerable = question.group != "unanswerable"
            found.append(Case(questions.stem, question.id, gaps, answerable, kinds[question.id], question.text))
    return found


def _table(title: str, cases: Sequence[Case], confidence: Floats, limit: float) -> Table:
    groups: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for case, sure in zip(cases, confidence, strict=True):
        right = "answered" if case.answerable else "no answer"
        groups[(case.set, right)].append(bool(sure < limit))
        groups[("all", right)].append(bool(sure < limit))
        if case.kind:
            groups[("near-miss", case.kind)].append(bool(sure < limit))
    table = Table("set", "questions", "n", "abstains", title=title)
    for (name, kind), below in sorted(groups.items()):
        table.add_row(name, kind, str(len(below)), f"{np.mean(below):.3f}")
    return table


def _risk_at(curve: Curve, share: float) -> float:
    return next((risk for covered, risk in zip(curve.coverage, curve.risk, strict=True) if covered >= share), 1.0)
