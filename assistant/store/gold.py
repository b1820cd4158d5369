"""What librarians have made of feedback: questions with the quotes that answer them, in the form of `evals`.

`gold.jsonl` of the folder is a question set that `python -m evals run --questions` reads; `runs/` beside it holds how
the assistant did on it. Feedback holds no personal data any more when it is kept, and nor do these.
"""

import fcntl
import hashlib
import json
import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from assistant.errors import StoreError
from assistant.models import Citation
from assistant.store.feedback import Feedback, asked_in

Line = dict[str, Any]
_WHY = "a librarian found no answer in the reports"


def gold_file(folder: Path) -> Path:
    """The question set of the folder."""
    return folder / "gold.jsonl"


def runs_of(folder: Path) -> list[Path]:
    """The folders of the runs over it that tell a difference, newest first."""
    return sorted((path.parent for path in (folder / "runs").glob("*/difference.json")), reverse=True)


def gold_id(feedback: Feedback) -> str:
    """The id of the question that the feedback is on: the same for whoever asks it."""
    return f"gold-{hashlib.sha256(chr(0).join(asked_in(feedback)).encode()).hexdigest()[:12]}"


def gold_question(feedback: Feedback, right: Sequence[Citation]) -> Line:
    """The line of a question that these quotes answer, or that nothing in the reports does where there are none."""
    answer = feedback.answer
    history = list(feedback.history) if answer.asked_as else []
    documents = list(dict.fromkeys(one.passage.document for one in right))
    kind = "followup" if history else "comparison" if len(documents) > 1 else "fact"
    line: Line = {
        "id": gold_id(feedback),
        "question": answer.question if right else answer.asked_as or answer.question,  # a set knows no other follow-ups
        "lang": answer.language,
        "type": kind if right else "unanswerable",
        "evidence": [{"doc": one.passage.document, "quote": one.quote} for one in right],
        "facts": [],
    }
    if history and right:
        line["history"] = history
    return line | ({"section": right[0].passage.section} if right else {"why": _WHY})


def read_gold(folder: Path) -> dict[str, Line]:
    """The questions by id, oldest first; raises StoreError."""
    path = gold_file(folder)
    with _told(path):
        written = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
        lines = [json.loads(line) for line in written if line.strip()]
        return {line["id"]: line for line in lines}


def put(folder: Path, line: Line) -> None:
    """Keep a question, in the place of one with the same id; raises StoreError."""
    with _alone(folder):
        _write(folder, read_gold(folder) | {line["id"]: line})


def take_out(folder: Path, id_: str) -> None:
    """Keep a question no longer; raises StoreError."""
    with _alone(folder):
        _write(folder, {name: line for name, line in read_gold(folder).items() if name != id_})


def _write(folder: Path, lines: dict[str, Line]) -> None:
    """Write the set in one step, so that no reader sees half of it."""
    with _told(gold_file(folder)):
        with tempfile.NamedTemporaryFile("w", dir=folder, delete=False, encoding="utf-8") as draft:
            draft.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in lines.values())
        Path(draft.name).replace(gold_file(folder))


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Nobody else changes the set until the block is left, another process neither."""
    with _told(gold_file(folder)):
        folder.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(folder / ".lock", os.O_CREAT | os.O_RDWR, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield
        finally:
            os.close(descriptor)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreError("gold_unusable", path=path, why=error) from error
