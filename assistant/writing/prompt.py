"""What a language model is sent: the instructions, the question, and the evidence as numbered quotes."""

import re
import tomllib
from collections.abc import Sequence
from pathlib import Path

from assistant.models import Citation
from assistant.rendering.answer import source_line

_PROMPTS: dict[str, dict[str, str]] = tomllib.loads(
    Path(__file__).with_name("prompts.toml").read_text(encoding="utf-8")
)
_MARKER = re.compile(r"\[(\d+)\]")
# A report's words must not look like ours: no markers, no ends of a source.
_BRACKETS = str.maketrans("<>", "‹›")


def prompt(question: str, language: str, evidence: Sequence[Citation], words: int) -> tuple[str, str]:
    """The system message and the user's, in the question's language."""
    own = _PROMPTS.get(language, _PROMPTS["nb"])
    sources = "\n".join(_source(citation, language) for citation in evidence)
    return own["system"].format(words=words), own["user"].format(question=_plain(question), sources=sources)


def _source(citation: Citation, language: str) -> str:
    line = _plain(source_line(citation, language))
    return f"[{citation.n}] {line}\n<<<\n{_plain(citation.quote)}\n>>>"


def _plain(words: str) -> str:
    return _MARKER.sub(r"(\1)", words).translate(_BRACKETS)
