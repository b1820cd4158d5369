"""Answers to export, made by hand."""

from assistant.models import (
    Answer,
    Citation,
    Figure,
    PageMark,
    Part,
    Passage,
    Point,
    Report,
    ReportKind,
    SectionKind,
    Series,
    Study,
)

STUDY = Study("Tolk i kommunene", carried_out_by="Fafo", published="mai 2021")


def report(document: str, year: int | None = 2021, publisher: str | None = "Direktoratet (DIR)") -> Report:
    return Report(document, f"Rapport {document}", year, publisher, ReportKind.RESEARCH)


def citation(number: int, of: Report, quote: str = "Barn brukes som tolk.", study: Study | None = STUDY) -> Citation:
    passage = Passage(
        f"{of.document}:0",
        of.document,
        of.title,
        quote,
        path=("Tolk i kommunene", "Hovedfunn"),
        year=of.year,
        kind=SectionKind.FINDINGS,
        marks=(PageMark(0, 12),),
    )
    return Citation(number, passage, quote, 12, 0, len(quote), of, study)


def answer(*citations: Citation, question: str = "Hva fant de?", series: tuple[Series, ...] = ()) -> Answer:
    points = tuple(Point(one.quote, (one.n,), Part.LEAD if one.n == 1 else Part.FINDINGS) for one in citations)
    return Answer(question, points, citations, (), notes=("Lette gjennom 2 rapporter.",), series=series)


SERIES = Series(
    "Kommuner med retningslinjer",
    "prosent",
    (Figure("2021", "26", 26.0, "kommuner", 1), Figure("2023", "65", 65.0, "kommuner", 1)),
    ("Ulike spørsmål de to årene.",),
)
