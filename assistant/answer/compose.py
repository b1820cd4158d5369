"""Chosen statements arranged into an answer: points with their citations, findings and recommendations apart."""

from collections.abc import Sequence

from assistant.answer.quotes import cite, shown
from assistant.answer.select import Scored
from assistant.models import Citation, Part, Point, SectionKind

_PARTS = {
    SectionKind.FINDINGS: Part.FINDINGS,
    SectionKind.RECOMMENDATIONS: Part.RECOMMENDATIONS,
}


def compose(chosen: Sequence[Scored]) -> tuple[tuple[Point, ...], tuple[Citation, ...]]:
    """The points of an answer in the order they are shown, and the citations they point to, numbered from 1.

    The best statement leads; the others stand under the part that their section belongs to.
    """
    order = sorted(range(len(chosen)), key=lambda i: (i > 0, list(Part).index(_part(chosen[i], i)), -chosen[i].score))
    citations = tuple(cite(number, chosen[i].unit) for number, i in enumerate(order, 1))
    points = tuple(
        Point(shown(chosen[i].unit), (citation.n,), _part(chosen[i], i))
        for citation, i in zip(citations, order, strict=True)
    )
    return points, citations


def _part(scored: Scored, rank: int) -> Part:
    return _PARTS.get(scored.unit.passage.kind, Part.LEAD) if rank else Part.LEAD
