"""What a user narrows a search to: years, kinds, publishers, reports, sections, and what to leave out."""

from dataclasses import dataclass

from assistant.models import Report, ReportKind, SectionKind


@dataclass(frozen=True, slots=True)
class Filters:
    """Narrowing that holds all at once; an empty field narrows nothing.

    `years` are the first and the last year of a report, both included (None: open); `documents` are names of indexed
    documents; `without_documents` and `without_passages` are left out.
    """

    years: tuple[int | None, int | None] = (None, None)
    kinds: tuple[ReportKind, ...] = ()
    publishers: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    sections: tuple[SectionKind, ...] = ()
    without_documents: tuple[str, ...] = ()
    without_passages: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything is narrowed."""
        return self != Filters()

    def allow(self, report: Report) -> bool:
        """Whether any passage of the report may be shown."""
        first, last = self.years
        return (
            (first is None or (report.year is not None and report.year >= first))
            and (last is None or (report.year is not None and report.year <= last))
            and (not self.kinds or report.kind in self.kinds)
            and (not self.publishers or report.publisher in self.publishers)
            and (not self.documents or report.document in self.documents)
            and report.document not in self.without_documents
        )


EVERYTHING = Filters()
