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
_PARTS = ("train", "more", "short", "border", "talk", "terse", "beside")
_LEARNED = [_FOLDER / "requests" / f"{part}.jsonl" for part in _PARTS]
_WISHES = _FOLDER / "requests" / "wishes.jsonl"
_THEMES = ("train", "more")  # that wishes are put around
_ASKED = [_FOLDER / f"{part}.jsonl" for part in ("train", "imdi")]
_HELD_OUT = {"heldout.jsonl": "another writer's requests", "short_heldout.jsonl": "a word or few"}
_RATES = (6e-4, 4e-4, 2e-4)  # of the passes
# Others in each pass: whole questions, words of them by themselves, and what is wanted beside them.
_QUESTIONS, _WORDS, _WISHED = 2_500, 1_500, 1_500


def add(subparsers: "Subparsers") -> None:
    """Add the subcommand."""
    parser = subparsers.add_parser("train-requests", help="train what tells questions from other requests")
    parser.add_argument("--threshold", type=float, default=0.9, help="the chance that a table needs")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="where it goes (.safetensors)")
    parser.set_defaults(main=main)


def main(arguments: argparse.Namespace, console: Console) -> int:
    """Three passes; save, show how others' requests are taken."""
    from assistant.reader.requests import Recogniser
    from evals.training.lora import new_network, trained
    from evals.training.requests import (
        SHAPE,
        read_questions,
        read_requests,
        read_wishes,
        shares,
        train,
        wished,
        words_alone,
    )
    from evals.training.saving import digest, save
    from evals.training.themes import read_themes

    logging.getLogger("evals").setLevel(logging.INFO)
    network, pairs = new_network(SHAPE, arguments.seed)
    requests = [one for path in _LEARNED for one in read_requests(path)]
    questions = [one for path in _ASKED for one in read_questions(path)]
    wishes, themes = read_wishes(_WISHES), [one.theme for part in _THEMES for one in read_themes(part)]
    for seed, rate in enumerate(_RATES, arguments.seed):
        others = random.Random(seed).sample(questions, _QUESTIONS) + words_alone(questions, requests, _WORDS, seed)
        others += wished(wishes, questions, themes, _WISHED, seed)
        train(network, pairs, requests + others, rate, seed)
    read = (*_LEARNED, *_ASKED, _WISHES, *(_FOLDER / "themes" / f"{part}.jsonl" for part in _THEMES))
    card = {
        "what": "Adapters (LoRA) and a head that make the bundled encoder tell questions from other requests",
        "licence": "MIT; trained on texts of our own",
        "made_by": "python -m evals train-requests --out FILE",
        "seed": arguments.seed,
        "rates": _RATES,
        "data": {str(path.relative_to(_FOLDER)): digest(path) for path in read},
        "threshold": arguments.threshold,
    }
    save(arguments.out, trained(network), SHAPE, card)
    recogniser = Recogniser.load(arguments.out)
    for name, told in _HELD_OUT.items():
        others = read_requests(_FOLDER / "requests" / name)
        console.print(_table(f"{told} ({len(others)})", shares(recogniser, others)))
    console.print(f"Written to {arguments.out}.")
    return 0


def _table(title: str, told: dict[str, tuple[float, int]]) -> Table:
    table = Table("request", "taken for it", "of", title=title)
    for request, (share, several) in told.items():
        table.add_row(request, f"{share:.3f}", str(several))
    return table
