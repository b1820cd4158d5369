"""Examples from our own questions over public reports: the questions' file holds places, the reports their words."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.language.words import STOP, ngrams, words
from assistant.models import Passage, Span
from assistant.statements import as_read
from evals.errors import QuestionSetError
from evals.training.examples import Example
from evals.training.lines import read_lines
from ingest.cutting.passages import cut
from ingest.reading import read_report

QUESTIONS = Path(__file__).with_name("questions")
_COVERED = 0.5  # of a statement's letters that a place must hold, or the statement of the place's


@dataclass(frozen=True, slots=True)
class Asked:
    """A question over one document, the places (offsets in its file) that answer, its near-misses and their kinds."""

    id: str
    document: str
    text: str
    language: str
    type: str
    answers: tuple[tuple[int, int], ...]
    also: tuple[tuple[int, int], ...]
    near: tuple[str, ...]
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """A document as the product reads it: its statements, and the place of each in its file."""

    passages: tuple[Passage, ...]
    statements: tuple[tuple[Passage, Span], ...]
    places: tuple[tuple[int, int], ...]


def read_asked(part: str, folder: Path = QUESTIONS) -> list[Asked]:
    """The questions of one part: `train`, `calibrate` or `judge`; a follow-up is made whole."""
    return [_asked(line) for line in read_lines(folder / f"{part}.jsonl")]


def texts_of(documents: Sequence[str], reports: Path) -> dict[str, str]:
    """The documents' files as they are; raises QuestionSetError where one is missing or another than it was."""
    known = json.loads((QUESTIONS / "documents.json").read_text(encoding="utf-8"))
    found = {}
    for document in documents:
        path = reports / f"{document}.txt"
        if not path.exists() or hashlib.sha256(path.read_bytes()).hexdigest() != known[document]["sha256"]:
            raise QuestionSetError(f"{path} is not the text that the questions were written over.")
        found[document] = path.read_text(encoding="utf-8")
    return found


def read_texts(documents: Sequence[str], reports: Path) -> dict[str, Text]:
    """The documents' statements; raises QuestionSetError as `texts_of` does."""
    return {document: _text(reports / f"{document}.txt", raw) for document, raw in texts_of(documents, reports).items()}


def examples(asked: Sequence[Asked], texts: Mapping[str, Text]) -> Iterator[Example]:
    """Each question, and each near-miss as a question that nothing answers."""
    for one in asked:
        text = texts[one.document]
        right = {i for place in one.answers for i in at(text, place)}
        beside = {i for place in one.also for i in at(text, place)} - right
        said = [as_read(passage, span) for passage, span in text.statements]
        order = nearest(one.text, said)
        answers = tuple(said[i] for i in order if i in right)
        if not answers:
            continue
        yield Example(one.text, answers, tuple(said[i] for i in order if i not in right | beside), one.near)
        for near in one.near:
            rest = tuple(said[i] for i in nearest(near, said) if said[i] not in answers)
            yield Example(near, (), (*answers, *rest), (one.text,))


def at(text: Text, place: tuple[int, int]) -> list[int]:
    """The statements that a place of the document's file holds, or that hold it."""
    start, end = place
    found = []
    for i, (first, last) in enumerate(text.places):
        shared = min(end, last) - max(start, first)
        if shared > 0 and shared >= _COVERED * min(end - start, last - first):
            found.append(i)
    return found


def nearest(question: str, said: Sequence[str]) -> list[int]:
    """The statements' places, those that share most letter n-grams with the question first."""
    asked = _grams(question)
    shares = [len(asked & _grams(one)) for one in said]
    return sorted(range(len(said)), key=lambda i: -shares[i])


def _grams(text: str) -> frozenset[str]:
    return frozenset(gram for word in words(text) if word not in STOP for gram in ngrams(word))


def _asked(line: Mapping[str, Any]) -> Asked:
    return Asked(
        line["id"],
        line["document"],
        line.get("whole") or line["question"],
        line["lang"],
        line["type"],
        tuple((start, end) for start, end in line["answers"]),
        tuple((start, end) for start, end in line.get("also", ())),
        tuple(near["question"] for near in line.get("near", ())),
        tuple(near["kind"] for near in line.get("near", ())),
    )


def _text(path: Path, raw: str) -> Text:
    stream = [(character.lower(), i) for i, character in enumerate(raw) if character.isalnum()]
    letters = "".join(character for character, _ in stream)
    passages = tuple(cut(read_report(path), 700))
    statements, places, after = [], [], 0
    for passage in passages:
        for span in passage.spans:
            said = "".join(c.lower() for c in passage.text[span.start : span.end] if c.isalnum())
            found = letters.find(said, after)
            found = found if found >= 0 else letters.find(said)
            if said and found >= 0:
                statements.append((passage, span))
                places.append((stream[found][1], stream[found + len(said) - 1][1] + 1))
                after = found
    return Text(passages, tuple(statements), tuple(places))
