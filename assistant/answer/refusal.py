"""What helps where nothing answers: reports outside the filters that do, the nearest years, or that nothing is near."""

from dataclasses import dataclass, replace

from assistant.answer.found import Finder, Found, find_answer
from assistant.answer.series.fitting import Subject, share_held, subject
from assistant.answer.series.lines import content
from assistant.filters import EVERYTHING, Filters
from assistant.language.words import YEAR
from assistant.reader.reading import Read
from assistant.statements import as_read
from assistant.texts import text

_ON_SUBJECT = 0.6  # of the question that a statement holds to be about its subject
_NEAR = 0.1  # of it that the nearest statement holds to be worth showing
_YEARS = 2


@dataclass(frozen=True, slots=True)
class Refusal:
    """How many reports outside the filters answer, what is said besides, and whether the nearest is worth showing."""

    reports_outside: int = 0
    notes: tuple[str, ...] = ()
    is_near: bool = True


def refusal(found: Found, filters: Filters, finder: Finder) -> Refusal:
    """What helps where the question was not answered."""
    language = found.question.language
    outside = _outside(found, filters, finder)
    if outside:
        return Refusal(outside, (text("outside_filters", language, count=outside),))
    asked = subject(found.question, finder.index.lexical)
    is_near = bool(found.chosen) and max((_held(asked, one) for one in _leading(found)), default=0.0) >= _NEAR
    years = _nearest_years(found, asked)
    said = (text("nearest_years", language, years=", ".join(years)),) if years else ()
    return Refusal(0, said, is_near)


def _outside(found: Found, filters: Filters, finder: Finder) -> int:
    """The reports that answer where nothing is narrowed but what was left out by hand."""
    documents, passages = filters.without_documents, filters.without_passages
    everything = replace(EVERYTHING, without_documents=documents, without_passages=passages)
    if filters == everything:
        return 0
    wider = find_answer(found.question, everything, finder)
    shown = {one.first.passage.document for one in wider.chosen} if wider.is_answered else set()
    reports = finder.index.manifest.reports
    return sum(not filters.allow(reports[document]) for document in shown)


def _leading(found: Found) -> list[Read]:
    return [Read(statement, one.chance) for one in found.chosen[:1] for statement in one.statements]


def _held(asked: Subject, one: Read) -> float:
    return share_held(asked, content(as_read(one.statement.passage, one.statement.span)))


def _nearest_years(found: Found, asked: Subject) -> list[str]:
    """The years nearest to those asked for in which the subject is told of, the newest first."""
    wanted = [int(year) for year in found.question.years]
    if not wanted:
        return []
    told: set[int] = set()
    for one in found.statements:
        if _held(asked, one) >= _ON_SUBJECT:
            said = {int(year) for year in YEAR.findall(one.statement.text)}
            told |= said or {one.statement.passage.year or 0}
    others = told - set(wanted) - {0}
    nearest = sorted(others, key=lambda year: min(abs(year - one) for one in wanted))[:_YEARS]
    return [str(year) for year in sorted(nearest, reverse=True)]
