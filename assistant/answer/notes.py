"""The notes under an answer: what it leans on, where its sources disagree or are out of date, how much was searched."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer.aims import asks_what_came_of_it, is_aim
from assistant.answer.evidence import Evidence
from assistant.filters import Filters
from assistant.index.manifest import Manifest
from assistant.index.scope import Scope
from assistant.language.outdated import Outdated, load_outdated, outdated_in
from assistant.models import Span
from assistant.question import Question
from assistant.rendering.formats import number
from assistant.statements import Statement, told_year
from assistant.texts import text

MOST = 4
_QUOTES = 3  # that name what is out of date, where neither the question nor the first of them does
_ALL_OF = re.compile(
    r"\b(?:list\w*|alle|samtlige|hvilke|kva for|(?:hvor|kor) mange|all|which|how many)\b.{0,40}"
    r"\b(?:rapport|studi|undersøk|utgreiing|utredning|evaluering|report|stud(?:y|ies)|survey|evaluation)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Searched:
    """How much was searched: passages, reports and studies, and how many reports there are in all."""

    passages: int
    documents: int
    studies: int
    of_documents: int


def searched_in(manifest: Manifest, filters: Filters, scope: Scope | None) -> Searched:
    """What a search within `filters`, which leave `scope` of the index, looks at."""
    if not filters:
        total = len(manifest.documents)
        return Searched(manifest.passages, total, manifest.studies, total)
    within = [document for document in manifest.documents if filters.allow(document.report)]
    studies = sum(len(document.studies) for document in within)
    return Searched(scope.passages if scope else manifest.passages, len(within), studies, len(manifest.documents))


def notes(evidence: Evidence, searched: Searched, said: Sequence[str] = ()) -> tuple[str, ...]:
    """At most four, the most important first; `said` is what must come before all that is found here.

    How the question was understood and how much was searched are always among them. The evidence cites nothing where
    the question is not answered.
    """
    question = evidence.question
    language = question.language
    first = [text("understood_as", language, question=question.whole)] if question.was_completed else []
    middle = [*said, *_of_lead(evidence)]
    middle += [entry.said[language] for entry in _outdated(evidence)]
    last = searched_said(question, searched)
    return (*first, *list(dict.fromkeys(middle))[: MOST - 1 - len(first)], last)


def _of_lead(evidence: Evidence) -> list[str]:
    """What a reader must know of what is quoted first: that it is an aim, or which year is the newest."""
    question = evidence.question
    if not evidence.citations:
        return []
    first = evidence.citations[0]
    said = Statement(first.passage, Span(first.start, first.end))
    if asks_what_came_of_it(question) and is_aim(said):
        return [text("is_aim", question.language)]
    if question.asks_of_now and (year := told_year(said)):
        return [text("newest_is_of", question.language, year=year)]
    return []


def searched_said(question: Question, searched: Searched) -> str:
    """How much was searched, of how much; with the studies where the question asks for all there are."""
    language = question.language
    counts = {
        "passages": number(searched.passages, language),
        "documents": number(searched.documents, language),
        "studies": number(searched.studies, language),
        "total": number(searched.of_documents, language),
    }
    if not searched.passages:
        return text("filtered_out", language)
    if _ALL_OF.search(question.whole):
        return text("coverage", language, **counts)
    if searched.documents < searched.of_documents:
        return text("looked_through_some", language, **counts)
    return text("looked_through", language, **counts)


def _outdated(evidence: Evidence) -> list[Outdated]:
    """What has been replaced of that which the question names, the first quote is about, or several quotes name."""
    if not evidence.citations:
        return []
    quoted = [(citation.quote, evidence.year(citation.passage.document)) for citation in evidence.citations]
    heading = evidence.citations[0].passage.section
    leading = outdated_in([(evidence.question.whole, None), (f"{heading} {quoted[0][0]}", quoted[0][1])])
    each = [outdated_in([one]) for one in quoted]
    return [entry for entry in load_outdated() if entry in leading or sum(entry in found for found in each) >= _QUOTES]
