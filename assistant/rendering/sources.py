"""The sources of an answer: which citations are of one, and what a report is called."""

from collections.abc import Iterable

from assistant.models import Citation
from assistant.texts import text


def titled(title: str, is_digest: bool, language: str) -> str:
    """A report's title; of a digest, that it is one."""
    return text("digest_of", language, report=title) if is_digest else title


def by_source(citations: Iterable[Citation]) -> list[list[Citation]]:
    """The citations by the source that they are of: the study, or else the report."""
    sources: dict[tuple[str, str], list[Citation]] = {}
    for one in citations:
        sources.setdefault((one.passage.document, one.study.title if one.study else ""), []).append(one)
    return list(sources.values())
