"""`python -m evals drift`: two indexes, models or runs compared on one question set, before a switch."""

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape

from assistant.settings import Settings
from evals.answering.runline import RunLine, parse_line
from evals.answering.running import answer_all
from evals.answering.runs import RUNS, read_run_folder
from evals.comparing.drifting import Drift, drift, summary
from evals.questions.goldset import Question, read_questions
from evals.shell.common import add_questions, settings_of
from evals.system import AssistantSystem, with_index
from evals.tables import pairs_table

if TYPE_CHECKING:
    from evals.shell.common import Subparsers


def add(subparsers: "Subparsers") -> None:
    """Add the subcommand."""
    parser = subparsers.add_parser("drift", help="what a switch from one index or model to another would change")
    parser.add_argument("first", type=Path, metavar="A", help="an index, or a run folder")
    parser.add_argument("second", type=Path, metavar="B", help="an index, or a run folder")
    add_questions(parser)
    parser.add_argument("--config", metavar="NAME", help="settings for asking: configs/NAME.toml, or a file")
    parser.add_argument("--answers", action="store_true", help="show the answers that changed, one under the other")
    parser.set_defaults(main=main)


def main(arguments: argparse.Namespace, console: Console) -> int:
    """Show how much changed and where."""
    settings = settings_of(arguments)
    questions = None
    if not (_is_run(arguments.first) and _is_run(arguments.second)):
        questions = read_questions(arguments.questions)
    first, second = (_lines(place, questions, settings) for place in (arguments.first, arguments.second))
    drifts = drift(first, second)
    console.print(pairs_table(f"{escape(str(arguments.first))} → {escape(str(arguments.second))}", summary(drifts)))
    for changed in drifts:
        if changed.top_changed or not changed.same_answer:
            _show(console, changed, first, second, arguments.answers)
    return 0


def _show(
    console: Console, changed: Drift, first: Mapping[str, RunLine], second: Mapping[str, RunLine], answers: bool
) -> None:
    said = "same answer" if changed.same_answer else "another answer"
    if changed.flipped:
        said = "now abstains" if changed.abstained[1] else "no longer abstains"
    console.print(f"{escape(changed.id)}: {changed.kept} of 5 kept, {said}")
    if answers and not changed.same_answer:
        for mark, line in (("-", first[changed.id]), ("+", second[changed.id])):
            console.print(f"{mark} {escape(line.answer) or '(empty)'}")


def _is_run(place: Path) -> bool:
    return (place / "results.jsonl").is_file() or (RUNS / place / "results.jsonl").is_file()


def _lines(place: Path, questions: list[Question] | None, settings: Settings) -> dict[str, RunLine]:
    if _is_run(place) or questions is None:
        return read_run_folder(place).lines
    answers = answer_all(questions, AssistantSystem(_fitting(settings, place)))
    return {line["id"]: parse_line(line) for line in answers}


def _fitting(settings: Settings, index: Path) -> Settings:
    """The settings with this index and the model that it was made with."""
    from assistant.index.manifest import load_manifest

    embedding = settings.embedding.model_copy(update={"model": load_manifest(index).model})
    return with_index(settings, index).model_copy(update={"embedding": embedding})
