"""What was found made into an answer: its points, citations, figures and notes."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer.compose import compose
from assistant.answer.evidence import Evidence
from assistant.answer.figures import figures_for
from assistant.answer.found import Finder, Found, is_of
from assistant.answer.notes import notes, searched_in
from assistant.answer.refusal import Refusal, refusal
from assistant.filters import Filters
from assistant.index.manifest import Manifest
from assistant.models import Answer, Citation, Hit, Part
from assistant.question import Question, Source
from assistant.texts import text

_NAMED = 3  # sources that are named as silent


def answer_from(found: Found, filters: Filters, finder: Finder) -> Answer:
    """The answer that shows what was found."""
    asked, index = found.question, finder.index
    refused = Refusal() if found.is_answered else refusal(found, filters, finder)
    points, citations = compose(found.chosen if found.is_answered else refused.nearest)
    if found.is_elsewhere:
        points = tuple(replace(point, part=Part.ELSEWHERE) for point in points)
    evidence = Evidence(
        question=asked,
        hits=_of_named(asked, found.hits) or found.hits,
        citations=citations if found.is_answered else (),
        lexical=index.lexical,
        reports=index.manifest.reports,
        table=index.table,
        further=_of_named(asked, [hit for hit in found.reading.hits if hit not in found.hits]),
    )
    figures = figures_for(evidence)
    searched = searched_in(index.manifest, filters, index.scope(filters))
    silent = (_silent(asked, index.manifest),) if found.is_elsewhere else ()
    return Answer(
        question=asked.typed,
        points=points,
        citations=tuple(with_source(one, index.manifest) for one in (*citations, *figures.added)),
        hits=tuple(found.hits),
        notes=notes(evidence, searched, (*silent, *_said(found, refused), *figures.disagreements)),
        series=figures.series,
        abstained=not found.is_answered,
        verdict=found.judged.verdict,
        confidence=found.judged.confidence,
        language=asked.language,
        asked_as=asked.whole if asked.was_completed else "",
        is_narrowed=bool(filters),
        reports_outside=refused.reports_outside,
    )


def _of_named(asked: Question, hits: Sequence[Hit]) -> Sequence[Hit]:
    """The hits of the sources that the question names; all where it names none."""
    return [hit for hit in hits if not asked.named or is_of(hit.passage, asked.named)]


def _said(found: Found, refused: Refusal) -> tuple[str, ...]:
    """Why and what is near, once; years that are missing altogether in place of some of them."""
    if not refused.notes or refused.reports_outside:
        return (*found.judged.notes, *refused.notes)
    return refused.notes


def with_source(citation: Citation, manifest: Manifest) -> Citation:
    """The citation with the report and the study that its passage is a part of."""
    document = manifest.document(citation.passage.document)
    if document is None:
        return citation
    return replace(citation, report=document.report, study=manifest.study_of(citation.passage))


def told_of_in(answer: Answer) -> Sequence[Source]:
    """The study that an answer leads with: what a question after it points back to."""
    if answer.abstained or not answer.points:
        return ()
    leading = set(answer.points[0].citations)
    passages = [citation.passage for citation in answer.citations if citation.n in leading]
    return tuple(dict.fromkeys(Source(one.document, one.study) for one in passages if one.study))


def _silent(asked: Question, manifest: Manifest) -> str:
    """That the sources that the question names do not answer it."""
    titles = [one.study or manifest.reports[one.document].title for one in asked.named]
    named = ", ".join(f"«{title.strip('«»')}»" for title in dict.fromkeys(titles[:_NAMED]))
    return text("named_is_silent", asked.language, sources=named)
