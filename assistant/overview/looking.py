"""How much was gone through: reports, studies and statements, and what was left out and why."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from assistant.models import LookedThrough
from assistant.overview.context import Context
from assistant.overview.units import Unit

_T = TypeVar("_T")


def going_through(units: Sequence[Unit], context: Context) -> Iterator[Unit]:
    """The units, which come in the order of their reports' names; tells at each report how many are behind."""
    within = context.within
    document = None
    for unit in units:
        if unit.document != document:
            document = unit.document
            context.tell(bisect_left(within, document), len(within))
        yield unit
    context.tell(len(within), len(within))


def all_gone_through(items: Iterable[_T], context: Context) -> Iterator[_T]:
    """The items, which are made of what was found: tells at each that all reports are behind, so that it can be
    stopped there as well.
    """
    total = len(context.within)
    for item in items:
        context.tell(total, total)
        yield item


def looked_through(context: Context, units: Sequence[Unit], left_out: Sequence[tuple[str, int]] = ()) -> LookedThrough:
    """What the filters leave of the index; `units` stand in for its statements where the index has not counted them.

    `left_out` are keys of texts, each with how many: those with none are left away.
    """
    within = [item for item in context.index.manifest.documents if context.filters.allow(item.report)]
    counted = sum(item.statements for item in within)
    return LookedThrough(
        reports=len(within),
        studies=sum(len(item.studies) for item in within),
        statements=counted or sum(len(unit.statements) for unit in units),
        left_out=tuple((key, count) for key, count in left_out if count),
    )
