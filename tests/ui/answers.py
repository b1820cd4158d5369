"""Answers of our own making, for the views to draw."""

from assistant.models import Answer, Citation, PageMark, Part, Passage, Point, Report, ReportKind, Study

SURVEY = Report("tolk-2021", "Tolking 2021", 2021, "Prøvesenteret", ReportKind.SURVEY)
PAGE = 7
STUDY = Study("Tolk på legekontoret", "Prøveinstituttet")


def citation(
    n: int, words: str, cells: tuple[tuple[str, str], ...] = (), *, report: Report = SURVEY, text: str = ""
) -> Citation:
    held = text or words
    start = held.find(words)
    passage = Passage(
        f"{report.document}:{n:05d}",
        report.document,
        report.title,
        held,
        ("Kapittel 3", "Hovedfunn"),
        report.year,
        marks=(PageMark(0, PAGE),),
        cells=cells,
    )
    return Citation(n, passage, words, PAGE, start, start + len(words), report, STUDY)


def row(n: int, label: str, *values: str) -> Citation:
    cells = (("Kommune", label), *zip(("2016", "2017"), values, strict=False))
    words = " ".join((label, *values))
    return citation(n, words, tuple(cells), text=f"Tabell 1: Tolker\nKommune | 2016 | 2017\n{words}")


def answer(*citations: Citation, parts: tuple[Part, ...] = (), language: str = "nb") -> Answer:
    """One point a citation, in these parts (lead where none is given)."""
    points = tuple(
        Point(one.quote, (one.n,), parts[i] if i < len(parts) else Part.LEAD) for i, one in enumerate(citations)
    )
    return Answer("Hva?", points, citations, (), language=language)
