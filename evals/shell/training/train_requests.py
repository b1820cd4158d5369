"""`python -m evals train-requests`: train the recogniser of requests, and say how well it tells them apart."""

import argparse
import logging
import random
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table

if TYPE_CHECKING:
    from evals.shell.common import Subparsers

_FOLDER = Path(__file__).resolve().parents[2] / "training" / "questions"
_LEARNED = [(f"requests/{part}", 1.0) for part in ("train", "more", "short", "border")] + [("train", 1.0)]
_HELD_OUT = {"heldout.jsonl": "another writer's requests", "short_heldout.jsonl": "a word or few"}


def add(subparsers: "Subparsers") -> None:
    """Add the subcommand."""
    parser = subparsers.add_parser("train-requests", help="train what tells questions from other requests")
    parser.add_argument(
        "--learn",
        nargs=2,
        action="append",
        metavar=("FILE", "SHARE"),
        help="requests/NAME or questions, and how much of them (2 is twice); once or more (default: the first pass)",
    )
    parser.add_argument("--begin-with", type=Path, metavar="FILE", help="adapters to go on from")
    parser.add_argument("--mean", action="store_true", help="keep the mean of those and of what becomes of them")
    parser.add_argument("--rate", type=float, default=6e-4)
    parser.add_argument("--allowed", type=float, default=0.0025, help="share of plain questions taken for a table")
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
    shares_of = {_FOLDER / f"{name}.jsonl": float(share) for name, share in arguments.learn or _LEARNED}
    network, pairs = new_network(SHAPE, arguments.seed)
    began = load(arguments.begin_with) if arguments.begin_with else {}
    if began:
        restore(network, began)
    every, chance = [], random.Random(arguments.seed)
    for path, share in shares_of.items():
        asked = read_requests(path) if path.parent.name == "requests" else read_questions(path)
        every += asked * int(share) + chance.sample(asked, int(share % 1 * len(asked)))
    train(network, pairs, every, arguments.rate, arguments.seed)
    made = trained(network)
    if arguments.mean:
        made = {name: (value + began[name]) / 2 for name, value in made.items()}
    card = {
        "what": "Adapters (LoRA) and a head that make the bundled encoder tell questions from other requests",
        "licence": "MIT; trained on texts of our own",
        "began_with": arguments.begin_with.name if arguments.begin_with else None,
        "seed": arguments.seed,
        "rate": arguments.rate,
        "data": {str(path.relative_to(_FOLDER)): digest(path) for path in shares_of},
    }
    save(arguments.out, made, SHAPE, {**card, "threshold": 1.0})
    threshold = least_threshold(
        Recogniser.load(arguments.out), read_questions(_FOLDER / "calibrate.jsonl"), arguments.allowed
    )
    save(arguments.out, made, SHAPE, {**card, "threshold": threshold})
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
