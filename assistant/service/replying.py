"""An answer as one reply in a chat: Markdown, each marker a link to the page that opens its source."""

from dataclasses import replace

from assistant.export.blocks import exported
from assistant.export.plain import body_as_markdown
from assistant.index.manifest import Manifest
from assistant.models import Answer
from assistant.rendering.rows import escape
from assistant.service.telling import Telling


def reply_markdown(answer: Answer, manifest: Manifest, page: str) -> str:
    """The answer without the question, with its sources, references and what could be asked next."""
    document = exported([answer], answer.language, link=Telling(manifest, page).link)
    body = body_as_markdown(replace(document, blocks=document.blocks[1:]))  # the question comes first
    suggested = "\n".join(f"- {escape(question)}" for question in answer.suggested)
    return "\n".join(part for part in (body, suggested) if part).strip()
