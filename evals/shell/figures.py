"""`python -m evals figures`: question sets answered and scored, written into a page."""

import argparse
import os
import re
import subprocess
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

from evals.errors import EvalError
from evals.goldset import read_questions
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
    """Measure each set, the project's own first, and put the table in place of the last one."""
    settings = settings_of(arguments)
    own = ("digests, own set", str(OWN_SET), str(settings.corpus_dir / "digests"))
    rows = {}
    for name, file, folder in (own, *arguments.sets):
        console.print(f"{name} …")
        count = len(read_questions(Path(file)))
        rows[f"{name} ({count})"] = measure(Path(file), Path(folder), settings).values()
    write(arguments.out, table(rows), origin())
    console.print(f"Written to {arguments.out}")
    return 0


def table(rows: Mapping[str, Mapping[str, float]]) -> str:
    """The figures by set as a Markdown table; a dash where a set has none."""
    lines = [
        [name, *(f"{found[figure]:.3f}" if figure in found else "–" for figure in _COLUMNS.values())]
        for name, found in rows.items()
    ]
    return markdown(["set (questions)", *_COLUMNS], lines)


def origin() -> str:
    """When, from which commit and on what kind of machine: never its name."""
    told = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False)
    commit = f", commit {told.stdout.strip()}" if told.returncode == 0 else ""
    return f"{datetime.now(UTC):%Y-%m-%d}{commit}, {os.cpu_count()} cores"


def write(page: Path, made: str, where_from: str) -> None:
    """Put the table between the page's two marks. Raises EvalError where it has none."""
    text = page.read_text(encoding="utf-8") if page.exists() else f"{BEGIN}\n{END}\n"
    if BEGIN not in text or END not in text:
        raise EvalError(f"{page} has no place for figures: the lines {BEGIN} and {END}.")
    block = f"{BEGIN}\n{where_from}\n\n{made}\n{END}"
    page.write_text(re.sub(f"{BEGIN}.*?{END}", lambda _: block, text, flags=re.S), encoding="utf-8")
