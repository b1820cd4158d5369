"""`python -m evals calibrate-claims`: weigh the scorer of claims beside the rules."""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table

if TYPE_CHECKING:
    from evals.calibration.claims import Weighed
    from evals.shell.common import Subparsers

_STEP, _STEPS = 0.2, 6  # of log-odds, to either side of the limit


def add(subparsers: "Subparsers") -> None:
    """Add the subcommand."""
    parser = subparsers.add_parser("calibrate-claims", help="weigh the scorer of claims beside the rules")
    parser.add_argument(
        "--claims", nargs="+", type=Path, required=True, action="append", metavar="FILE",
        help="a set of claims to fit to, in one file or more; once or more, each counts alike, as do the own sentences"
        " of the first set's sources",
    )  # fmt: skip
    parser.add_argument("--adapters", type=Path, metavar="FILE", help="adapters (default: those in use)")
    parser.add_argument("--stands", type=float, required=True, help="log-odds from which on a sentence stands")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--write", action="store_true", help="write weights and limit into the adapters' card")
    parser.set_defaults(main=main)


def main(arguments: argparse.Namespace, console: Console) -> int:
    """Fit, show what gets through and what is lost at several limits."""
    from assistant.reader.scorer import Scorer
    from assistant.writing.entailment import FILE
    from assistant.writing.weighing import TOLD
    from evals.calibration.claims import fit_claims, of_claims
    from evals.training.claims import own_claims, read_claims
    from evals.training.saving import rewrite

    path = arguments.adapters or FILE
    scorer = Scorer.load(path)
    read = [[one for file in files for one in read_claims(file)] for files in arguments.claims]
    sets = [of_claims(claims, scorer) for claims in (*read, own_claims(read[0], arguments.seed))]
    weights = fit_claims(sets)
    limits = [round(arguments.stands + _STEP * step, 2) for step in range(-_STEPS, _STEPS + 1)]
    console.print(_table(sets, weights, limits))
    card = {"weights": dict(zip((*TOLD, "offset"), weights, strict=True)), "limits": {"stands": arguments.stands}}
    console.print(json.dumps(card))
    if arguments.write:
        rewrite(path, card)
    return 0


def _table(sets: "list[Weighed]", weights: tuple[float, ...], limits: list[float]) -> Table:
    table = Table("from", *(f"{len(one.true)}: through · lost" for one in sets))
    for least in limits:
        shares = (one.lost(weights, least) for one in sets)
        table.add_row(f"{least:.1f}", *(f"{through:.2f} · {lost:.2f}" for through, lost in shares))
    return table
