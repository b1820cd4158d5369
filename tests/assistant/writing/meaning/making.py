"""Statements on source sentences, true and reversed, and how the check takes each."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from assistant.models import Citation, PageMark, Part, Passage, Report, ReportKind, SectionKind
from assistant.writing.check import Checker
from assistant.writing.parse import Said

REPORT = Report("rapport", "Rapport", None, "", ReportKind.RESEARCH)


@dataclass(frozen=True, slots=True)
class Statement:
    """What is said on a source; `lie` is the kind of lie, empty for what is true. `block` counts the sources."""

    source: str
    words: str
    lie: str
    language: str
    block: int


def statements(name: str = "statements.txt") -> Iterator[Statement]:
    """The statements of a set."""
    source, block = "", -1
    for line in (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines():
        mark, _, rest = line.partition(" ")
        if mark == "=":
            source, block = rest, block + 1
        elif mark == "+":
            language, _, words = rest.partition(" ")
            yield Statement(source, words, "", language, block)
        elif mark == "-":
            lie, language, words = rest.split(" ", 2)
            yield Statement(source, words, lie, language, block)


def stands(checker: Checker, statement: Statement) -> bool:
    """Whether the check lets the statement stand on its source."""
    said = Said(statement.words, (1,), Part.LEAD)
    return bool(checker.check([said], [cited(statement.source)]).kept)


def cited(source: str) -> Citation:
    """The sentence as a source."""
    passage = Passage("rapport:1", "rapport", REPORT.title, source, kind=SectionKind.FINDINGS, marks=(PageMark(0, 1),))
    return Citation(1, passage, source, 1, 0, len(source), REPORT, None)
