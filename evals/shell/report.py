"""`python -m evals report`: one page of a run."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

from evals.answering.runs import RUNS, read_run_folder
from evals.report.page import run_page

if TYPE_CHECKING:
    from evals.shell.common import Subparsers


def add(subparsers: "Subparsers") -> None:
    """Add the subcommand."""
    parser = subparsers.add_parser("report", help="one self-contained page of a run")
    parser.add_argument("run", type=Path, metavar="RUN", help="run folder, or its name in evals/runs")
    parser.add_argument("--out", type=Path, metavar="FILE", help="the page (default: report.html in the run folder)")
    parser.set_defaults(main=main)


def main(arguments: argparse.Namespace, console: Console) -> int:
    """Write the page."""
    run = read_run_folder(arguments.run)
    folder = arguments.run if arguments.run.is_dir() else RUNS / arguments.run
    target = arguments.out or folder / "report.html"
    target.write_text(run_page(run), encoding="utf-8")
    console.print(f"Written to {target}")
    return 0
