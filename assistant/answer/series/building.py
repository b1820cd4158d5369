"""Chosen measures as the series of an answer, each figure with its citation, each series with what limits it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.answer.evidence import Evidence
from assistant.answer.quotes import cite
from assistant.answer.series.choosing import agrees, comparable
from assistant.answer.series.known import load_known
from assistant.answer.series.lines import Line, Value
from assistant.answer.series.numbers import COUNT, MONEY, PERCENT
from assistant.language.words import stem, words
from assistant.models import Citation, Figure, Report, ReportKind, Series
from assistant.statements import Statement
from assistant.texts import text

_OUT_OF = " av "
_MOST = 3  # notes under one series


@dataclass(frozen=True, slots=True)
class Built:
    """The series of an answer, its citations with theirs, and the figures of one year that differ."""

    series: tuple[Series, ...]
    citations: tuple[Citation, ...]
    differing: tuple[tuple[Value, Value], ...] = ()


def build(groups: Sequence[Sequence[Line]], evidence: Evidence) -> Built:
    """The series of the chosen measures, each of them a list of the places that have it."""
    all_citations = list(evidence.citations)
    series, differing = [], []
    for group in groups:
        values = _values(group)
        if len({value.year for value in values}) < 2:
            continue
        figures = tuple(
            Figure(
                str(value.year),
                value.text,
                value.number,
                value.of_whom_or_what,
                add_citation(value.statement, all_citations),
            )
            for value in values
        )
        notes = _notes(group, values, groups, evidence)
        differing += [(one, other) for one, other in pairwise(values) if one.year == other.year]
        series.append(Series(group[0].measure, group[0].measured_in, figures, notes))
    return Built(tuple(series), tuple(all_citations), tuple(differing))


def _values(group: Sequence[Line]) -> list[Value]:
    """The figures of all places, oldest first, one of those that agree; where two places disagree, both stay.

    Of a year that has a figure for the whole, none for a part.
    """
    values: list[Value] = []
    for line in group:
        if any(_measures_otherwise(value, other) for value in line.values for other in values):
            continue
        for value in line.values:
            if not any(value.year == other.year and agrees(value, other) for other in values):
                values.append(value)
    whole = {value.year for value in values if not value.part}
    return sorted(
        (value for value in values if not value.part or value.year not in whole), key=lambda value: value.year
    )


def _measures_otherwise(value: Value, other: Value) -> bool:
    """True for another figure for the year in one and the same place: it measures something else there."""
    same_place = value.statement.passage.id == other.statement.passage.id
    return same_place and value.year == other.year and not agrees(value, other)


def add_citation(statement: Statement, citations: list[Citation]) -> int:
    """The number of the citation that holds the statement; a new one is added where there is none."""
    end = statement.start + len(statement.text)
    for citation in citations:
        if citation.passage.id == statement.passage.id and citation.start <= statement.start and end <= citation.end:
            return citation.n
    citations.append(cite(len(citations) + 1, [statement]))
    return citations[-1].n


def _notes(
    group: Sequence[Line], values: Sequence[Value], groups: Sequence[Sequence[Line]], evidence: Evidence
) -> tuple[str, ...]:
    """What keeps the figures from being one line, most important first."""
    language = evidence.question.language
    found = [_broken(groups, language) or _other_sources(group, groups, evidence)]
    if len({value.counted for value in values}) > 1:
        out_of = all(_OUT_OF in value.counted for value in values)
        found.append(text("series_other_sizes" if out_of else "series_other_counted", language))
    elif group[0].kind == PERCENT and _is_survey(evidence.report(group[0].passage.document)):
        found.append(text("series_survey", language))
    parts = [f"{value.year} ({value.part})" for value in values if value.part]
    if parts and group[0].kind in (COUNT, MONEY):  # a share or a wait is what it is at any time
        found.append(text("series_part_years", language, years=", ".join(parts)))
    unstated = [str(value.year) for value in values if not value.is_stated]
    if unstated:
        found.append(text("series_report_year", language, years=", ".join(unstated)))
    gaps = _gaps(values)
    if gaps:
        found.append(text("series_gaps", language, years=gaps))
    return tuple(dict.fromkeys(note for note in found if note))[:_MOST]


def _is_survey(report: Report | None) -> bool:
    return report is not None and report.kind is ReportKind.SURVEY


def _broken(groups: Sequence[Sequence[Line]], language: str) -> str:
    lines = [line for group in groups for line in group]
    years = [value.year for line in lines for value in line.values]
    said = [{stem(word) for word in words(f"{line.measure} {line.above}")} for line in lines]
    terms = set.intersection(*said)
    known = next((one for one in load_known().breaks if one.parts(terms, years)), None)
    return known.said[language] if known else ""


def _other_sources(group: Sequence[Line], groups: Sequence[Sequence[Line]], evidence: Evidence) -> str:
    """A word where figures side by side come from reports of different kinds, or are worded otherwise."""
    first, language = group[0], evidence.question.language
    if any(not comparable(first, line, evidence.reports) for line in group[1:]):
        return text("series_other_kinds", language)
    others = [other[0] for other in groups if other is not group and other[0].kind == first.kind]
    return text("series_other_words", language) if others else ""


def _gaps(values: Sequence[Value]) -> str:
    """The years in between that have no figure: "2015, 2018–2020"."""
    years = {value.year for value in values}
    missing = [year for year in range(min(years), max(years)) if year not in years]
    spans: list[list[int]] = []
    for year in missing:
        if spans and spans[-1][-1] == year - 1:
            spans[-1].append(year)
        else:
            spans.append([year])
    return ", ".join(f"{span[0]}–{span[-1]}" if len(span) > 1 else str(span[0]) for span in spans)
