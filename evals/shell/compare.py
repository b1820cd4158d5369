"""`python -m evals compare`: what changed from one run to another."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rich.columns import Columns
from rich.console import Console
from rich.markup import escape
from rich.panel import Panel
from rich.table import Table

from evals.answering.runs import Result, read_run_folder
from evals.comparing.runs import Change, Difference, changes, differences, pairs_of
from evals.report.compared import compared_page
from evals.scoring.figures import split_name

if TYPE_CHECKING:
    from evals.shell.common import Subparsers

_STYLES = {"better": "green", "worse": "red"}


def add(subparsers: "Subparsers") -> None:
    """Add the subcommand."""
    parser = subparsers.add_parser("compare", help="two runs, figure by figure and answer by answer")
    parser.add_argument("first", type=Path, metavar="A", help="run folder, or its name in evals/runs")
    parser.add_argument("second", type=Path, metavar="B", help="the run to compare with it")
    parser.add_argument("--all", action="store_true", help="also figures by type, language and document")
    parser.add_argument("--html", type=Path, metavar="FILE", help="write a page as well")
    parser.set_defaults(main=main)


def main(arguments: argparse.Namespace, console: Console) -> int:
    """Show the differences and the questions that changed side."""
    first, second = read_run_folder(arguments.first), read_run_folder(arguments.second)
    pairs = pairs_of(first, second)
    rows = differences(pairs)
    changed = changes(pairs)
    shown = [r for r in rows if arguments.all or not split_name(r.name)[0].startswith(("type.", "lang.", "document."))]
    console.print(_table(first.name, second.name, shown))
    if first.corpus.get("sha256") != second.corpus.get("sha256"):
        console.print("[yellow]The runs are over different documents, or one does not tell which.[/]")
    left_out = len(first.results) + len(second.results) - 2 * len(pairs)
    if left_out:
        console.print(f"[yellow]{left_out} questions stand in one run alone and are left out.[/]")
    console.print(f"{len(changed)} of {len(pairs)} questions changed side.")
    for change in changed:
        _print_change(console, change, first.name, second.name)
    if arguments.html:
        arguments.html.write_text(compared_page(first, second, rows, changed), encoding="utf-8")
        console.print(f"Written to {arguments.html}")
    return 0


def _table(first: str, second: str, rows: Sequence[Difference]) -> Table:
    table = Table(title=f"{escape(first)} → {escape(second)}", title_justify="left")
    for heading in ("figure", escape(first), escape(second), "difference", "95 % interval", "n", "verdict"):
        table.add_column(heading, justify="left" if heading in ("figure", "verdict") else "right")
    for row in rows:
        interval = f"{row.low:+.3f} – {row.high:+.3f}"
        cells = (f"{row.first:.3f}", f"{row.second:.3f}", f"{row.difference:+.3f}", interval, str(row.n), row.verdict)
        table.add_row(row.name, *cells, style=_STYLES.get(row.verdict))
    return table


def _print_change(console: Console, change: Change, first: str, second: str) -> None:
    question = change.first.question
    console.rule(f"{escape(question.id)}: {change.before:.2f} → {change.after:.2f}", align="left")
    console.print(escape(question.text), style="bold")
    half = max(30, console.width // 2 - 2)
    panels = [_panel(change.first, first, half), _panel(change.second, second, half)]
    console.print(Columns(panels, padding=(0, 1)))


def _panel(result: Result, name: str, width: int) -> Panel:
    line = result.line
    text = "(not in the run)" if line is None else line.answer or "(empty)"
    if line is not None and line.abstained:
        text = f"(abstains)\n{text}"
    if result.score.missed_facts:
        text += "\n\nMissed: " + "; ".join(result.score.missed_facts)
    return Panel(escape(text), title=escape(name), width=width)
