"""`python -m evals check`: validate a question set."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from assistant.settings import load_settings
from evals.checking import check, overlaps
from evals.documents import load_documents
from evals.goldset import read_questions

if TYPE_CHECKING:
    from evals.shell.common import Subparsers


def add(subparsers: "Subparsers") -> None:
    """Add the subcommand."""
    parser = subparsers.add_parser("check", help="validate a question set against the documents")
    parser.add_argument("file", type=Path, metavar="FILE", help="the question set")
    parser.add_argument(
        "--corpus", type=Path, metavar="DIR", help="the documents (default: the corpus of the settings)"
    )
    parser.add_argument("--apart", type=Path, metavar="FILE", help="another set with which it must share no question")
    parser.set_defaults(main=main)


def main(arguments: argparse.Namespace, console: Console) -> int:
    """Show what is wrong; 1 where there are errors."""
    questions = read_questions(arguments.file)
    found = check(questions, load_documents(arguments.corpus or load_settings().corpus_dir))
    if arguments.apart:
        found += overlaps(questions, read_questions(arguments.apart))
    errors = sum(finding.level == "error" for finding in found)
    if found:
        table = Table("level", "question", "what")
        for finding in found:
            style = "red" if finding.level == "error" else None
            table.add_row(finding.level, escape(finding.id), escape(finding.message), style=style)
        console.print(table)
    console.print(f"{len(questions)} questions, {errors} errors, {len(found) - errors} warnings.")
    return 1 if errors else 0
