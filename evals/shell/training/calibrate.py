"""`python -m evals calibrate`: weigh the reader's scores, and find the chance that is not enough for an answer."""

import argparse
import json
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from rich.console import Console
from rich.progress import track
from rich.table import Table

from assistant.settings import load_settings
from evals.shell.common import add_calibrating

if TYPE_CHECKING:
    from assistant.reader.weights import Floats, Weights
    from evals.calibration.reader import Case
    from evals.shell.common import Subparsers

_PARTS = ("calibrate", "judge")


def add(subparsers: "Subparsers") -> None:
    """Add the subcommand."""
    parser = subparsers.add_parser("calibrate", help="weigh the reader's scores; what to abstain below")
    add_calibrating(parser)
    parser.set_defaults(main=main)


def main(arguments: argparse.Namespace, console: Console) -> int:
    """Read both parts, fit on the first, show both."""
    from assistant.reader.bundled import FILE
    from evals.calibration.reader import fit_all, of_case, threshold
    from evals.training.saving import rewrite

    path = arguments.adapters or FILE
    with tempfile.TemporaryDirectory() as made:
        cases = _cases(path, arguments.reports, arguments.folder or Path(made))
    weights = fit_all(cases["calibrate"])
    chances = {part: _chances([of_case(one, weights.statement) for one in own], weights) for part, own in cases.items()}
    answerable = np.array([not one.kind for one in cases["calibrate"]])
    limit = threshold(chances["calibrate"], answerable, arguments.wrongly)
    for part, own in cases.items():
        console.print(_table(part, own, chances[part], limit, weights))
    console.print(f"{json.dumps(weights.to_card())}; abstains below {limit:.3f}")
    if arguments.write:
        rewrite(path, {"weights": weights.to_card()})
    return 0


def _cases(path: Path, reports: Path, folder: Path) -> dict[str, "list[Case]"]:
    from assistant.embedding import load_embedder
    from assistant.index.reader import open_index
    from assistant.reader.bundled import BundledReader
    from evals.training.reading import index_part, read_cases

    settings = load_settings()
    embedder, reader = load_embedder(settings.embedding), BundledReader.load(path)
    found = {}
    for part in _PARTS:
        index = open_index(index_part(part, reports, folder, settings), settings.embedding.model)
        cases = read_cases(part, reports, index, embedder=embedder, reader=reader, settings=settings)
        found[part] = list(track(cases, part, total=800, console=Console(stderr=True)))
        index.close()
    return found


def _chances(told: "list[Floats]", weights: "Weights") -> "Floats":
    from assistant.reader.weights import chance, odds

    return chance(odds(np.vstack(told), weights.answer))


def _table(part: str, cases: "list[Case]", chances: "Floats", limit: float, weights: "Weights") -> Table:
    from assistant.reader.weights import odds

    groups: dict[str, list[bool]] = defaultdict(list)
    for case, chance in zip(cases, chances, strict=True):
        groups["near-miss: abstains" if case.kind else "answerable: abstains"].append(bool(chance < limit))
        if case.kind:
            groups[f"near-miss, {case.kind}: abstains"].append(bool(chance < limit))
            continue
        groups["answerable: best statement by score is right"].append(bool(case.right[case.statements[:, 0].argmax()]))
        best = odds(case.statements, weights.statement).argmax()
        groups["answerable: best statement by all is right"].append(bool(case.right[best]))
    answerable = np.array([not case.kind for case in cases])
    above = np.mean(chances[answerable][:, None] > chances[~answerable][None])
    table = Table("questions", "n", "share", title=f"{part}: AUC against near-misses {above:.3f}")
    for name, values in sorted(groups.items()):
        table.add_row(name, str(len(values)), f"{np.mean(values):.3f}")
    return table
