"""What other programs send and get, as OpenAPI shows it."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from assistant.models import Part, Request, Verdict

_Names = Annotated[list[str], Field(max_length=200)]


class _In(BaseModel):
    model_config = ConfigDict(extra="forbid")


class FiltersIn(_In):
    """Narrowing that holds all at once; what is left out narrows nothing."""

    years: str | tuple[int | None, int | None] | None = Field(
        None, description="`2019`, `2019-2023`, `2019-`, `-2018`, or a pair of years.", examples=["2019-2023"]
    )
    kinds: _Names = []
    publishers: _Names = []
    documents: _Names = []
    sections: _Names = []
    without_documents: _Names = []

    def named(self) -> dict[str, Any]:
        """What is narrowed, as `assistant.question.narrowing` takes it."""
        return self.model_dump(exclude_defaults=True, exclude_none=True)


class AskIn(_In):
    """A question, and what was asked before it."""

    question: str = Field(examples=["Hva anbefales om bruk av tolk?"])
    history: list[str] = Field([], max_length=50, description="The user's earlier questions, oldest first.")
    filters: FiltersIn = FiltersIn()
    request: Request | None = Field(None, description="What is wanted, where that need not be recognised.")
    stream: bool = Field(False, description="Server-sent events: `waiting`, `words`, and at last `answer` or `error`.")


class OverviewIn(_In):
    """A theme that all reports are gone through for."""

    theme: str = Field(examples=["tolk"])
    request: Literal["overview", "list", "summary", "comparison"] = "overview"
    filters: FiltersIn = FiltersIn()


class SearchIn(_In):
    """What is looked for."""

    question: str = Field(examples=["tolk i barnehagen"])
    filters: FiltersIn = FiltersIn()
    limit: int = Field(20, ge=1, le=200)


class _Out(BaseModel):
    """Made of the domain's own values, field by field."""

    model_config = ConfigDict(from_attributes=True)


class StudyOut(_Out):
    """A study of a report."""

    title: str
    carried_out_by: str | None
    commissioned_by: str | None
    published: str | None


class ReportOut(BaseModel):
    """An indexed report."""

    document: str
    title: str
    year: int | None
    publisher: str | None
    kind: str
    language: str
    pages: int | None
    is_digest: bool = Field(description="Whether it sums up another report in other words.")
    passages: int
    studies: list[StudyOut]


class ReportsOut(BaseModel):
    """What is indexed."""

    index: str = Field(description="The live version of the index.")
    reports: list[ReportOut]


class SourceOut(BaseModel):
    """A passage, and what it is a part of."""

    id: str
    document: str
    title: str
    year: int | None
    publisher: str | None
    section: str
    kind: str = Field(description="`findings`, `recommendations`, `method`, …")
    study: StudyOut | None
    page: int | None = Field(description="As the PDF counts, from 1.")
    text: str
    is_digest: bool
    link: str = Field(description="The page on which the source is opened, with the quote marked.")


class CitationOut(BaseModel):
    """A numbered source of an answer: a verbatim quote and where it stands."""

    n: int
    quote: str
    reference: str = Field(description="Who, when, study and page in one line.")
    page: int | None
    page_label: str = Field(description="The number printed on the page, where it is another.")
    link: str
    source: SourceOut


class PointOut(BaseModel):
    """One statement of an answer; `citations` are the numbers of those that bear it."""

    text: str
    kind: Literal["finding", "recommendation", "other"]
    part: Part
    by: str = Field(description="Who carried the study out and when, where the point before has not said it.")
    citations: list[int]
    aside: bool = Field(description="Whether it is far less likely to answer than what leads.")


class FigureOut(_Out):
    """One value of a series."""

    label: str
    value: str
    number: float
    counted: str
    citation: int


class SeriesOut(_Out):
    """The same measure for several years or groups."""

    measure: str
    unit: str
    figures: list[FigureOut]
    notes: list[str]


class QuotedOut(_Out):
    """A quote in a row."""

    n: int
    quote: str
    page: int | None


class RowOut(_Out):
    """One line of an overview, a list, a summary or a comparison."""

    document: str
    study: str | None
    section: str
    by: str | None
    year: int | None
    core: bool = Field(description="Whether the theme is its subject, not only mentioned.")
    side: str
    finding: QuotedOut | None
    recommendation: QuotedOut | None
    quote: QuotedOut | None


class LookedThroughOut(_Out):
    """What was gone through."""

    reports: int
    studies: int
    statements: int


class AnswerOut(BaseModel):
    """An answer: what was found, each point with its quotes, or the word that the reports do not say."""

    question: str
    asked_as: str = Field(description="The question made whole from what was asked before it.")
    request: Request
    language: str
    verdict: Verdict
    abstained: bool = Field(description="Whether the question is not answered as asked.")
    confidence: float
    answer: str = Field(description="Markdown, `[n]` for the citations.")
    points: list[PointOut]
    notes: list[str]
    suggested: list[str]
    citations: list[CitationOut]
    series: list[SeriesOut]
    theme: str
    looked_through: LookedThroughOut | None
    rows: list[RowOut]
    written_by: str = Field(description="The language model that worded it; empty: the reports' own words.")
    seconds: float


class HitOut(BaseModel):
    """A passage that was found; `score` compares within one search alone."""

    score: float
    source: SourceOut


class SearchOut(BaseModel):
    """Passages, best first."""

    hits: list[HitOut]


class FailureOut(BaseModel):
    """What went wrong."""

    class Told(BaseModel):
        """One line that a user can act on."""

        message: str
        type: str
        code: int

    error: Told
