"""Question sets: what is asked, and what a right answer rests on and says."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.documents.places import quote_at
from evals.documents.source import Documents
from evals.errors import QuestionSetError

TYPES = ("fact", "findings", "recommendations", "overview", "who", "comparison", "followup", "unanswerable")
LANGUAGES = ("nb", "nn", "en")


@dataclass(frozen=True, slots=True)
class Evidence:
    """One place that answers: the document's stem and the quote, verbatim.

    The quote is empty where the set tells places (offsets and a hash) and no texts were given to resolve them.
    """

    document: str
    quote: str


@dataclass(frozen=True, slots=True)
class Question:
    """One gold question. `facts` are what a right answer says, alternatives parted by a vertical bar."""

    id: str
    text: str
    type: str
    language: str
    evidence: tuple[Evidence, ...] = ()
    facts: tuple[str, ...] = ()
    history: tuple[str, ...] = ()
    section: str = ""
    why: str = ""

    @property
    def group(self) -> str:
        """Which figures the question goes into: `single`, `followup` or `unanswerable`."""
        if not self.evidence:
            return "unanswerable"
        return "followup" if self.type == "followup" else "single"

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents that answer, without repeats."""
        return tuple(dict.fromkeys(e.document for e in self.evidence))


def read_questions(path: Path, documents: Documents | None = None) -> list[Question]:
    """The questions of a JSON Lines file; without `documents`, to be asked alone: places are not resolved.

    Raises QuestionSetError where a line is not of the format, or names a place that the documents do not have.
    """
    questions = []
    for number, line in enumerate(_lines(path), 1):
        if not line.strip():
            continue
        try:
            questions.append(parse_question(json.loads(line), documents))
        except (ValueError, KeyError, TypeError, LookupError) as error:
            raise QuestionSetError(f"{path}, line {number}: {_reason(error)}.") from error
    if not questions:
        raise QuestionSetError(f"There are no questions in {path}.")
    return questions


def parse_question(line: Mapping[str, Any], documents: Documents | None = None) -> Question:
    """A Question from one line's JSON object.

    Raises KeyError or TypeError where a key is missing or wrong, LookupError where a place cannot be resolved.
    """
    evidence = [_evidence(item, documents) for item in line.get("evidence") or ()]
    return Question(
        id=_text(line["id"], "id"),
        text=_text(line["question"], "question"),
        type=_text(line["type"], "type"),
        language=_text(line["lang"], "lang"),
        evidence=tuple(evidence),
        facts=_texts(line.get("facts") or (), "facts"),
        history=_texts(line.get("history") or (), "history"),
        section=_text(line.get("section") or "", "section"),
        why=_text(line.get("why") or "", "why"),
    )


def gold_line(question: Question) -> dict[str, Any]:
    """The question as a line of a question set."""
    line: dict[str, Any] = {
        "id": question.id,
        "question": question.text,
        "lang": question.language,
        "type": question.type,
        "evidence": [{"doc": e.document, "quote": e.quote} for e in question.evidence],
        "facts": list(question.facts),
    }
    optional = {"history": list(question.history), "section": question.section, "why": question.why}
    return line | {key: value for key, value in optional.items() if value}


def _evidence(item: Mapping[str, Any], documents: Documents | None) -> Evidence:
    document = _text(item["doc"], "doc")
    if "at" not in item:
        return Evidence(document, _text(item["quote"], "quote"))
    start, end = item["at"]
    return Evidence(document, quote_at(document, start, end, item["hash"], documents) if documents is not None else "")


def _text(value: object, key: str) -> str:
    if not isinstance(value, str):
        raise TypeError(f"`{key}` is not a text")
    return value


def _texts(value: Sequence[object], key: str) -> tuple[str, ...]:
    if isinstance(value, str):
        raise TypeError(f"`{key}` is not a list")
    return tuple(_text(item, key) for item in value)


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8-sig").splitlines()
    except OSError as error:
        raise QuestionSetError(f"The question set {path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise QuestionSetError(f"The question set {path} is not UTF-8.") from error


def _reason(error: Exception) -> str:
    return f"the key `{error.args[0]}` is missing" if isinstance(error, KeyError) else str(error)
