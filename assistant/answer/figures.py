"""The figures of an answer: series with their citations, and where the sources do not agree."""

from dataclasses import dataclass

from assistant.answer.evidence import Evidence
from assistant.answer.series.building import add_citation, build
from assistant.answer.series.choosing import choose
from assistant.answer.series.conflicts import Conflict, Reading, conflicts, counted_apart
from assistant.answer.series.fitting import kinds_asked, subject, wants_figures
from assistant.models import Citation, Series
from assistant.texts import text


@dataclass(frozen=True, slots=True)
class Figures:
    """What the evidence has of figures; `added` are the citations that they need beside the answer's, numbered on."""

    series: tuple[Series, ...] = ()
    added: tuple[Citation, ...] = ()
    disagreements: tuple[str, ...] = ()


def figures_for(evidence: Evidence) -> Figures:
    """The series and disagreements about what the question asks; nothing where it wants no figures.

    The evidence's citations are those of the answer, numbered from 1; where there are none, there are no figures.
    """
    question = evidence.question
    if not evidence.hits or not evidence.citations or not wants_figures(question):
        return Figures()
    built = build(choose(evidence), evidence)
    citations = list(built.citations)
    # What a series cites may disagree with something too.
    cited = {citation.passage.id for citation in citations}
    found = conflicts(subject(question, evidence.lexical), kinds_asked(question), evidence.hits, cited)[:1]
    said = [_said(one, citations, evidence) for one in found]
    apart = counted_apart(evidence.hits, cited)
    if apart is not None:
        said.append(apart.said[question.language])
    return Figures(built.series, tuple(citations[len(evidence.citations) :]), tuple(said))


def _said(found: Conflict, citations: list[Citation], evidence: Evidence) -> str:
    one, other = sorted((found.one, found.other), key=lambda reading: evidence.year(_document(reading)) or 0)
    return text(
        "sources_disagree",
        evidence.question.language,
        year=one.value.year,
        one=one.value.text,
        other=other.value.text,
        source=_source(one, citations, evidence),
        other_source=_source(other, citations, evidence),
    )


def _source(reading: Reading, citations: list[Citation], evidence: Evidence) -> str:
    """The report and the section that a figure stands in, and the number of its citation."""
    statement = reading.value.statement
    report = evidence.report(_document(reading))
    title = report.title if report else statement.passage.title
    section = f", «{statement.passage.path[-1]}»" if statement.passage.path else ""
    return f"{title}{section} [{add_citation(statement, citations)}]"


def _document(reading: Reading) -> str:
    return reading.value.statement.passage.document
