"""`python -m evals train-verifier`: train what looks once more at the statements that are shown."""

import argparse
import logging
import time
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

if TYPE_CHECKING:
    from evals.shell.common import Subparsers


def add(subparsers: "Subparsers") -> None:
    """Add the subcommand."""
    parser = subparsers.add_parser("train-verifier", help="train what tells near-misses from questions with an answer")
    parser.add_argument(
        "--asked", nargs=2, action="append", required=True, metavar=("PART", "DIR"),
        help="a part of our questions (train, imdi) and the texts that it is over; once or more",
    )  # fmt: skip
    parser.add_argument(
        "--begin-with", type=Path, metavar="FILE", help="adapters to go on from (default: the reader's)"
    )
    parser.add_argument("--rate", type=float, default=3e-4, help="the learning rate at its highest")
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="where it goes (.safetensors)")
    parser.set_defaults(main=main)


def main(arguments: argparse.Namespace, console: Console) -> int:
    """One pass, saved; its weights beside the reader are then fitted by `calibrate-verifier`."""
    from assistant.reader.bundled import FILE
    from assistant.reader.weights import VERIFIED
    from evals.training.lora import new_network, restore, trained
    from evals.training.reports import QUESTIONS, read_asked, read_texts
    from evals.training.saving import digest, load, save
    from evals.training.verifying import SHAPE, groups, train

    logging.getLogger("evals").setLevel(logging.INFO)
    started = time.monotonic()
    parts = []
    for part, folder in arguments.asked:
        asked = read_asked(part)
        parts.append((asked, read_texts(sorted({one.document for one in asked}), Path(folder))))
    told = groups(parts, arguments.seed)
    console.print(f"{len(told)} questions, {sum(map(len, told))} pairs")
    network, pairs = new_network(SHAPE, arguments.seed)
    restore(network, load(arguments.begin_with or FILE))
    train(network, pairs, told, arguments.rate)
    card = {
        "what": "Adapters (LoRA) and two heads that tell whether a statement answers a question, and which words not",
        "licence": "MIT; trained on questions of our own, from the reader's adapters on",
        "seed": arguments.seed,
        "rate": arguments.rate,
        "asked": [part for part, _ in arguments.asked],
        "data": {part: digest(QUESTIONS / f"{part}.jsonl") for part, _ in arguments.asked},
        "minutes": round((time.monotonic() - started) / 60),
        "weights": (0.0,) * (len(VERIFIED) - 1) + (1.0, 0.0),
    }
    save(arguments.out, trained(network), SHAPE, card)
    console.print(f"Written to {arguments.out} after {(time.monotonic() - started) / 60:.0f} minutes.")
    return 0
