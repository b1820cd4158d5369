"""`python -m evals calibrate-verifier`: weigh what the verifier says beside what the reader says."""

import argparse
import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from rich.console import Console
from rich.progress import track
from rich.table import Table

from assistant.settings import load_settings
from evals.shell.common import add_calibrating

if TYPE_CHECKING:
    from assistant.reader.weights import Floats
    from evals.calibration.verifier import Shown
    from evals.shell.common import Subparsers

_PARTS = ("calibrate", "judge")


def add(subparsers: "Subparsers") -> None:
    """Add the subcommand."""
    parser = subparsers.add_parser("calibrate-verifier", help="weigh the verifier beside the reader")
    add_calibrating(parser)
    parser.set_defaults(main=main)


def main(arguments: argparse.Namespace, console: Console) -> int:
    """Answer both parts, fit on the first, show both."""
    from assistant.reader.verifier import FILE, Verifier
    from assistant.reader.weights import chance, odds
    from evals.calibration.reader import fit, threshold
    from evals.calibration.verifier import told
    from evals.training.saving import rewrite

    path = arguments.adapters or FILE
    with tempfile.TemporaryDirectory() as made:
        cases = {part: _shown(part, arguments.reports, arguments.folder or Path(made)) for part in _PARTS}
    verifier = Verifier.load(path)
    rows = {part: told(own, verifier) for part, own in cases.items()}
    answerable = {part: np.array([not one.kind for one in own]) for part, own in cases.items()}
    weights = fit(rows["calibrate"], answerable["calibrate"])
    chances = {part: chance(odds(own, weights)) for part, own in rows.items()}
    limit = threshold(chances["calibrate"], answerable["calibrate"], arguments.wrongly)
    table = Table("part", "AUC", "answerable given up", "near-misses seen", title=f"abstaining below {limit:.3f}")
    for part, own in chances.items():
        table.add_row(part, *_shares(own, answerable[part], limit))
    console.print(table)
    console.print(json.dumps(weights))
    if arguments.write:
        rewrite(path, {"weights": weights})
    return 0


def _shown(part: str, reports: Path, folder: Path) -> "list[Shown]":
    from assistant.answer.found import Finder
    from assistant.embedding import load_embedder
    from assistant.index.reader import open_index
    from assistant.question import Names
    from assistant.reader import load_reader
    from evals.calibration.verifier import shown
    from evals.training.reading import index_part
    from evals.training.reports import read_asked

    settings, asked = load_settings(), read_asked(part)
    index = open_index(index_part(part, reports, folder, settings), settings.embedding.model)
    embedder, reader = load_embedder(settings.embedding), load_reader(settings.reader)
    finder = Finder(index, Names(index.manifest), embedder, reader, settings)
    total = len(asked) + sum(len(one.near) for one in asked)
    found = list(track(shown(asked, finder), part, total=total, console=Console(stderr=True)))
    index.close()
    return found


def _shares(chances: "Floats", answerable: "np.ndarray", limit: float) -> tuple[str, str, str]:
    right = np.mean(chances[answerable][:, None] > chances[~answerable][None])
    given_up, seen = (np.mean(chances[which] < limit) for which in (answerable, ~answerable))
    return f"{right:.3f}", f"{given_up:.3f}", f"{seen:.3f}"
