"""A report's headings in reading order, from the passages that stand under them."""

from collections.abc import Iterable
from dataclasses import dataclass

from assistant.models import Passage, SectionKind


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading of a report and the first passage under it; `level` is 0 for the outermost.

    `is_study` says that the heading is the title of a study.
    """

    title: str
    level: int
    first: Passage
    kind: SectionKind = SectionKind.OTHER
    is_study: bool = False


def outline(passages: Iterable[Passage]) -> tuple[Heading, ...]:
    """The headings of one report whose passages come in reading order, each heading as often as it begins anew."""
    found: list[Heading] = []
    above: tuple[str, ...] = ()
    for passage in passages:
        path = passage.path
        shared = 0
        while shared < min(len(path), len(above)) and path[shared] == above[shared]:
            shared += 1
        for level in range(shared, len(path)):
            is_last = level == len(path) - 1
            kind = passage.kind if is_last else SectionKind.OTHER
            found.append(Heading(path[level], level, passage, kind, is_study=path[level] == passage.study))
        above = path
    return tuple(found)


def chapters(headings: Iterable[Heading]) -> list[list[Heading]]:
    """The headings parted before each outermost one."""
    parted: list[list[Heading]] = []
    for heading in headings:
        if heading.level == 0 or not parted:
            parted.append([])
        parted[-1].append(heading)
    return parted
