"""`python -m evals train`: train the reader's adapters and head."""

import argparse
import logging
import random
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.console import Console

from evals.documents.reading import read_documents
from evals.errors import QuestionSetError
from evals.questions.goldset import read_questions
from evals.training.examples import Example
from evals.training.saving import digest

if TYPE_CHECKING:
    from evals.shell.common import Subparsers


def add(subparsers: "Subparsers") -> None:
    """Add the subcommand."""
    parser = subparsers.add_parser("train", help="train the reader: on general questions, then on our own over reports")
    parser.add_argument("--norquad", type=Path, metavar="FILE", help="NorQuAD as JSON Lines, a text a line")
    parser.add_argument(
        "--asked", nargs=3, action="append", default=[], metavar=("PART", "DIR", "SHARE"),
        help="a part of our questions (train, imdi), the texts that it is over, and the share of it that is used",
    )  # fmt: skip
    parser.add_argument(
        "--own", nargs=2, action="append", type=Path, default=[], metavar=("FILE", "DIR"),
        help="a question set and the documents it is over; give several",
    )  # fmt: skip
    parser.add_argument("--begin-with", type=Path, metavar="FILE", help="adapters to go on from")
    parser.add_argument("--passes", type=float, default=1.0, help="how often our own questions are gone through")
    parser.add_argument("--rate", type=float, default=3e-4, help="the learning rate at its highest")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="where the adapters go (.safetensors)")
    parser.set_defaults(main=main)


def main(arguments: argparse.Namespace, console: Console) -> int:
    """Read the examples of each step, train, save."""
    from assistant.reader.network import Shape
    from evals.training.loop import Plan, train
    from evals.training.lora import new_network, restore, trained
    from evals.training.saving import UNCALIBRATED, load, save

    logging.getLogger("evals").setLevel(logging.INFO)
    started = time.monotonic()
    shape = Shape(layers=12, rank=16, scale=2.0)
    network, pairs = new_network(shape, arguments.seed)
    if arguments.begin_with:
        restore(network, load(arguments.begin_with))
    steps: list[dict[str, Any]] = []
    for name, found, plan in (
        ("norquad", _norquad(arguments), Plan()),
        (
            "questions",
            [*_asked(arguments), *_own(arguments)],
            Plan(rate=arguments.rate, passes=arguments.passes),
        ),
    ):
        if found:
            console.print(f"{name}: {len(found)} questions, {sum(not one.right for one in found)} of them near-misses")
            train(network, pairs, found, plan, arguments.seed)
            steps.append({"step": name, "questions": len(found), "passes": plan.passes, "rate": plan.rate})
    card = {"steps": steps, "data": _data(arguments), "seed": arguments.seed, "asked": arguments.asked}
    card["weights"] = UNCALIBRATED.to_card()
    save(arguments.out, trained(network), shape, {**card, "minutes": round((time.monotonic() - started) / 60)})
    console.print(f"Written to {arguments.out} after {(time.monotonic() - started) / 60:.0f} minutes.")
    return 0


def _norquad(arguments: argparse.Namespace) -> list[Example]:
    from evals.training.norquad import read_norquad

    return read_norquad(arguments.norquad, arguments.seed) if arguments.norquad else []


def _asked(arguments: argparse.Namespace) -> list[Example]:
    from evals.training.reports import examples, read_asked, read_texts

    found: list[Example] = []
    for part, folder, share in arguments.asked:
        asked = read_asked(part)
        asked = random.Random(arguments.seed).sample(asked, int(float(share) * len(asked)))
        texts = read_texts(sorted({one.document for one in asked}), Path(folder))
        found += examples(asked, texts)
    return found


def _own(arguments: argparse.Namespace) -> list[Example]:
    from evals.training.own import own_examples

    found: list[Example] = []
    for file, folder in arguments.own:
        paths = _documents(folder)
        texts = read_documents((path.stem, path) for path in paths)
        found += own_examples(read_questions(file, texts), paths)
    return found


def _documents(folder: Path) -> list[Path]:
    found = sorted(path for path in folder.iterdir() if path.suffix in (".txt", ".md") and path.stem != "README")
    if not found:  # a near-miss without a statement that does not answer it would teach the reader nothing but NaN
        raise QuestionSetError(f"There are no texts in {folder}.")
    return found


def _data(arguments: argparse.Namespace) -> dict[str, str]:
    """The files that were trained on, each with its hash."""
    from evals.training.reports import QUESTIONS

    files = [arguments.norquad, *(file for file, _ in arguments.own), arguments.begin_with]
    files += [QUESTIONS / f"{part}.jsonl" for part, _, _ in arguments.asked]
    return {path.name: digest(path) for path in files if path}
