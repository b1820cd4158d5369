"""What an answer was made from, for what is said beside it: figures and notes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from assistant.index.lexical import Lexical
from assistant.models import Citation, Hit, Passage, Report
from assistant.question import Question


@dataclass(frozen=True, slots=True)
class Evidence:
    """A question, the passages found, what the answer cites of them, and the indexed reports by document.

    `table` finds the rows of the table that a row stands in; `further` are passages that were found beside the hits,
    where figures of other years may stand.
    """

    question: Question
    hits: Sequence[Hit]
    citations: Sequence[Citation]
    lexical: Lexical
    reports: Mapping[str, Report]
    table: Callable[[Passage], Sequence[Passage]] = lambda row: (row,)
    further: Sequence[Hit] = ()

    @property
    def cited(self) -> frozenset[str]:
        """The ids of the passages that are cited."""
        return frozenset(citation.passage.id for citation in self.citations)

    def report(self, document: str) -> Report | None:
        """The report of a document."""
        return self.reports.get(document)

    def year(self, document: str) -> int | None:
        """The year of a document's report."""
        report = self.reports.get(document)
        return report.year if report else None
