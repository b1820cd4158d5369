"""Chosen statements arranged into an answer: points with their citations, findings and recommendations apart."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer.choose import LONGEST_LEAD, Chosen
from assistant.answer.quotes import cite, items_of, shown
from assistant.models import Citation, Part, Point, SectionKind
from assistant.statements import joined

_PARTS = {
    SectionKind.FINDINGS: Part.FINDINGS,
    SectionKind.TABLE: Part.FINDINGS,
    SectionKind.RECOMMENDATIONS: Part.RECOMMENDATIONS,
}
# Outside of studies a summary or an introduction tells what is asked for as well.
_UNMARKED = (SectionKind.OTHER, SectionKind.FINDINGS, SectionKind.ABOUT)


def compose(chosen: Sequence[Chosen]) -> tuple[tuple[Point, ...], tuple[Citation, ...]]:
    """The points of an answer in the order they are shown, and the citations they point to, numbered from 1.

    The first leads; the others stand under the part that their section belongs to, those of one study together, and
    those of one passage in its order; those aside come last.
    """
    if not chosen:
        return (), ()
    lead, *rest = _merged(chosen)
    best = dict(reversed([(key, rank) for rank, one in enumerate(rest) for key in (_study(one), one.first.passage.id)]))
    rest.sort(
        key=lambda one: (
            one.aside,
            list(Part).index(_part(one)),
            best[_study(one)],
            best[one.first.passage.id],
            one.first.start,
        )
    )
    citations: list[Citation] = []
    points = []
    for one, part in [(lead, Part.LEAD), *((one, _part(one)) for one in rest)]:
        first = len(citations) + 1
        citations += [cite(first, one.statements), *(cite(first + i, [other]) for i, other in enumerate(one.also, 1))]
        numbers = tuple(range(first, len(citations) + 1))
        points.append(Point(one.said, numbers, part, items_of(one.statements), aside=one.aside))
    return tuple(points), tuple(citations)


def _study(one: Chosen) -> tuple[str, str | None]:
    return one.first.passage.document, one.first.passage.study


def _merged(chosen: Sequence[Chosen]) -> list[Chosen]:
    """The points, sentences that follow one another in a report made one; the first while it stays short."""
    merged: list[Chosen] = []
    for one in chosen:
        i = next((i for i, other in enumerate(merged) if _adjacent(one, other)), None)
        if i == 0 and len(merged[0].said.split()) + len(one.said.split()) > LONGEST_LEAD:
            i = None
        if i is None:
            merged.append(one)
            continue
        both = joined(merged[i].first, one.first)
        also, aside = (*merged[i].also, *one.also), merged[i].aside and one.aside
        merged[i] = replace(merged[i], statements=(both,), said=shown([both]), also=also, aside=aside)
    return merged


def _adjacent(one: Chosen, other: Chosen) -> bool:
    if len(one.statements) + len(other.statements) > 2 or one.first.span.is_item or other.first.span.is_item:
        return False
    first, second = sorted((one.first, other.first), key=lambda statement: statement.start)
    if first.passage.id != second.passage.id or first.passage.cells or first.span.about != second.span.about:
        return False
    between = first.passage.text[first.end : second.start]
    return first.end <= second.start and not between.strip() and "\n" not in between


def _part(one: Chosen) -> Part:
    kind = one.first.passage.kind
    if one.first.recommends and kind in (_UNMARKED if one.first.passage.study is None else (SectionKind.OTHER,)):
        return Part.RECOMMENDATIONS
    return Part.FINDINGS if kind is SectionKind.OTHER else _PARTS.get(kind, Part.LEAD)
