"""`python -m evals calibrate-themes`: weigh what is told of a study or chapter for whether it deals with a theme."""

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

if TYPE_CHECKING:
    from assistant.reader.weights import Floats
    from evals.calibration.themes import Judged
    from evals.shell.common import Subparsers

_LIMITS = (0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6)


def add(subparsers: "Subparsers") -> None:
    """Add the subcommand."""
    parser = subparsers.add_parser("calibrate-themes", help="weigh what makes a study or chapter deal with a theme")
    for name, help_ in (("--themes", "themes to fit to"), ("--judge", "themes to show alone")):
        parser.add_argument(
            name,
            nargs=2,
            required=name == "--themes",
            action="append",
            default=[],
            metavar=("PART", "DIR"),
            help=f"{help_}, and the texts that they are over; once or more",
        )
    parser.add_argument("--adapters", type=Path, metavar="FILE", help="adapters (default: those in use)")
    parser.add_argument("--words", type=float, default=0.1, help="chance from which on what says its words is in")
    parser.add_argument("--deals", type=float, default=0.5, help="chance from which on a study or chapter is in anyway")
    parser.add_argument("--core", type=float, default=0.5, help="chance from which on the theme is its subject")
    parser.add_argument("--write", action="store_true", help="write weights and limits into the adapters' card")
    parser.set_defaults(main=main)


def main(arguments: argparse.Namespace, console: Console) -> int:
    """Fit to the first parts, show all at several limits."""
    from assistant.overview.weighing import FILE
    from assistant.reader.weights import chance, odds
    from evals.calibration.reader import fit
    from evals.training.saving import rewrite

    path = arguments.adapters or FILE
    parts = {part: _judged(part, path, Path(reports)) for part, reports in (*arguments.themes, *arguments.judge)}
    own = [case for part, _ in arguments.themes for case in parts[part]]
    told = np.vstack([one.told for one in own])
    weights = {
        "deals": fit(told, np.concatenate([one.deals for one in own])),
        "core": fit(told, np.concatenate([one.core for one in own])),
    }
    for part, cases in parts.items():
        console.print(_table(part, cases, [chance(odds(one.told, weights["deals"])) for one in cases]))
    card = {"weights": weights, "limits": {name: getattr(arguments, name) for name in ("words", "deals", "core")}}
    console.print(json.dumps(card))
    if arguments.write:
        rewrite(path, card)
    return 0


def _judged(part: str, path: Path, reports: Path) -> "list[Judged]":
    from assistant.embedding import load_embedder
    from assistant.index.reader import open_index
    from assistant.reader.scorer import Scorer
    from evals.calibration.themes import index_themes, judged
    from evals.training.themes import read_themes

    settings, themes = load_settings(), read_themes(part)
    with tempfile.TemporaryDirectory() as folder:
        index = open_index(index_themes(themes, reports, Path(folder), settings), settings.embedding.model)
        embedder, scorer = load_embedder(settings.embedding), Scorer.load(path)
        cases = judged(themes, reports, index, embedder=embedder, scorer=scorer, settings=settings)
        found = list(track(cases, part, total=len(themes), console=Console(stderr=True)))
        index.close()
    return found


def _table(part: str, cases: "list[Judged]", chances: "list[Floats]") -> Table:
    table = Table("from", "subjects found", "all found", "rightly in", title=f"{part}: {len(cases)} themes")
    for limit in _LIMITS:
        kept = [likely >= limit for likely in chances]
        core = [k[one.core].mean() for k, one in zip(kept, cases, strict=True) if one.core.any()]
        every = [k[one.deals].mean() for k, one in zip(kept, cases, strict=True) if one.deals.any()]
        right = [one.deals[k].mean() for k, one in zip(kept, cases, strict=True) if k.any()]
        table.add_row(f"{limit:.2f}", *(f"{np.mean(some):.2f}" for some in (core, every, right)))
    return table
