"""Statements of the passages that were found: what the reader reads, answers are chosen from, and quotes show."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from assistant.language.modality import recommends
from assistant.language.words import YEAR
from assistant.models import Hit, Passage, Span

BULLET = "• "
NOTE_MARKS = re.compile(r"\*+|[¹²³⁴⁵⁶⁷⁸⁹⁰]+")  # of notes below a table, in its cells
_SINCE = re.compile(r"\b(?:siden|sidan|since)\b", re.I)
# An earlier year that the report's own is compared with: "mot 4,1 måneder i 2016", "lavere enn i 2015".
_AGAINST = re.compile(
    r"\b(?:mot|enn|fra|frå|sammenlign\w+ med|samanlikn\w+ med|from|than|against|compared (?:to|with))"
    rf"\s+(?:[\w,.]+\s+){{0,3}}?(?:(?:i|in)\s+)?{YEAR.pattern}",
    re.I,
)
_TITLE, _HEADING, _LEAD = 48, 64, 140  # characters that the reader sees of each


@dataclass(frozen=True, slots=True)
class Statement:
    """One verbatim statement of a passage; `rank` is the rank of that passage, 0 the best."""

    passage: Passage
    span: Span
    rank: int = 0

    @property
    def text(self) -> str:
        """Its words."""
        return self.passage.text[self.span.start : self.span.end]

    @property
    def start(self) -> int:
        """Where it begins in the passage's text."""
        return self.span.start

    @property
    def end(self) -> int:
        """Where it ends there."""
        return self.span.end

    @property
    def lead(self) -> str:
        """The words before it that it hangs on; empty where it stands alone."""
        return self.passage.text[self.span.lead[0] : self.span.lead[1]]

    @property
    def recommends(self) -> bool:
        """Whether it recommends something by its words, by what leads into its list, or as a letter asks for it."""
        if self.passage.cells:
            return False
        return self.span.asks or recommends(self.text, self.lead if self.span.is_item else "")


def statements_of(hits: Iterable[Hit]) -> list[Statement]:
    """The statements of the passages, in the passages' order."""
    return [Statement(hit.passage, span, rank) for rank, hit in enumerate(hits) for span in hit.passage.spans]


def pairs_of(passage: Passage) -> str:
    """A table row with each value behind its column's heading, then its remarks; empty for running text."""
    values = (f"{heading}: {value}" if heading else value for heading, value in passage.cells if value)
    return " · ".join((*values, *(words for _, words in passage.remarks)))


def as_read(passage: Passage, span: Span) -> str:
    """What the reader sees of a statement: its headings, what it hangs on, its own words."""
    return f"{' › '.join(_headings(passage))}: {_told(passage, span)}"


def with_lead(statement: Statement) -> Statement:
    """A sentence together with the one that it points back to; an item, and what stands alone, as it is."""
    span = statement.span
    if span.is_item or not statement.lead or "\n" in statement.passage.text[span.lead[0] : span.start]:
        return statement
    return replace(statement, span=replace(span, start=span.lead[0], lead=(0, 0)))


def told_year(statement: Statement) -> int | None:
    """The last year that a statement or its column tells of; its report's where it names none but to compare with."""
    headings = (heading for heading, _ in statement.passage.cells)
    said = " ".join((statement.span.about, statement.text, *headings))
    named = [int(year) for year in YEAR.findall(said)]
    if (year := statement.passage.year) and _leans(said):
        named.append(year)
    return max(named, default=None)


def years_told(statement: Statement) -> set[int]:
    """The years that a statement may be of: those it names, or else its headings', its report's and the one before."""
    said = _told(statement.passage, statement.span)
    named = {int(year) for year in YEAR.findall(said)}
    if not _leans(said):
        return named
    year = statement.passage.year
    headings = {int(one) for one in YEAR.findall(" ".join(_headings(statement.passage)))}
    return named | headings | ({year, year - 1} if year else set())


def _leans(said: str) -> bool:
    return bool(_SINCE.search(said)) or not YEAR.search(_AGAINST.sub("", said))


def joined(first: Statement, last: Statement) -> Statement:
    """Two statements of one passage and what stands between them, as one."""
    first, last = sorted((first, last), key=lambda one: one.start)
    return replace(first, span=replace(first.span, end=max(first.end, last.end)))


def _headings(passage: Passage) -> Sequence[str]:
    year = str(passage.year or "")
    title = passage.title[:_TITLE]
    dated = title if not year or year in title else f"{title} {year}"
    return (dated, *(heading[:_HEADING] for heading in passage.path[-2:]))


def _told(passage: Passage, span: Span) -> str:
    lead = passage.text[span.lead[0] : span.lead[1]][-_LEAD:]
    said = pairs_of(passage) or passage.text[span.start : span.end]
    if passage.cells:
        lead = passage.text.split("\n", 1)[0][:_LEAD] if "\n" in passage.text else ""
    return " ".join(part for part in (span.about and f"{span.about}:", lead, said) if part)
