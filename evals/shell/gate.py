"""`python -m evals gate`: the project's own set against its floors."""

import argparse
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

from assistant.settings import Settings
from evals.answering.running import answer_all, scored
from evals.comparing.gate import breaches, raised, read_floors, write_floors
from evals.documents.reading import load_documents
from evals.questions.goldset import read_questions
from evals.scoring.figures import Figures
from evals.shell.common import add_questions, add_settings, settings_of
from evals.shell.run import origin_of
from evals.system import AssistantSystem, index_corpus, with_index

if TYPE_CHECKING:
    from evals.shell.common import Subparsers


def add(subparsers: "Subparsers") -> None:
    """Add the subcommand."""
    parser = subparsers.add_parser("gate", help="the project's own set against its floors")
    add_questions(parser)
    add_settings(parser)
    parser.add_argument("--raise-floors", action="store_true", help="lift the floors to just below what is reached")
    parser.set_defaults(main=main)


def main(arguments: argparse.Namespace, console: Console) -> int:
    """Show what is below its floor; 1 where something is."""
    settings = settings_of(arguments)
    corpus = arguments.corpus or settings.corpus_dir
    found = measure(arguments.questions, corpus, settings, arguments.index)
    floors = read_floors()
    wrong = breaches(found.values(), floors)
    for breach in wrong:
        console.print(str(breach), style="red")
    if not wrong and arguments.raise_floors:
        write_floors(raised(found.values(), floors))
    console.print(f"{len(floors)} floors, {len(wrong)} breaches.")
    return 1 if wrong else 0


def measure(questions: Path, corpus: Path, settings: Settings, index: Path | None = None) -> Figures:
    """The figures of `questions` over `corpus`, indexed anew where no index is given."""
    documents = load_documents(corpus)
    asked = read_questions(questions, documents)
    with tempfile.TemporaryDirectory() as folder:
        place = index or Path(folder) / "index"
        if index is None:
            index_corpus(corpus, place, settings)
        lines = answer_all(asked, AssistantSystem(with_index(settings, place)))
    return scored("gate", asked, lines, documents, origin_of(settings, corpus, documents))[1]
