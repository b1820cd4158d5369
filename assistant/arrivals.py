"""What reports that have come since, or changed, mean for what a user keeps: answers that they answer too, with other
words, and quotes that they have no more.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from assistant.answer.quotes import CELL, GAP
from assistant.api import Assistant
from assistant.evidence.opening import passages_of
from assistant.index.manifest import Manifest
from assistant.models import Answer, Citation, Request, Verdict
from assistant.store.collections import Collection
from assistant.store.conversations import KeptConversation, KeptTurn

_JOINED = re.compile(f"{GAP}|{CELL}")


@dataclass(frozen=True, slots=True)
class Affected:
    """A conversation or a collection by its id and name, and how many of its answers or quotes may be out of date."""

    id: str
    name: str
    count: int


def arrived_since(manifest: Manifest, when: float) -> tuple[str, ...]:
    """The documents that were indexed, or changed, after a time (seconds since 1970)."""
    return tuple(
        item.report.document for item in manifest.documents if datetime.fromisoformat(item.indexed).timestamp() > when
    )


def outdated_by_arrivals(
    assistant: Assistant, conversation: KeptConversation, arrived: Sequence[str]
) -> tuple[KeptTurn, ...]:
    """The turns of a conversation that one of these reports surely answers too, with words that the answer has not.

    Each question is asked once more, of those reports alone and within what it was narrowed to: some tenths of a second
    a turn, nothing where none came.
    """
    return tuple(turn for turn in conversation.turns if arrived and _is_outdated(assistant, turn, arrived))


def quotes_gone(assistant: Assistant, collection: Collection) -> int:
    """How many quotes of a collection do not stand in their reports as these are indexed now."""
    quotes = {(one.passage.document, one.quote): one for piece in collection.pieces for one in piece.answer.citations}
    texts = {document: _text(assistant, document) for document, _ in quotes}
    return sum(not _stands(citation, texts[document]) for (document, _), citation in quotes.items())


def _is_outdated(assistant: Assistant, turn: KeptTurn, arrived: Sequence[str]) -> bool:
    if turn.answer is None or turn.answer.request is not Request.QUESTION:
        return False
    named = turn.filters.documents
    documents = tuple(name for name in arrived if not named or name in named)
    if not documents:
        return False
    filters = replace(turn.filters, documents=documents)
    answer = assistant.ask(turn.answer.asked_as or turn.question, filters=filters, request=Request.QUESTION)
    return answer.verdict is Verdict.ANSWERED and not _leads(answer) <= _quotes(turn.answer)


def _leads(answer: Answer) -> set[str]:
    """What the first point quotes."""
    first = answer.points[0].citations if answer.points else ()
    return {citation.quote for citation in answer.citations if citation.n in first}


def _quotes(answer: Answer) -> set[str]:
    return {citation.quote for citation in answer.citations}


def _text(assistant: Assistant, document: str) -> str:
    item = assistant.manifest.document(document)
    return "\n".join(passage.text for passage in passages_of(assistant, item)) if item else ""


def _stands(citation: Citation, text: str) -> bool:
    return citation.quote in text or all(part in text for part in _JOINED.split(citation.quote))
