"""`python -m evals.worker`: the questions that librarians have made answered and scored, for a page that looks on.

A process of its own with the words of `ingest.worker`: one JSON object on standard input, one a line on the way
(`{"step", "done", "total"}`), `{"done": …}` or `{"error": a reason}` at last. What differs from the run
before is kept in the run's folder, `difference.json`.
"""

import json
import shutil
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TextIO

from assistant.index.manifest import load_manifest
from assistant.settings import Settings
from assistant.store.gold import gold_file, runs_of
from evals.answering.running import answer_all, scored
from evals.answering.runs import Result, Run, read_run_folder, write_run
from evals.comparing.runs import differences
from evals.documents.reading import read_documents
from evals.questions.goldset import Question, read_questions
from evals.scoring.answer import Score
from evals.scoring.figures import Figures
from evals.shell.run import origin_of
from evals.system import AssistantSystem, indexed_files
from ingest.worker import Tell, as_process, carry_out

Progress = Callable[[int, int], None]
SHOWN = (
    "single.hit@5",
    "single.mrr@10",
    "single.cited_evidence_recall",
    "single.wrongly_abstained",
    "unanswerable.abstained",
    "citations.verbatim",
)
_KEPT = 20  # runs


def run_gold(settings: Settings, progress: Progress) -> dict[str, Any]:
    """Ask the live index the librarians' questions, keep the run, and say what differs from the one before.

    Raises QuestionSetError, UnusableIndex, EvalError or RunError.
    """
    manifest = load_manifest(settings.index_dir)
    documents = read_documents(indexed_files(settings.index_dir))
    questions = read_questions(gold_file(settings.gold_dir), documents)
    before = next(iter(runs_of(settings.gold_dir)), None)
    lines = answer_all(questions, AssistantSystem(settings), progress)
    folder = settings.gold_dir / "runs" / datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
    origin = origin_of(settings, None, documents)
    run, found = scored(folder.name, questions, lines, documents, origin)
    write_run(folder, run, found)
    told = difference(read_run_folder(before) if before else None, run, found)
    told |= {"index": manifest.version, "index_before": _index_of(before)}
    (folder / "difference.json").write_text(json.dumps(told, ensure_ascii=False, indent=1), encoding="utf-8")
    for old in runs_of(settings.gold_dir)[_KEPT:]:
        shutil.rmtree(old, ignore_errors=True)
    return told


def difference(before: Run | None, run: Run, found: Figures) -> dict[str, Any]:
    """What a run came to, and what differs from one before over the questions that both ask alike."""
    others = {one.question.id: one for one in before.results} if before else {}
    pairs = [(others[one.question.id], one) for one in run.results if _same(others.get(one.question.id), one)]
    verdicts = {row.name: row for row in differences(pairs)} if pairs else {}
    figures = []
    for name in (one for one in SHOWN if one in found.values()):
        row = verdicts.get(name)
        figures.append(
            {
                "name": name,
                "value": found.values()[name],
                "before": row.first if row else None,
                "after": row.second if row else None,
                "verdict": row.verdict if row else "",
            }
        )
    sides = [
        (one.question.text, rightness(one.question, one.score), rightness(o.question, o.score)) for one, o in pairs
    ]
    changed = [{"question": text, "before": first, "after": second} for text, first, second in sides if first != second]
    return {
        "made": datetime.now(UTC).isoformat(timespec="seconds"),
        "questions": len(run.results),
        "compared": len(pairs),
        "figures": figures,
        "changed": sorted(changed, key=lambda one: one["after"] - one["before"]),
    }


def rightness(question: Question, score: Score) -> float:
    """How right an answer is, 0 to 1: whether it abstains where nothing answers, else the gold quotes that it cites."""
    name = "abstained" if question.group == "unanswerable" else "cited_evidence_recall"
    reached, whole = score.measures.get(name, (0.0, 1.0))
    return reached / whole if whole else 0.0


def _same(before: Result | None, now: Result) -> bool:
    return before is not None and before.question == now.question


def _index_of(run: Path | None) -> str:
    if run is None:
        return ""
    try:
        return str(json.loads((run / "difference.json").read_text(encoding="utf-8"))["index"])
    except (OSError, ValueError, KeyError):
        return ""


def main(source: TextIO, out: TextIO) -> int:
    """Carry out one order; the exit code is 0, or 1 where it failed."""

    def run(order: dict[str, Any], settings: Settings, tell: Tell) -> dict[str, Any]:
        del order  # there is but one
        return run_gold(settings, lambda done, total: tell("answer", done, total))

    return carry_out(run, source, out)


if __name__ == "__main__":
    sys.exit(as_process(main))
