"""What those recommend of whom an answer told: "og hva anbefalte de?" after it.

The answer's first point says who that is: a study, or a chapter of a report. Where they recommend nothing, it is said,
and what others recommend on the same subject stands apart.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from assistant.answer.answering import with_source
from assistant.answer.choose import Chosen
from assistant.answer.compose import compose
from assistant.answer.notes import searched_in, searched_said
from assistant.answer.quotes import shown
from assistant.language.modality import recommends
from assistant.models import Answer, Citation, Hit, Part, Passage, Request, Row, SectionKind, Verdict
from assistant.overview.context import Context
from assistant.overview.quoting import advice_among, can_stand, worth
from assistant.overview.sides import theme_compared
from assistant.overview.units import place
from assistant.overview.wording import ThemeWords
from assistant.question.theme import theme_of
from assistant.rendering.byline import byline
from assistant.rendering.rows import escape
from assistant.statements import Statement
from assistant.texts import text

_MOST, _OF_OTHERS = 8, 3  # recommendations that are shown
_LEXICAL, _NEAR = 300, 24  # passages that are looked at for the recommendations of others
_OF_SUBJECT = 0.5  # of what a question was about, that a recommendation says with its headings


@dataclass(frozen=True, slots=True)
class _Told:
    """Whom an answer tells of: the passage that says so, and what it was asked about."""

    passage: Passage
    citation: Citation
    theme: str

    def holds(self, other: Passage) -> bool:
        """Whether a passage is of the same study, or, outside of studies, of the same report."""
        return (other.document, other.study) == (self.passage.document, self.passage.study)


def advised(context: Context, before: Answer) -> Answer | None:
    """The recommendations of those of whom `before` told, or the findings, where it told of them in rows; None where it
    told of nobody.
    """
    if before.rows and before.request is not Request.COMPARISON:
        return _of_rows(context, before)
    if not context.asked.asks_their_advice:
        return None
    told = None if before.abstained else _told_of(context, before)
    if told is None:
        return None
    own = _own(context, told)
    others = [] if own or not told.theme else _of_others(context, told)
    return _answer(context, told, own, others)


def _told_of(context: Context, before: Answer) -> _Told | None:
    first = before.points[0].citations[0] if before.points else 0
    cited = [one for row in before.rows for one in row.cited] + [one for one in before.citations if one.n == first]
    if not cited:
        return None
    compared = before.request is Request.COMPARISON
    theme = theme_compared(context) if compared else theme_of(context.names.without(context.asked.whole))
    return _Told(cited[0].passage, cited[0], theme or cited[0].passage.study or "")


def _own(context: Context, told: _Told) -> list[Statement]:
    """What the study recommends; of a report the chapter's own recommendations, then its others on the subject."""
    passage = told.passage
    if passage.study:
        return _few(_advice(context.index.whole({passage.study}, ()), context, told))
    report = _advice(context.index.of_documents([passage.document]), context, told)
    section = [one for one in report if one.passage.path == passage.path]
    return _few([*section, *_on_subject(report, told, context)])


def _of_others(context: Context, told: _Told) -> list[Statement]:
    """What is recommended elsewhere on the same subject: one of each study or report, the nearest first."""
    index, wording = context.index, _wording(told, context)
    rows = context.scope.rows if context.scope else None
    near = index.dense(context.embedder.embed_query(told.theme), _NEAR, context.scope)
    found = {id_ for id_, _ in (*near, *index.lexical.search("words", wording.text, _LEXICAL, rows))}
    said = _advice(index.passages(sorted(found)).values(), context, told, others=True)
    best: dict[tuple[str, str | None], Statement] = {}
    for one in _on_subject(said, told, context):
        best.setdefault((one.passage.document, one.passage.study), one)
    return [*best.values()][:_OF_OTHERS]


def _advice(passages: Iterable[Passage], context: Context, told: _Told, *, others: bool = False) -> list[Statement]:
    """What is recommended in the passages that are theirs, or others', in the reports' order."""
    scope = context.scope
    allowed = [one for one in passages if told.holds(one) is not others and (scope is None or scope.holds(one.id))]
    said = [Statement(passage, span) for passage in sorted(allowed, key=place) for span in passage.spans]
    return advice_among([one for one in said if can_stand(one) and not one.passage.cells], context.roles)


def _few(said: Sequence[Statement]) -> list[Statement]:
    """Each once and at most so many, those that advise by their own words before what only stands among them."""
    once = list({one.text: one for one in reversed(said)}.values())[::-1]
    kept = sorted(once, key=lambda one: not one.recommends)[:_MOST]
    return [one for one in once if one in kept]


def _on_subject(said: Iterable[Statement], told: _Told, context: Context) -> list[Statement]:
    """The statements that say, with their headings, enough of the subject and some of it themselves, most first."""
    wording = _wording(told, context)
    shares: list[tuple[float, Statement]] = []
    for one in said:
        above = wording.held(" ".join((one.passage.study or "", *one.passage.path[-2:])))
        own = wording.held(f"{one.lead} {one.text}")
        share = wording.share(own, above) if own else 0.0
        if share >= _OF_SUBJECT:
            shares.append((share + worth(one), one))
    return [one for _, one in sorted(shares, key=lambda pair: -pair[0])]


def _wording(told: _Told, context: Context) -> ThemeWords:
    return ThemeWords(told.theme, context.asked.language, context.index.lexical)


def _answer(context: Context, told: _Told, own: Sequence[Statement], others: Sequence[Statement]) -> Answer:
    asked, manifest = context.asked, context.index.manifest
    points, citations = compose([Chosen((one,), 1.0, shown([one])) for one in own or others])
    kept = tuple(
        replace(point, part=Part.ELSEWHERE if others else Part.RECOMMENDATIONS if i else Part.LEAD)
        for i, point in enumerate(points)
    )
    key = ("advice_of" if own else "advice_none") + ("" if told.passage.study else "_on_it")
    searched = searched_in(manifest, context.filters, context.scope)
    return Answer(
        question=asked.typed,
        points=kept,
        citations=tuple(with_source(one, manifest) for one in citations),
        hits=tuple(Hit(passage, 1.0) for passage in {one.passage.id: one.passage for one in citations}.values()),
        notes=() if own else (searched_said(asked, searched),),
        abstained=not kept,
        verdict=Verdict.ANSWERED if own else Verdict.PARTLY if others else Verdict.NOT_ANSWERED,
        confidence=float(bool(own)),
        language=asked.language,
        reply=text(key, asked.language, source=_named(told, context)),
        is_narrowed=bool(context.filters),
    )


def _named(told: _Told, context: Context) -> str:
    """The study or report, with who made it and when."""
    title = told.passage.study or told.passage.title
    by = byline(with_source(told.citation, context.index.manifest))
    named = title if "«" in title else f"«{title}»"
    return escape(f"{named} ({by})" if by and by not in title else named)


def _of_rows(context: Context, before: Answer) -> Answer:
    """The rows that have a recommendation, or a finding, with nothing else in them."""
    of_advice = context.asked.asks_their_advice
    rows = [_only_advice(row) if of_advice else _only_finding(row) for row in before.rows]
    kept = [row for row in rows if row is not None]
    language = context.asked.language
    key = ("advice" if of_advice else "findings") + ("_of_rows" if kept else "_none_of_rows")
    used = {one.n for row in kept for one in row.cited}
    return replace(
        before,
        question=context.asked.typed,
        asked_as=before.asked_as or before.question,
        rows=tuple(kept),
        citations=tuple(one for one in before.citations if one.n in used),
        notes=before.notes[:1],
        abstained=not kept,
        verdict=Verdict.ANSWERED if kept else Verdict.NOT_ANSWERED,
        language=language,
        reply=text(key, language, count=len(kept), total=len(before.rows)),
    )


def _only_advice(row: Row) -> Row | None:
    if row.quote:
        marked = row.quote.passage.kind is SectionKind.RECOMMENDATIONS
        return row if marked or recommends(row.quote.quote) else None
    return replace(row, finding=None) if row.recommendation else None


def _only_finding(row: Row) -> Row | None:
    if row.quote:
        return None if _only_advice(row) else row
    return replace(row, recommendation=None) if row.finding else None
