"""Passages, hits and a lexical index of our own, for tests of what is said beside an answer."""

from collections.abc import Sequence
from pathlib import Path

from assistant.answer.evidence import Evidence
from assistant.answer.quotes import cite
from assistant.index.lexical import Lexical, build_lexical
from assistant.models import Hit, Passage, Report, ReportKind
from assistant.question import understand
from tests.making.passages import cut, statements


def row(label: str, document: str = "arsmelding", **by_year: str) -> Passage:
    """A table row with one column a year: `row("Søkere", y2016="12")`."""
    cells = (("Tema", label), *((name.removeprefix("y"), value) for name, value in by_year.items()))
    heads, values = (" | ".join(part) for part in zip(*cells, strict=True))
    words = f"Nøkkeltall\n{heads}\n{values}"
    return cut(Passage(f"{document}-{label}", document, document, words, ("Tall",), cells=cells))


def paragraph(
    text: str, document: str = "rapport", year: int | None = 2020, path: tuple[str, ...] = ("Funn",)
) -> Passage:
    """A passage of running text."""
    return cut(Passage(f"{document}-{text[:40]}", document, document, text, path, year))


def evidence(
    folder: Path,
    question: str,
    passages: Sequence[Passage],
    cited: int = 1,
    reports: Sequence[Report] = (),
) -> Evidence:
    """What an answer to `question` was made from: the passages in this order, the first `cited` of them cited."""
    build_lexical([p.id for p in passages], [f"{' '.join(p.path)} {p.text}" for p in passages], folder)
    hits = [Hit(passage, 1.0 - 0.01 * rank) for rank, passage in enumerate(passages)]
    citations = [cite(number, statements(passage)[:1]) for number, passage in enumerate(passages[:cited], 1)]
    known = {report.document: report for report in reports}
    for passage in passages:
        known.setdefault(passage.document, report(passage.document, passage.year))
    return Evidence(understand(question), hits, citations, Lexical(folder), known)


def report(document: str, year: int | None = 2020, kind: ReportKind = ReportKind.RESEARCH) -> Report:
    """A report of this name."""
    return Report(document, document.capitalize(), year, "Prøvedirektoratet", kind)
