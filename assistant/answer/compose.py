"""Chosen statements arranged into an answer: points with their citations, findings and recommendations apart."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer.asked import advises
from assistant.answer.quotes import cite, shown
from assistant.answer.scores import Scored
from assistant.answer.units import joined
from assistant.models import Citation, Part, Point, SectionKind

_LONGEST_LEAD = 60  # words to which sentences are added
_PARTS = {
    SectionKind.FINDINGS: Part.FINDINGS,
    SectionKind.TABLE: Part.FINDINGS,
    SectionKind.RECOMMENDATIONS: Part.RECOMMENDATIONS,
}


def compose(chosen: Sequence[Scored]) -> tuple[tuple[Point, ...], tuple[Citation, ...]]:
    """The points of an answer in the order they are shown, and the citations they point to, numbered from 1.

    The best statement leads; the others stand under the part that their section belongs to, those of one study
    together, and those of one passage in its order.
    """
    if not chosen:
        return (), ()
    lead, *rest = _merged(chosen)
    best = dict(reversed([(key, rank) for rank, one in enumerate(rest) for key in (_study(one), one.unit.passage.id)]))
    rest.sort(
        key=lambda one: (
            list(Part).index(_part(one)),
            best[_study(one)],
            best[one.unit.passage.id],
            one.unit.start,
        )
    )
    citations: list[Citation] = []
    points = []
    for one, part in [(lead, Part.LEAD), *((one, _part(one)) for one in rest)]:
        first = len(citations) + 1
        citations += [cite(first, one.unit, one.title), *(cite(first + i, unit) for i, unit in enumerate(one.also, 1))]
        points.append(Point(one.said or shown(one.unit), tuple(range(first, len(citations) + 1)), part))
    return tuple(points), tuple(citations)


def _study(one: Scored) -> tuple[str, str | None]:
    return one.unit.passage.document, one.unit.passage.study


def _merged(chosen: Sequence[Scored]) -> list[Scored]:
    """The statements, sentences that follow one another in a report made one; the first while it stays short."""
    merged: list[Scored] = []
    for one in chosen:
        i = next((i for i, other in enumerate(merged) if _adjacent(one, other)), None)
        if i == 0 and len(merged[0].said.split()) + len(one.said.split()) > _LONGEST_LEAD:
            i = None
        if i is None:
            merged.append(one)
            continue
        both = joined(merged[i].unit, one.unit)
        merged[i] = replace(merged[i], unit=both, said=shown(both), also=(*merged[i].also, *one.also))
    return merged


def _adjacent(one: Scored, other: Scored) -> bool:
    first, second = sorted((one.unit, other.unit), key=lambda unit: unit.start)
    if first.passage.id != second.passage.id or first.passage.cells:
        return False
    # What is shown with more than its own words (the title of its study) stays by itself.
    own = one.said == shown(one.unit) and other.said == shown(other.unit)
    between = first.passage.text[first.end : second.start]
    return own and first.end <= second.start and not between.strip() and "\n" not in between


def _part(one: Scored) -> Part:
    kind = one.unit.passage.kind
    if kind is SectionKind.OTHER:
        return Part.RECOMMENDATIONS if advises(one.said) else Part.FINDINGS
    return _PARTS.get(kind, Part.LEAD)
