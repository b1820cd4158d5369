"""The nouns of the domain, as plain values: report, study, passage, citation, answer."""

from assistant.models.answers import (
    ITEM_GAP,
    TABLES,
    TALK,
    Answer,
    Citation,
    Figure,
    LookedThrough,
    Part,
    Point,
    Request,
    Row,
    Series,
    Verdict,
)
from assistant.models.passages import Hit, PageMark, Passage, Span
from assistant.models.reports import Report, ReportKind, SectionKind, Study, dated

__all__ = [
    "ITEM_GAP",
    "TABLES",
    "TALK",
    "Answer",
    "Citation",
    "Figure",
    "Hit",
    "LookedThrough",
    "PageMark",
    "Part",
    "Passage",
    "Point",
    "Report",
    "ReportKind",
    "Request",
    "Row",
    "SectionKind",
    "Series",
    "Span",
    "Study",
    "Verdict",
    "dated",
]
