"""`python -m evals run`: answer a question set and score the answers."""

import argparse
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.progress import Progress

from assistant.settings import Settings
from evals.answering.provenance import hash_folder, versions
from evals.answering.runline import read_run
from evals.answering.running import Origin, answer_all, scored
from evals.answering.runs import RUNS, write_run
from evals.documents.reading import load_documents, read_documents
from evals.documents.source import Documents
from evals.errors import RunError
from evals.questions.goldset import Question, read_questions
from evals.shell.common import add_questions, add_settings, settings_of
from evals.system import AssistantSystem, index_corpus, indexed_files, with_index
from evals.tables import figures_table, groups_table, overview

if TYPE_CHECKING:
    from evals.shell.common import Subparsers


def add(subparsers: "Subparsers") -> None:
    """Add the subcommand."""
    parser = subparsers.add_parser("run", help="answer a question set and score the answers")
    add_questions(parser)
    add_settings(parser)
    parser.add_argument("--answers", type=Path, metavar="FILE", help="score these answers instead of asking")
    parser.add_argument("--out", type=Path, metavar="DIR", help="the run folder (default: evals/runs/<time>)")
    parser.set_defaults(main=main)


def main(arguments: argparse.Namespace, console: Console) -> int:
    """Run, write the folder, show the figures."""
    settings = settings_of(arguments)
    folder = arguments.out or RUNS / datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    corpus = arguments.corpus or settings.corpus_dir
    if arguments.answers:
        documents = load_documents(corpus)
        questions = read_questions(arguments.questions, documents)
        lines = _given(arguments.answers)
    else:
        index = arguments.index or folder / "index"
        if not arguments.index:
            console.print(f"Indexing {corpus} …")
            index_corpus(corpus, index, settings)
        settings = with_index(settings, index)
        from_corpus = arguments.corpus or not arguments.index
        documents = load_documents(corpus) if from_corpus else read_documents(indexed_files(index))
        questions = read_questions(arguments.questions, documents)
        lines = ask(questions, settings)
    origin = origin_of(settings, corpus if arguments.corpus or not arguments.index else None, documents)
    run, found = scored(folder.name, questions, lines, documents, origin)
    write_run(folder, run, found)
    console.print(figures_table(f"{len(questions)} questions", overview(found)))
    groups = groups_table("By type, language and document", found)
    if groups.row_count:
        console.print(groups)
    for note in found.notes:
        console.print(f"[yellow]{note}[/]")
    console.print(f"Written to {folder}")
    return 0


def ask(questions: list[Question], settings: Settings) -> list[dict[str, Any]]:
    """The assistant's answers, with a progress bar."""
    system = AssistantSystem(settings)
    with Progress(console=Console(stderr=True), transient=True) as bars:
        task = bars.add_task("Answering", total=len(questions))
        return answer_all(questions, system, lambda done, total: bars.update(task, completed=done, total=total))


def origin_of(settings: Settings, corpus: Path | None, documents: Documents) -> Origin:
    """Where a run comes from. Without a folder, the corpus is known by its documents' names alone."""
    described = {"documents": sorted(documents), "folder": corpus.name if corpus else None}
    digest = {"sha256": hash_folder(corpus)} if corpus else {}
    return Origin(settings.model_dump(mode="json"), versions(), described | digest)


def _given(path: Path) -> list[dict[str, Any]]:
    read_run(path)  # refuses repeats and wrong lines
    try:
        return [json.loads(line) for line in path.read_text(encoding="utf-8-sig").splitlines() if line.strip()]
    except OSError as error:
        raise RunError(f"{path} cannot be read.") from error
