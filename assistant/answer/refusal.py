"""What helps where nothing answers: reports outside the filters that do, the nearest years, or that nothing is near."""

from dataclasses import dataclass, replace

from assistant.answer.choose import Chosen, choose
from assistant.answer.found import Finder, Found, find_answer
from assistant.answer.series.fitting import Subject, share_held, subject
from assistant.answer.series.lines import content
from assistant.answer.verdict import missing_years_said
from assistant.filters import EVERYTHING, Filters
from assistant.language.words import YEAR
from assistant.models import Verdict
from assistant.reader.reading import Read
from assistant.statements import Statement, as_read
from assistant.texts import text

_ON_SUBJECT = 0.6  # of the question that a statement holds to be about its subject
_NEAR = 0.1  # of it that the nearest statement holds to be worth showing
_YEARS = 2


@dataclass(frozen=True, slots=True)
class Refusal:
    """How many reports outside the filters answer, what is said besides, and the nearest that is worth showing."""

    reports_outside: int = 0
    notes: tuple[str, ...] = ()
    nearest: tuple[Chosen, ...] = ()


def refusal(found: Found, filters: Filters, finder: Finder) -> Refusal:
    """What helps where the question was not answered."""
    language = found.question.language
    outside = _outside(found, filters, finder)
    if outside:
        return Refusal(outside, (text("outside_filters", language, count=outside),), tuple(found.chosen[:1]))
    asked = subject(found.question, finder.index.lexical)
    lead = found.chosen[:1]
    is_near = max((_held(asked, one) for point in lead for one in point.statements), default=0.0) >= _NEAR
    nearest = tuple(lead) if is_near else ()
    by_year = _by_year(found, asked)
    if not by_year or found.judged.verdict is Verdict.WRONG_PREMISE:
        return Refusal(0, (), nearest)
    # What is shown is of the year that is named first.
    own = choose(found.question, next(iter(by_year.values())), finder.settings.answer)
    named = text("nearest_years", language, years=", ".join(map(str, by_year)))
    said = missing_years_said(found.question.years, language)
    return Refusal(0, (said, named), tuple(own[:1]) or nearest)


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


def _held(asked: Subject, one: Statement) -> float:
    return share_held(asked, content(as_read(one.passage, one.span)))


def _by_year(found: Found, asked: Subject) -> dict[int, list[Read]]:
    """What is told of the subject, by the years that are nearest to those asked for; none where those are told of."""
    wanted = [int(year) for year in found.question.years]
    told: dict[int, list[Read]] = {}
    for one in found.statements if wanted else ():
        if _held(asked, one.statement) >= _ON_SUBJECT:
            said = {int(year) for year in YEAR.findall(one.statement.text)}
            for year in said or {one.statement.passage.year or 0} - {0}:
                told.setdefault(year, []).append(one)
    if not told.keys().isdisjoint(wanted):
        return {}
    nearest = sorted(told, key=lambda year: (min(abs(year - one) for one in wanted), -year))[:_YEARS]
    return {year: told[year] for year in nearest}
