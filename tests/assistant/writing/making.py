"""Evidence, and a writer that says what it is told to, for tests of what becomes of its words."""

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.models import Citation, PageMark, Passage, Report, ReportKind, SectionKind, Study

REPORT = Report("tolk", "Tolk i kommunene", 2021, "IMDi", ReportKind.RESEARCH)
STUDY = Study("Bruk av barn som tolk", carried_out_by="Fafo", published="mai 2021")
QUOTES = (
    "37 prosent av kommunene har retningslinjer for bruk av tolk.",
    "Barn brukes fortsatt som tolk på legekontoret, særlig i små kommuner.",
    "Kommunene bør gi ansatte opplæring i bruk av tolk.",
)


def evidence(*quotes: str) -> list[Citation]:
    """The quotes as numbered sources of one study."""
    return [
        Citation(
            number,
            Passage(
                f"tolk:{number}",
                "tolk",
                REPORT.title,
                quote,
                path=(STUDY.title, "Hovedfunn"),
                year=2021,
                kind=SectionKind.FINDINGS,
                marks=(PageMark(0, number),),
            ),
            quote,
            number,
            0,
            len(quote),
            REPORT,
            STUDY,
        )
        for number, quote in enumerate(quotes or QUOTES, 1)
    ]


@dataclass
class Parrot:
    """Says what it is told to."""

    reply: str
    name: str = "papegøye"
    sent: tuple[str, str] = ("", "")

    def stream(self, system: str, user: str) -> Iterator[str]:
        self.sent = (system, user)
        yield from self.reply.splitlines(keepends=True)
