"""References in the Norwegian form of APA: author, year, title; `s.` for pages; `u.å.` where there is no year."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.models import Citation, Report
from assistant.rendering.formats import written
from assistant.rendering.sources import titled
from assistant.texts import text

_SHORT_NAME = re.compile(r"\s*\(([^()]+)\)$")


@dataclass(frozen=True, slots=True)
class Reference:
    """One entry of a reference list: `title` is set in italics, between `before` and `after`."""

    before: str
    title: str
    after: str

    @property
    def plain(self) -> str:
        """The entry in one line."""
        return self.before + self.title + self.after


def reported(citations: Sequence[Citation]) -> dict[str, Report]:
    """The reports that are cited, by document, in the order of a reference list: by author, year, title."""
    reports = {citation.passage.document: _report(citation) for citation in citations}
    return dict(sorted(reports.items(), key=lambda item: _order(item[1])))


def year_labels(reports: dict[str, Report], language: str) -> dict[str, str]:
    """How each report's year is written: `2018`, or `2018a` and `2018b` where an author has two of one year.

    A report without an author is listed by its title, and told apart from those of the same title alone.
    """
    labels = {document: str(report.year or text("no_year", language)) for document, report in reports.items()}
    same: dict[tuple[str, str], list[str]] = {}
    for document, report in reports.items():
        same.setdefault((_author(report) or report.title, labels[document]), []).append(document)
    for documents in same.values():
        if len(documents) > 1:
            labels |= {document: labels[document] + _letters(i) for i, document in enumerate(documents)}
    return labels


def reference(report: Report, year: str, language: str) -> Reference:
    """The entry of a report in the reference list."""
    after = f" [{text('digest_mark', language)}]" if report.digest_of else ""
    author = _author(report)
    if not author:
        return Reference("", report.title, f"{after}. ({year}).")
    return Reference(f"{author}. ({year}). ", report.title, f"{after}.")


def in_text(citation: Citation, year: str, language: str) -> str:
    """The short reference with study and page: `IMDi, 2018, «Studien» (Fafo, oktober 2018), s. 12`."""
    report, passage = _report(citation), citation.passage
    parts = [_short_author(report) or report.title, year]
    if citation.study:
        maker = citation.study.carried_out_by
        told = ("" if maker == parts[0] else maker, written(citation.study.published, language))
        by = ", ".join(part for part in told if part)
        title = _quoted(citation.study.title)
        parts.append(f"{title} ({by})" if by else title)
    elif passage.path:
        parts.append(_quoted(passage.path[-1]))
    mark = passage.mark_at(citation.start)
    if mark is not None:
        parts.append(text("page", language, page=mark.label or mark.page))
    said = ", ".join(parts)
    return titled(said, passage.is_digest, language)


def as_quoted(citation: Citation) -> str:
    """What is cited between quotation marks; a digest's words without, since they are no report's."""
    return citation.quote if citation.passage.is_digest else f"«{citation.quote}»"


def _quoted(title: str) -> str:
    """A title between quotation marks, unless it brings its own."""
    return title if "«" in title else f"«{title}»"


def _report(citation: Citation) -> Report:
    passage = citation.passage
    return citation.report or Report(passage.document, passage.title, passage.year)


def _author(report: Report) -> str:
    return _SHORT_NAME.sub("", report.publisher or "")


def _short_author(report: Report) -> str:
    match = _SHORT_NAME.search(report.publisher or "")
    return match.group(1) if match else report.publisher or ""


def _letters(number: int) -> str:
    """The letters of the report with this number, from 0: a … z, aa, ab …"""
    before, letter = divmod(number, 26)
    return (_letters(before - 1) if before else "") + chr(ord("a") + letter)


def _order(report: Report) -> tuple[str, int, str]:
    return (_author(report) or report.title).casefold(), report.year or 0, report.title.casefold()
