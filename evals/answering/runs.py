"""Run folders: what a run was made from, its answers and their scores, and its figures.

A folder holds `config.json` (settings), `versions.json`, `corpus.json` (hash of the documents), `results.jsonl` (one
line a question: the gold question, the answer as given and its score) and `figures.json`.
"""

import dataclasses
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from evals.answering.runline import RunLine, parse_line
from evals.errors import RunError
from evals.questions.goldset import Question, gold_line, parse_question
from evals.scoring.answer import Score
from evals.scoring.figures import Figures

RUNS = Path(__file__).resolve().parents[1] / "runs"


@dataclass(frozen=True, slots=True)
class Result:
    """One question with its answer (None where the run leaves it out; `raw` as the system wrote it) and its score."""

    question: Question
    line: RunLine | None
    raw: Mapping[str, Any]
    score: Score


@dataclass(frozen=True, slots=True)
class Run:
    """A run as it is kept."""

    name: str
    results: tuple[Result, ...]
    config: Mapping[str, Any] = field(default_factory=dict)
    versions: Mapping[str, Any] = field(default_factory=dict)
    corpus: Mapping[str, Any] = field(default_factory=dict)

    @property
    def questions(self) -> list[Question]:
        """The questions, in order."""
        return [result.question for result in self.results]

    @property
    def scores(self) -> list[Score]:
        """The scores, in the order of the questions."""
        return [result.score for result in self.results]

    @property
    def lines(self) -> dict[str, RunLine]:
        """The answers by question id."""
        return {result.question.id: result.line for result in self.results if result.line is not None}


def write_run(folder: Path, run: Run, figures: Figures) -> None:
    """Write the run into `folder`, which is made where it is not there."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in (("config", run.config), ("versions", run.versions), ("corpus", run.corpus)):
        _write_json(folder / f"{name}.json", content)
    lines = [_result_line(result) for result in run.results]
    (folder / "results.jsonl").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    rows = {row.name: {"value": row.value, "low": row.low, "high": row.high, "n": row.n} for row in figures.rows}
    _write_json(folder / "figures.json", {"figures": rows, "notes": list(figures.notes)})


def read_run_folder(folder: Path) -> Run:
    """The run in `folder` (a path, or the name of one in evals/runs). Raises RunError where it is none."""
    place = folder if folder.is_dir() else RUNS / folder
    try:
        lines = (place / "results.jsonl").read_text(encoding="utf-8").splitlines()
        results = tuple(_result(json.loads(line)) for line in lines if line.strip())
        kept = {name: _read_json(place / f"{name}.json") for name in ("config", "versions", "corpus")}
    except OSError as error:
        raise RunError(f"There is no run in {folder}: {Path(error.filename).name} is missing.") from error
    except (ValueError, KeyError, TypeError) as error:
        raise RunError(f"The run in {folder} is damaged: {error}.") from error
    if not results:
        raise RunError(f"The run in {folder} holds no answers.")
    return Run(place.resolve().name, results, **kept)


def _result_line(result: Result) -> str:
    score = dataclasses.asdict(result.score)
    content = {"question": gold_line(result.question), "answer": dict(result.raw) or None, "score": score}
    return json.dumps(content, ensure_ascii=False)


def _result(content: Mapping[str, Any]) -> Result:
    raw = content["answer"]
    kept = dict(content["score"])
    kept["measures"] = {name: (float(r), float(w)) for name, (r, w) in kept["measures"].items()}
    for key in ("missed_facts", "missed_evidence", "bad_quotes", "bad_pages", "bad_numbers", "dangling"):
        kept[key] = tuple(kept[key])
    line = parse_line(raw) if raw else None
    return Result(parse_question(content["question"]), line, raw or {}, Score(**kept))


def results_of(
    questions: Sequence[Question], raw: Mapping[str, Mapping[str, Any]], scores: Sequence[Score]
) -> tuple[Result, ...]:
    """Questions, answers as given (by id) and scores put together."""
    return tuple(
        Result(q, parse_line(raw[q.id]) if q.id in raw else None, raw.get(q.id, {}), s)
        for q, s in zip(questions, scores, strict=True)
    )


def _write_json(path: Path, content: Mapping[str, Any]) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=2, default=str) + "\n", encoding="utf-8")


def _read_json(path: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return content
