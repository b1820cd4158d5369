"""`python -m evals train-requests`: train the recogniser of requests, and say how well it tells them apart."""

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from rich.console import Console
from rich.table import Table

from evals.training.saving import digest

if TYPE_CHECKING:
    from evals.shell.common import Subparsers

_FOLDER = Path(__file__).resolve().parents[2] / "training" / "questions"
_FILES = (*(_FOLDER / "requests" / f"{part}.jsonl" for part in ("train", "more", "short")), _FOLDER / "train.jsonl")
_HELD_OUT = {"heldout.jsonl": "another writer's requests", "short_heldout.jsonl": "a word or few"}
_FOLDS = 5
_LIKELIER = 0.5  # than all else together


def add(subparsers: "Subparsers") -> None:
    """Add the subcommand."""
    parser = subparsers.add_parser("train-requests", help="train what tells questions from other requests")
    parser.add_argument("--scale", type=float, default=4.0, help="worth of the vectors beside the n-grams")
    parser.add_argument("--decay", type=float, default=1e-4, help="how small the weights are held")
    parser.add_argument(
        "--allowed", type=float, default=0.005, help="share of plain questions taken for something else"
    )
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="where the weights go (.npz)")
    parser.set_defaults(main=main)


def main(arguments: argparse.Namespace, console: Console) -> int:
    """Choose the threshold on parts that were held back in turn, train on all, save, and show how others' are taken."""
    from assistant.embedding import load_embedder
    from assistant.settings import EmbeddingSettings
    from evals.training.requests import (
        least_threshold,
        read_questions,
        read_requests,
        save,
        shares,
        train,
        vectors_of,
    )

    embedder = load_embedder(EmbeddingSettings())
    requests = [one for path in _FILES[:-1] for one in read_requests(path)]
    questions = read_questions(_FILES[-1])
    asked = [*requests, *questions]
    vectors = vectors_of(asked, embedder)
    fold = np.random.default_rng(arguments.seed).integers(0, _FOLDS, len(asked))
    thresholds = []
    for one in range(_FOLDS):
        learnt = np.flatnonzero(fold != one)
        recogniser = train([asked[i] for i in learnt], vectors[learnt], arguments.scale, arguments.decay)
        held = np.array([i for i in np.flatnonzero(fold == one) if i >= len(requests)])
        thresholds.append(least_threshold(recogniser, [asked[i] for i in held], vectors[held], arguments.allowed))
    recogniser = train(asked, vectors, arguments.scale, arguments.decay)
    recogniser = replace(recogniser, threshold=max(_LIKELIER, round(float(np.mean(thresholds)), 2)))
    card: dict[str, object] = {
        "model": embedder.name,
        "seed": arguments.seed,
        "decay": arguments.decay,
        "data": {str(path.relative_to(_FOLDER)): digest(path) for path in _FILES},
    }
    save(recogniser, arguments.out, card)
    for name, told in _HELD_OUT.items():
        others = read_requests(_FOLDER / "requests" / name)
        console.print(_table(f"{told} ({len(others)})", shares(recogniser, others, vectors_of(others, embedder))))
    console.print(f"Written to {arguments.out}; taken for more than a question from {recogniser.threshold:.2f} on.")
    return 0


def _table(title: str, told: dict[str, tuple[float, int]]) -> Table:
    table = Table("request", "taken for it", "of", title=title)
    for request, (share, several) in told.items():
        table.add_row(request, f"{share:.3f}", str(several))
    return table
