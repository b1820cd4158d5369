"""The figures of an answer: series with their citations, and where the sources do not agree."""

from dataclasses import dataclass

from assistant.answer.evidence import Evidence
from assistant.answer.series.building import add_citation, build
from assistant.answer.series.choosing import measures_asked
from assistant.answer.series.conflicts import conflicts, counted_apart
from assistant.answer.series.fitting import kinds_asked, subject, wants_figures
from assistant.answer.series.lines import Value
from assistant.answer.series.numbers import KINDS
from assistant.models import Citation, Series
from assistant.texts import text


@dataclass(frozen=True, slots=True)
class Figures:
    """What the evidence has of figures; `added` are the citations that they need beside the answer's, numbered on.

    Where no figures are asked for there are no series, and disagreements of what is quoted alone.
    """

    series: tuple[Series, ...] = ()
    added: tuple[Citation, ...] = ()
    disagreements: tuple[str, ...] = ()


def figures_for(evidence: Evidence) -> Figures:
    """The series and disagreements about what the question asks.

    The evidence's citations are those of the answer, numbered from 1; where there are none, there are no figures.
    """
    question = evidence.question
    if not evidence.hits or not evidence.citations:
        return Figures()
    wants = wants_figures(question)
    built = build(measures_asked(evidence), evidence)
    citations = list(built.citations)
    # What a series cites may disagree with something too.
    cited = {citation.passage.id for citation in citations}
    hits = evidence.hits if wants else [hit for hit in evidence.hits if hit.passage.id in cited]
    kinds = kinds_asked(question) if wants else KINDS
    told = conflicts(subject(question, evidence.lexical), kinds, hits, cited)
    found = [*built.differing, *told][:1]
    said = [_said(pair, citations, evidence) for pair in found]
    apart = counted_apart(evidence.hits, cited) if wants else None
    if apart is not None:
        said.append(apart.said[question.language])
    return Figures(built.series, tuple(citations[len(evidence.citations) :]), tuple(said))


def _said(found: tuple[Value, Value], citations: list[Citation], evidence: Evidence) -> str:
    one, other = sorted(found, key=lambda value: evidence.year(value.statement.passage.document) or 0)
    return text(
        "sources_disagree",
        evidence.question.language,
        year=one.year,
        one=one.text,
        other=other.text,
        source=_source(one, citations, evidence),
        other_source=_source(other, citations, evidence),
    )


def _source(value: Value, citations: list[Citation], evidence: Evidence) -> str:
    """The report and the section that a figure stands in, and the number of its citation."""
    statement = value.statement
    report = evidence.report(statement.passage.document)
    title = report.title if report else statement.passage.title
    section = f", «{statement.passage.path[-1]}»" if statement.passage.path else ""
    return f"{title}{section} [{add_citation(statement, citations)}]"
