"""Passages with their statements, cut as the ingestion cuts them."""

from dataclasses import replace
from typing import Any

from assistant.models import Passage
from assistant.statements import Statement
from ingest.cutting.statements import spans_of


def cut(uncut: Passage) -> Passage:
    """The passage with its statements."""
    return replace(uncut, spans=spans_of(uncut))


def passage(text: str, document: str = "rapport", id_: str = "", **fields: Any) -> Passage:
    """A passage of this text with its statements; `document` is its report's name, title and the passage's id."""
    return cut(Passage(id_ or f"{document}:0", document, document.capitalize(), text, **fields))


def row(*cells: tuple[str, str], document: str = "rapport", title: str = "Tabell 1", **fields: Any) -> Passage:
    """A table row of (column heading, value) pairs."""
    headings, values = (" | ".join(part) for part in zip(*cells, strict=True))
    return passage(f"{title}\n{headings}\n{values}", document, cells=cells, **fields)


def statements(held_by: Passage) -> list[Statement]:
    """All statements of a passage."""
    return [Statement(held_by, span) for span in held_by.spans]


def statement(said: str, held_by: Passage | None = None) -> Statement:
    """The statement with these words, of a passage that holds more or of one that holds nothing else."""
    return next(one for one in statements(held_by or passage(said)) if one.text == said)
