"""`python -m evals judge`: optional, answers judged by a language model."""

import argparse
import dataclasses
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from evals.answering.runs import RUNS, read_run_folder
from evals.errors import JudgeError

if TYPE_CHECKING:
    from evals.judge.agreement import Agreement
    from evals.shell.common import Subparsers

_URL, _MODEL, _KEY = "ASSISTANT_JUDGE_URL", "ASSISTANT_JUDGE_MODEL", "ASSISTANT_JUDGE_KEY"


def add(subparsers: "Subparsers") -> None:
    """Add the subcommand."""
    about = f"answers judged by any OpenAI-compatible model (its key, if it wants one, in {_KEY})"
    parser = subparsers.add_parser("judge", help=about, description=about)
    parser.add_argument("run", type=Path, metavar="RUN", help="run folder, or its name in evals/runs")
    parser.add_argument("--url", default=os.environ.get(_URL), help=f"base address, as http://host/v1 (or {_URL})")
    parser.add_argument("--model", default=os.environ.get(_MODEL), help=f"the model's name (or {_MODEL})")
    parser.add_argument("--repeats", type=int, default=3, metavar="N", help="how often each answer is judged")
    parser.set_defaults(main=main)


def main(arguments: argparse.Namespace, console: Console) -> int:
    """Judge the run, keep everything that was sent and said in its folder, show the agreement."""
    from evals.judge.agreement import agreements
    from evals.judge.judging import judged
    from evals.judge.model import Judge

    if not arguments.url or not arguments.model:
        raise JudgeError(f"Name the judge: --url and --model, or {_URL} and {_MODEL}.")
    run = read_run_folder(arguments.run)
    folder = arguments.run if arguments.run.is_dir() else RUNS / arguments.run
    judge = Judge(arguments.url, arguments.model, os.environ.get(_KEY, ""))
    verdicts = []
    with (
        (folder / "judge.jsonl").open("w", encoding="utf-8") as kept,
        Progress(console=Console(stderr=True), transient=True) as bars,
    ):
        task = bars.add_task("Judging", total=len(run.lines) * 2 * arguments.repeats)
        for verdict in judged(run.results, judge, arguments.repeats, lambda: bars.advance(task)):
            verdicts.append(verdict)
            kept.write(json.dumps(dataclasses.asdict(verdict), ensure_ascii=False) + "\n")
    console.print(_table(agreements(run.results, verdicts), arguments.repeats))
    console.print(f"Everything that was sent and said is in {folder / 'judge.jsonl'}")
    return 0


def _table(rows: "list[Agreement]", repeats: int) -> Table:
    table = Table(title=f"{repeats} runs of the judge, the majority counts", title_justify="left")
    for heading in ("metric", "n", "passing", "same in all runs", "rule", "rule holds", "agreeing", "kappa"):
        table.add_column(heading)
    for row in rows:
        kappa = "–" if row.kappa is None else f"{row.kappa:.2f}"
        shares = [f"{x:.3f}" for x in (row.passing, row.steady)]
        table.add_row(row.metric, str(row.n), *shares, row.rule, f"{row.ruled:.3f}", f"{row.agreeing:.3f}", kappa)
    return table
