"""A question set answered and scored."""

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from evals.answering.runline import parse_line
from evals.answering.runs import Run, results_of
from evals.documents.source import Documents
from evals.questions.goldset import Question
from evals.scoring.answer import score_all
from evals.scoring.figures import Figures, figures
from evals.system import System

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Origin:
    """What a run is made from: settings, versions, and the documents' hash."""

    config: Mapping[str, Any]
    versions: Mapping[str, Any]
    corpus: Mapping[str, Any]


def answer_all(
    questions: Sequence[Question], system: System, progress: Progress = lambda done, total: None
) -> list[dict[str, Any]]:
    """The run lines of all questions, in order. A line without its own time gets the one measured here."""
    lines = []
    for done, question in enumerate(questions):
        progress(done, len(questions))
        started = time.perf_counter()
        line = system.ask(question.id, question.text, question.history)
        lines.append({"seconds": round(time.perf_counter() - started, 4)} | line)
    progress(len(questions), len(questions))
    return lines


def scored(
    name: str, questions: Sequence[Question], lines: Iterable[Mapping[str, Any]], documents: Documents, origin: Origin
) -> tuple[Run, Figures]:
    """The run made from answers at hand, and its figures."""
    raw = {str(line["id"]): line for line in lines}
    parsed = {id_: parse_line(line) for id_, line in raw.items()}
    scores = score_all(questions, parsed, documents)
    run = Run(name, results_of(questions, raw, scores), origin.config, origin.versions, origin.corpus)
    return run, figures(questions, scores, parsed)
