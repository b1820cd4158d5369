"""`python -m evals train-requests`: train the recogniser of requests, and say how well it tells them apart."""

import argparse
import logging
import random
import time
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table

from evals.training.saving import digest

if TYPE_CHECKING:
    from evals.shell.common import Subparsers
    from evals.training.requests import Asked

_FOLDER = Path(__file__).resolve().parent.parent / "training" / "questions"
_FILES = (_FOLDER / "requests" / "train.jsonl", _FOLDER / "train.jsonl")
_HELD = 0.15  # of what is trained on, for the threshold


def add(subparsers: "Subparsers") -> None:
    """Add the subcommand."""
    parser = subparsers.add_parser("train-requests", help="train what tells questions from other requests")
    parser.add_argument("--passes", type=int, default=6, help="passes over the examples")
    parser.add_argument("--rate", type=float, default=1e-3, help="peak rate of learning")
    parser.add_argument("--allowed", type=float, default=0.01, help="share of questions taken for something else")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="where it goes (.safetensors)")
    parser.set_defaults(main=main)


def main(arguments: argparse.Namespace, console: Console) -> int:
    """Train, choose the threshold on what was held back, save, and show how others' requests are told apart."""
    from evals.training.lora import trained
    from evals.training.requests import SHAPE, chances, least_threshold, read_plain, read_requests, shares, train
    from evals.training.saving import save

    logging.getLogger("evals").setLevel(logging.INFO)
    started = time.monotonic()
    asked = [*read_requests(_FILES[0]), *read_plain(_FILES[1])]
    random.Random(arguments.seed).shuffle(asked)
    held, learnt = asked[: int(_HELD * len(asked))], asked[int(_HELD * len(asked)) :]
    network, pairs = train(learnt, arguments.passes, arguments.rate, arguments.seed)
    threshold = least_threshold(chances(network, pairs, held), held, arguments.allowed)
    card = {
        "threshold": threshold,
        "passes": arguments.passes,
        "rate": arguments.rate,
        "seed": arguments.seed,
        "data": {str(path.relative_to(_FOLDER)): digest(path) for path in _FILES},
        "minutes": round((time.monotonic() - started) / 60),
    }
    save(arguments.out, trained(network), SHAPE, card, weights=None)
    others = read_requests(_FOLDER / "requests" / "heldout.jsonl")
    for name, some in (("held back", held), ("another writer's", others)):
        console.print(_table(name, some, shares(chances(network, pairs, some), some, threshold)))
    console.print(f"Written to {arguments.out}; taken for another request than a question from {threshold:.2f} on.")
    return 0


def _table(name: str, asked: "list[Asked]", told: dict[str, tuple[float, int]]) -> Table:
    table = Table("request", "taken for it", "of", title=f"{name} ({len(asked)})")
    for request, (share, count) in told.items():
        table.add_row(request, f"{share:.3f}", str(count))
    return table
