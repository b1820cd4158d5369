"""`python -m evals train-roles`: train what tells the roles of statements apart, and say how well it does."""

import argparse
import logging
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table

if TYPE_CHECKING:
    from evals.shell.common import Subparsers

_RATES = (8e-4, 6e-4, 4e-4, 2e-4)  # of the passes


def add(subparsers: "Subparsers") -> None:
    """Add the subcommand."""
    parser = subparsers.add_parser("train-roles", help="train what tells results, advice and lead-ins apart")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="where it goes (.safetensors)")
    parser.set_defaults(main=main)


def main(arguments: argparse.Namespace, console: Console) -> int:
    """Train, save, show how statements of texts kept apart are taken."""
    from assistant.reader.roles import Roles
    from evals.training.lora import new_network, trained
    from evals.training.roles import FOLDER, SHAPE, read_told, shares, train
    from evals.training.saving import digest, save

    logging.getLogger("evals").setLevel(logging.INFO)
    network, pairs = new_network(SHAPE, arguments.seed)
    files = sorted(FOLDER.glob("train*.jsonl"))
    told = [one for path in files for one in read_told(path)]
    for seed, rate in enumerate(_RATES, arguments.seed):
        train(network, pairs, told, rate, seed)
    card = {
        "what": "Adapters (LoRA) and a head that make the bundled encoder tell the roles of statements apart",
        "licence": "MIT; trained on statements of our own",
        "made_by": "python -m evals train-roles --out FILE",
        "seed": arguments.seed,
        "rates": _RATES,
        "data": {path.name: digest(path) for path in files},
    }
    save(arguments.out, trained(network), SHAPE, card)
    judged = read_told(FOLDER / "judge.jsonl")
    table = Table("role", "taken for it", "of what is taken", "statements", title=f"{len(judged)} kept apart")
    for role, (share, right, several) in shares(Roles.load(arguments.out), judged).items():
        table.add_row(role, f"{share:.2f}", f"{right:.2f}", str(several))
    console.print(table)
    console.print(f"Written to {arguments.out}.")
    return 0
