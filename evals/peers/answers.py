"""What a pipeline without a language model answers: its two best passages."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

SHOWN = 2  # passages that make the answer
FOUND = 10  # passages that a pipeline returns


@dataclass(frozen=True, slots=True)
class Chunk:
    """A piece of a document, with its page where the document has pages."""

    document: str
    text: str
    page: int | None = None


def run_line(id_: str, found: Sequence[Chunk]) -> dict[str, Any]:
    """The run line whose answer and citations are the best passages. These pipelines never abstain."""
    cited = [
        {"n": n, "document": c.document, "title": "", "year": None, "section": "", "page": c.page}
        | {"quote": c.text, "text": c.text}
        for n, c in enumerate(found[:SHOWN], 1)
    ]
    return {
        "id": id_,
        "answer": "\n\n".join(f"{c['text']} [{c['n']}]" for c in cited),
        "notes": "",
        "abstained": False,
        "citations": cited,
        "passages": [{"document": c.document, "section": "", "page": c.page, "text": c.text} for c in found],
    }
