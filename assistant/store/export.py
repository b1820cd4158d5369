"""A kept conversation or collection as a file to take along."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace

from assistant.export.blocks import Block, Exported, Line, Style, exported
from assistant.export.plain import as_markdown, as_text
from assistant.export.word import as_word
from assistant.models import Answer
from assistant.store.collections import Collection
from assistant.store.conversations import KeptConversation
from assistant.store.file.plain import to_plain
from assistant.texts import text


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: its ending, its media type, the key of its name in the texts, and how it is made."""

    suffix: str
    mime: str
    name: str
    make: Callable[[KeptConversation, str], bytes]


def markdown(conversation: KeptConversation, language: str) -> bytes:
    """Questions and answers with their sources and references, as Markdown."""
    return as_markdown(_document(conversation, language)).encode("utf-8", "replace")


def plain_text(conversation: KeptConversation, language: str) -> bytes:
    """The same as plain text."""
    return as_text(_document(conversation, language)).encode("utf-8", "replace")


def word(conversation: KeptConversation, language: str) -> bytes:
    """The same as a Word file with footnotes."""
    return as_word(_document(conversation, language))


def as_json(conversation: KeptConversation, _language: str) -> bytes:
    """Everything that is kept of it."""
    return json.dumps(to_plain(conversation), ensure_ascii=False, indent=1).encode("utf-8", "replace")


FORMATS = (
    Format("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "export_word", word),
    Format("md", "text/markdown", "export_markdown", markdown),
    Format("txt", "text/plain", "export_plain", plain_text),
    Format("json", "application/json", "export_json", as_json),
)


def file_name(conversation: KeptConversation, suffix: str) -> str:
    """A name for the file, after the conversation's title."""
    return f"{_slug(conversation.title) or 'samtale'}.{suffix}"


def collected(collection: Collection, language: str) -> Exported:
    """A collection as one document: its pieces in order, each question once above them, notes after their piece."""
    parts: list[Answer | Block] = []
    asked = ""
    for piece in collection.pieces:
        question = piece.answer.question
        parts.append(replace(piece.answer, question="" if question == asked else question))
        asked = question
        if piece.note:
            note = f"{text('piece_note', language)}: {piece.note}"
            parts.append(Line(Style.PARAGRAPH, note, language=language))
    return exported(parts, language, collection.name)


def collection_file(collection: Collection) -> str:
    """A name for the Word file of a collection."""
    return f"{_slug(collection.name) or 'samling'}.docx"


def _slug(title: str) -> str:
    letters = "".join(character if character.isalnum() else " " for character in title)
    return "-".join(letters.lower().split())[:60]


def _document(conversation: KeptConversation, language: str) -> Exported:
    """The answers of a conversation; turns without one have nothing to take along."""
    answers = [turn.answer for turn in conversation.turns if turn.answer is not None]
    return exported(answers, language, conversation.title)
