"""A flat run of parts becomes the tree of a report: chapters, studies, sections and what stands in them."""

from assistant.models import Report, ReportKind
from ingest.document import Section
from ingest.parts import Part
from ingest.structure.contents import Entry, Known, take_contents
from ingest.structure.headings import promote, tidy_headings, without_echoes
from ingest.structure.joining import whole
from ingest.structure.noise import sort_out
from ingest.structure.prune import hoisted, pruned
from ingest.structure.repeats import told_once
from ingest.structure.runin import split_titles
from ingest.structure.sayings import quotable
from ingest.structure.studies import name_studies
from ingest.structure.tables import settle
from ingest.structure.tree import build
from ingest.words.characters import squeezed
from ingest.words.hyphens import Joiner

_LETTERS = (ReportKind.HEARING, ReportKind.LETTER, ReportKind.NOTE)
_MOST_HEAD = 20  # parts


def structured(parts: list[Part], joiner: Joiner, report: Report, *, written: bool = False) -> Section:
    """The root of the tree for the report, of its parts as a reader gave them, in reading order.

    `written` says that the heading levels are the writer's own: they then stand as they are.
    """
    parts, entries = take_contents(parts)
    known = Known(entries)
    parts = told_once(sort_out(parts, report.language, report.publisher or ""))
    if written:
        root = build(settle(parts), None)
    else:
        parts = tidy_headings(parts, known, report.publisher or "")
        parts = split_titles(whole(without_echoes(parts), joiner))
        head = _letterhead(parts, report)
        parts = parts[:head] + promote(parts[head:], known)
        slides = report.kind is ReportKind.SLIDES  # each is a section of its own, whatever its title
        root = build(settle(parts), None if slides else known)
    # A title that was guessed may be the first chapter's, which is then no wrapping around all others.
    root = quotable(hoisted(pruned(root), "" if "title" in report.guessed else report.title))
    name_studies(root)
    return root


def _letterhead(parts: list[Part], report: Report) -> int:
    """How many parts stand above a letter's title: who sends it to whom, and when, heads no section."""
    if report.kind not in _LETTERS:
        return 0
    title = squeezed(report.title)
    return next((i for i, part in enumerate(parts[:_MOST_HEAD]) if squeezed(part.text) == title), 0)


__all__ = ["Entry", "structured"]
