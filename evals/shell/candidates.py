"""`python -m evals candidates`: users' feedback as draft questions."""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

from assistant.settings import load_settings
from assistant.store.feedback import FeedbackBox
from evals.errors import EvalError
from evals.questions.candidates import candidates

if TYPE_CHECKING:
    from evals.shell.common import Subparsers


def add(subparsers: "Subparsers") -> None:
    """Add the subcommand."""
    parser = subparsers.add_parser("candidates", help="draft questions from users' feedback, for a person to complete")
    parser.add_argument("--store", type=Path, metavar="FILE", help="the database (default: that of the settings)")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="where the drafts go, one a line")
    parser.set_defaults(main=main)


def main(arguments: argparse.Namespace, console: Console) -> int:
    """Write the drafts, and say how many there are."""
    settings = load_settings().conversations
    if arguments.store:
        settings = settings.model_copy(update={"file": arguments.store})
    if not settings.file.exists():
        raise EvalError(f"There is no database {settings.file}.")
    rows = candidates(FeedbackBox(settings).everything())
    with arguments.out.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    console.print(f"{len(rows)} drafts in {arguments.out}. Each says in `draft` what a person has to do.")
    return 0
