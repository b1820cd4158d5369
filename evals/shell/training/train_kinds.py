"""`python -m evals train-kinds`: train what tells kinds of conversation apart, and say how well it does."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from rich.console import Console

if TYPE_CHECKING:
    from evals.shell.common import Subparsers

_FOLDER = Path(__file__).resolve().parents[2] / "training" / "questions" / "requests"


def add(subparsers: "Subparsers") -> None:
    """Add the subcommand."""
    parser = subparsers.add_parser("train-kinds", help="train what tells kinds of conversation apart")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="where it goes (.npz)")
    parser.set_defaults(main=main)


def main(arguments: argparse.Namespace, console: Console) -> int:
    """Train, save, and show how another writer's turns are told apart."""
    from assistant.embedding import load_embedder
    from assistant.settings import EmbeddingSettings
    from evals.training.kinds import read_turns, share_right, train_kinds

    embedder = load_embedder(EmbeddingSettings())
    kinds = train_kinds(read_turns(_FOLDER / "train.jsonl"), embedder)
    weights = kinds.weights.astype(np.float16)
    np.savez_compressed(arguments.out, names=np.array(kinds.names), weights=weights, mean=kinds.mean)
    others = read_turns(_FOLDER / "heldout.jsonl")
    console.print(f"another writer's turns: {share_right(kinds, others, embedder):.3f} of {len(others)}")
    return 0
