"""`python -m evals train-requests`: train the recogniser of requests, and say how well it tells them apart."""

import argparse
import logging
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table

if TYPE_CHECKING:
    from evals.shell.common import Subparsers

_FOLDER = Path(__file__).resolve().parents[2] / "training" / "questions"
_PARTS = ("train", "more", "short", "border")
_HELD_OUT = {"heldout.jsonl": "another writer's requests", "short_heldout.jsonl": "a word or few"}


def add(subparsers: "Subparsers") -> None:
    """Add the subcommand."""
    parser = subparsers.add_parser("train-requests", help="train what tells questions from other requests")
    parser.add_argument(
        "--questions", nargs="+", default=["train"], metavar="PART", help="questions beside the requests (%(default)s)"
    )
    parser.add_argument("--begin-with", type=Path, metavar="FILE", help="adapters to go on from")
    parser.add_argument("--rate", type=float, default=6e-4)
    parser.add_argument("--allowed", type=float, default=0.01, help="share of plain questions taken for a table")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="where it goes (.safetensors)")
    parser.set_defaults(main=main)


def main(arguments: argparse.Namespace, console: Console) -> int:
    """One pass; the threshold by the questions of `calibrate`, save, show how others' requests are taken."""
    from assistant.reader.requests import Recogniser
    from evals.training.lora import new_network, restore, trained
    from evals.training.requests import SHAPE, least_threshold, read_questions, read_requests, shares, train
    from evals.training.saving import digest, load, save

    logging.getLogger("evals").setLevel(logging.INFO)
    files = [_FOLDER / "requests" / f"{part}.jsonl" for part in _PARTS]
    asked = [_FOLDER / f"{part}.jsonl" for part in arguments.questions]
    network, pairs = new_network(SHAPE, arguments.seed)
    if arguments.begin_with:
        restore(network, load(arguments.begin_with))
    every = [
        *(one for path in files for one in read_requests(path)),
        *(q for path in asked for q in read_questions(path)),
    ]
    train(network, pairs, every, arguments.rate, arguments.seed)
    card = {
        "what": "Adapters (LoRA) and a head that make the bundled encoder tell questions from other requests",
        "licence": "MIT; trained on texts of our own",
        "began_with": arguments.begin_with.name if arguments.begin_with else None,
        "seed": arguments.seed,
        "rate": arguments.rate,
        "data": {str(path.relative_to(_FOLDER)): digest(path) for path in (*files, *asked)},
    }
    save(arguments.out, trained(network), SHAPE, {**card, "threshold": 1.0})
    threshold = least_threshold(
        Recogniser.load(arguments.out), read_questions(_FOLDER / "calibrate.jsonl"), arguments.allowed
    )
    save(arguments.out, trained(network), SHAPE, {**card, "threshold": threshold})
    recogniser = Recogniser.load(arguments.out)
    for name, told in _HELD_OUT.items():
        others = read_requests(_FOLDER / "requests" / name)
        console.print(_table(f"{told} ({len(others)})", shares(recogniser, others)))
    console.print(f"Written to {arguments.out}; a table needs a chance of {threshold:.2f}.")
    return 0


def _table(title: str, told: dict[str, tuple[float, int]]) -> Table:
    table = Table("request", "taken for it", "of", title=title)
    for request, (share, several) in told.items():
        table.add_row(request, f"{share:.3f}", str(several))
    return table
