"""Which kept answers a report that has come since may change: it answers the same question by itself."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from assistant.api import Assistant
from assistant.index.manifest import Manifest
from assistant.models import Request, Verdict
from assistant.store.conversations import KeptConversation, KeptTurn

_ANSWERS = (Verdict.ANSWERED, Verdict.PARTLY)


def arrived_since(manifest: Manifest, when: float) -> tuple[str, ...]:
    """The documents that were indexed, or changed, after a time (seconds since 1970)."""
    return tuple(
        item.report.document for item in manifest.documents if datetime.fromisoformat(item.indexed).timestamp() > when
    )


def outdated_by_arrivals(
    assistant: Assistant, conversation: KeptConversation, arrived: Sequence[str]
) -> tuple[KeptTurn, ...]:
    """The turns of a conversation that one of these reports answers too, within what each was narrowed to.

    Each question is asked once more, of those reports alone: some tenths of a second a turn, nothing where none came.
    """
    return tuple(turn for turn in conversation.turns if arrived and _is_answered(assistant, turn, arrived))


def _is_answered(assistant: Assistant, turn: KeptTurn, arrived: Sequence[str]) -> bool:
    if turn.answer is None or turn.answer.request is not Request.QUESTION:
        return False
    named = turn.filters.documents
    documents = tuple(name for name in arrived if not named or name in named)
    if not documents:
        return False
    filters = replace(turn.filters, documents=documents)
    answer = assistant.ask(turn.answer.asked_as or turn.question, filters=filters, request=Request.QUESTION)
    return answer.verdict in _ANSWERS and bool(answer.citations)
