"""`python -m evals train-themes` and `train-claims`: train the scorers of themes and of claims."""

import argparse
import logging
import random
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

if TYPE_CHECKING:
    from assistant.reader.network import Shape
    from evals.shell.common import Subparsers
    from evals.training.examples import Example
    from evals.training.loop import Plan


def add(subparsers: "Subparsers") -> None:
    """Add the subcommands."""
    themes = subparsers.add_parser("train-themes", help="train what tells whether a statement deals with a theme")
    themes.add_argument(
        "--themes",
        nargs=3,
        action="append",
        required=True,
        metavar=("PART", "DIR", "SHARE"),
        help="themes, the texts that they are over, and how many of them (0 to 1); once or more",
    )
    themes.add_argument("--passes", type=float, default=1.0)
    themes.set_defaults(main=main_themes)
    claims = subparsers.add_parser("train-claims", help="train what tells whether a source bears a sentence")
    claims.add_argument("--passes", type=int, default=4)
    claims.set_defaults(main=main_claims)
    for parser in (themes, claims):
        parser.add_argument(
            "--begin-with", type=Path, metavar="FILE", help="adapters to go on from (default: the reader's)"
        )
        parser.add_argument("--seed", type=int, default=1)
        parser.add_argument(
            "--out", type=Path, required=True, metavar="FILE", help="where the adapters go (.safetensors)"
        )


def main_themes(arguments: argparse.Namespace, console: Console) -> int:
    """Read the themes and their texts, train, save."""
    from assistant.reader.network import Shape
    from evals.training.loop import Plan
    from evals.training.reports import read_texts
    from evals.training.themes import FOLDER, examples, read_themes

    found: list[Example] = []
    for part, folder, share in arguments.themes:
        themes = read_themes(part)
        themes = random.Random(arguments.seed).sample(themes, int(float(share) * len(themes)))
        texts = read_texts(sorted({document for one in themes for document in one.documents}), Path(folder))
        found += examples(themes, texts, arguments.seed)
    plan = Plan(passes=arguments.passes, questions=6, wrong=9, pool=8, rate=3e-4, pointwise=1.0)
    files = [FOLDER / f"{part}.jsonl" for part, _, _ in arguments.themes]
    return _train(arguments, found, (plan, Shape(layers=12, rank=16, scale=2.0)), files, console)


def main_claims(arguments: argparse.Namespace, console: Console) -> int:
    """Read the claims, train, save."""
    from assistant.reader.network import Shape
    from evals.training.claims import FOLDER, examples, read_claims
    from evals.training.filling import filled
    from evals.training.loop import Plan

    chance = random.Random(arguments.seed)
    files = sorted(FOLDER.glob("train*.txt"))
    claims = [*(one for path in files for one in read_claims(path)), *filled(2, chance)]
    found = list(examples(claims, arguments.passes, arguments.seed))
    chance.shuffle(found)
    plan = Plan(passes=1.0, questions=8, wrong=5, pool=8, rate=4e-4, pointwise=2.0)
    return _train(
        arguments, found, (plan, Shape(layers=12, rank=16, scale=2.0, question=160, pair=256)), files, console
    )


def _train(
    arguments: argparse.Namespace,
    found: "Sequence[Example]",
    how: "tuple[Plan, Shape]",
    files: Sequence[Path],
    console: Console,
) -> int:
    from assistant.reader.bundled import FILE
    from evals.training.loop import train
    from evals.training.lora import new_network, restore, trained
    from evals.training.saving import digest, load, save

    plan, shape = how
    logging.getLogger("evals").setLevel(logging.INFO)
    started = time.monotonic()
    network, pairs = new_network(shape, arguments.seed)
    restore(network, load(arguments.begin_with or FILE))
    console.print(f"{len(found)} examples")
    train(network, pairs, found, plan, arguments.seed)
    minutes = round((time.monotonic() - started) / 60)
    card = {
        "began_with": (arguments.begin_with or FILE).name,
        "examples": len(found),
        "passes": arguments.passes,
        "rate": plan.rate,
        "seed": arguments.seed,
        "data": {path.name: digest(path) for path in files},
        "minutes": minutes,
    }
    save(arguments.out, trained(network), shape, card)
    console.print(f"Written to {arguments.out} after {minutes} minutes.")
    return 0
