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
from ingest.words.hyphens import Joiner


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
        parts = promote(split_titles(whole(without_echoes(parts), joiner)), known)
        slides = report.kind is ReportKind.SLIDES  # each is a section of its own, whatever its title
        root = build(settle(parts), None if slides else known)
    # A title that was guessed may be the first chapter's, which is then no wrapping around all others.
    root = quotable(hoisted(pruned(root), "" if "title" in report.guessed else report.title))
    name_studies(root)
    return root


__all__ = ["Entry", "structured"]
