"""The one place where the evals touch the assistant: open it, ask it, index for it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

from assistant.errors import QuestionError
from assistant.settings import Settings
from evals.errors import EvalError


class System(Protocol):
    """Anything that answers questions as lines of a run."""

    def ask(self, id_: str, question: str, history: Sequence[str]) -> dict[str, Any]:
        """The run line for one question."""


class AssistantSystem:
    """Our own assistant over an index."""

    def __init__(self, settings: Settings) -> None:
        from assistant.api import Assistant

        self._assistant = Assistant.open(settings)

    def ask(self, id_: str, question: str, history: Sequence[str]) -> dict[str, Any]:
        """The run line for one question; a question that is refused counts as abstained."""
        from assistant.export.runs import refused_line, run_line

        try:
            return run_line(id_, self._assistant.ask(question, history))
        except QuestionError as error:
            return refused_line(id_, error.worded("nb"))


def index_corpus(corpus: Path, index_dir: Path, settings: Settings) -> None:
    """Index the documents under `corpus` into `index_dir`. Raises EvalError where one was left out."""
    from ingest.api import ingest

    if not corpus.is_dir():
        raise EvalError(f"There is no folder {corpus} with documents.")
    result = ingest([corpus], index_dir, settings)
    if result.left_out:
        names = ", ".join(f"{Path(left.source).name} ({left.reason})" for left in result.left_out)
        raise EvalError(f"Not everything could be indexed: {names}.")


def indexed_files(index_dir: Path) -> list[tuple[str, Path]]:
    """The files that an index was made from as (stem, path): where they came from, or the index's own copies."""
    from assistant.index.manifest import load_manifest

    files = []
    for entry in load_manifest(index_dir).documents:
        source = Path(entry.source)
        copies = list((index_dir / "originals").glob(f"{entry.sha256}.*"))
        path = source if source.exists() else copies[0] if copies else None
        if path is None:
            raise EvalError(f"{source} has moved and the index has no copy of it; give --corpus DIR.")
        files.append((entry.report.document, path))
    return files


def with_index(settings: Settings, index_dir: Path) -> Settings:
    """The settings with another index."""
    return settings.model_copy(update={"index_dir": index_dir})
