"""`python -m evals figures`: question sets answered and scored, written into a page."""

import argparse
import os
import platform
import subprocess
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

from evals.errors import EvalError
from evals.questions.goldset import read_questions
from evals.shell.common import OWN_SET, settings_of
from evals.shell.gate import measure
from evals.tables import markdown

if TYPE_CHECKING:
    from evals.shell.common import Subparsers

PAGE = Path("docs/figures.md")
BEGIN, END = "<!-- made: make figures -->", "<!-- end of what is made -->"
_COLUMNS = {
    "mrr@10": "single.mrr@10",
    "hit@5": "single.hit@5",
    "cited evidence": "single.cited_evidence_recall",
    "facts": "single.fact_recall",
    "wrongly abstained": "single.wrongly_abstained",
    "near-misses abstained": "unanswerable.abstained",
    "verbatim": "citations.verbatim",
}
_HEADINGS = ["set (questions)", *_COLUMNS, "measured"]


def add(subparsers: "Subparsers") -> None:
    """Add the subcommand."""
    parser = subparsers.add_parser("figures", help="answer and score question sets, and write the figures into a page")
    parser.add_argument("--config", metavar="NAME", help="settings that differ: configs/NAME.toml, or a file")
    parser.add_argument(
        "--set", nargs=3, action="append", default=[], metavar=("NAME", "FILE", "DIR"), dest="sets",
        help="what to call a question set, the set, and the documents it is over; give several",
    )  # fmt: skip
    parser.add_argument("--out", type=Path, default=PAGE, metavar="FILE", help=f"the page (default: {PAGE})")
    parser.set_defaults(main=main)


def main(arguments: argparse.Namespace, console: Console) -> int:
    """Measure each set, the project's own first, and put its row in place of the last one of its name."""
    settings = settings_of(arguments)
    own = ("digests, own set", str(OWN_SET), str(settings.corpus_dir / "digests"))
    where_from = origin()
    for name, file, folder in (own, *arguments.sets):
        console.print(f"{name} …")
        count = len(read_questions(Path(file)))
        found = measure(Path(file), Path(folder), settings).values()
        write(arguments.out, f"{name} ({count})", found, where_from)
    console.print(f"Written to {arguments.out}")
    return 0


def origin() -> str:
    """When, from which commit and on what kind of machine: never its name."""
    asked = ["git", "describe", "--always", "--dirty", "--exclude", "*"]
    told = subprocess.run(asked, capture_output=True, text=True, check=False)
    commit = f", {told.stdout.strip()}" if told.returncode == 0 else ""
    return f"{datetime.now(UTC):%Y-%m-%d}{commit}, {os.cpu_count()} × {platform.machine()}"


def write(page: Path, name: str, found: Mapping[str, float], where_from: str) -> None:
    """Put a set's row between the page's two marks; rows of sets that are not at hand now stay, each with its origin.

    A dash stands where a set has no such figure. Raises EvalError where the page has no place for figures.
    """
    text = page.read_text(encoding="utf-8") if page.exists() else f"{BEGIN}\n{END}\n"
    if BEGIN not in text or END not in text:
        raise EvalError(f"{page} has no place for figures: the lines {BEGIN} and {END}.")
    before, rest = text.split(BEGIN, 1)
    made, after = rest.split(END, 1)
    rows = {row[0]: row for row in map(_cells, made.splitlines()[3:]) if len(row) == len(_HEADINGS)}
    figures = (f"{found[figure]:.3f}" if figure in found else "–" for figure in _COLUMNS.values())
    rows[name] = [name, *figures, where_from]
    table = markdown(_HEADINGS, rows.values())
    page.write_text(f"{before}{BEGIN}\n{table}\n{END}{after}", encoding="utf-8")


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("|").split("|")]
