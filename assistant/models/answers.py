"""What is shown for a question: points with their sources, figures lined up, rows gone through."""

from dataclasses import dataclass, field
from enum import StrEnum

from assistant.models.passages import Hit, Passage
from assistant.models.reports import Report, Study

ITEM_GAP = "; "  # between the items of a point, as its quote writes them


@dataclass(frozen=True, slots=True)
class Citation:
    """One numbered source of an answer: a verbatim quote, the passage it stands in and the page it begins on.

    Parts of a quote that do not follow one another in the report are joined by ` … ` or ` · `; `start` and `end` are
    the offsets in the passage's text that the quote covers. `report` and `study` say what the passage is a part of,
    where that is known.
    """

    n: int
    passage: Passage
    quote: str
    page: int | None
    start: int = 0
    end: int = 0
    report: Report | None = None
    study: Study | None = None


class Part(StrEnum):
    """The part of an answer that a point belongs to."""

    LEAD = "lead"
    FINDINGS = "findings"
    RECOMMENDATIONS = "recommendations"
    ELSEWHERE = "elsewhere"  # set apart: from other studies than the question names


@dataclass(frozen=True, slots=True)
class Point:
    """One statement of an answer with the numbers of the citations that bear it.

    `items` are those of a list, where it is made of some: its text ends in them, in one line. `aside` says that it is
    far less likely to answer than what leads.
    """

    text: str
    citations: tuple[int, ...]
    part: Part = Part.LEAD
    items: tuple[str, ...] = ()
    aside: bool = False

    @property
    def opening(self) -> str:
        """The text without the items: what leads into them."""
        return self.text.removesuffix(ITEM_GAP.join(self.items)).rstrip() if self.items else self.text


class Verdict(StrEnum):
    """How far the reports answer a question as it was asked."""

    ANSWERED = "answered"
    PARTLY = "partly"
    NOT_ANSWERED = "not answered"
    WRONG_PREMISE = "wrong premise"


@dataclass(frozen=True, slots=True)
class Figure:
    """One value of a series: `value` as the report writes it, `number` to draw it by, `counted` who or what it counts.

    `label` is what the series runs over: a year, mostly.
    """

    label: str
    value: str
    number: float
    counted: str
    citation: int  # the `n` of the citation that it stands in


@dataclass(frozen=True, slots=True)
class Series:
    """The same measure for several years or groups, oldest first; `notes` say what keeps them from being one line."""

    measure: str
    unit: str
    figures: tuple[Figure, ...]
    notes: tuple[str, ...] = ()


class Request(StrEnum):
    """What a user wants done; anything that is not plainly another is a question."""

    QUESTION = "question"
    CONVERSATION = "conversation"
    SUMMARY = "summary"
    OVERVIEW = "overview"
    LIST = "list"
    COMPARISON = "comparison"
    SERIES = "series"
    ABOUT_ANSWER = "about answer"


TALK = frozenset({Request.CONVERSATION, Request.ABOUT_ANSWER})  # searched for in no report
# Answered with a table of all that there is, instead of by the few statements that fit best. A question that is
# answered so is put right with a click, but a wrong answer is read first.
TABLES = frozenset({Request.OVERVIEW, Request.LIST, Request.SUMMARY, Request.COMPARISON})


@dataclass(frozen=True, slots=True)
class Row:
    """One line of an overview, a summary or a comparison: a study, or a chapter outside of studies.

    `study` is a study's title, None outside of studies; `section` the headings in one line. `core` says that the
    theme is the subject of it, not only mentioned. In a list of quotes each row has its `quote` alone; `side` names
    the side of a comparison that the row stands on.
    """

    document: str
    study: str | None
    section: str
    by: str | None = None
    year: int | None = None
    kind: str = ""
    method: str | None = None
    core: bool = True
    finding: Citation | None = None
    recommendation: Citation | None = None
    quote: Citation | None = None
    side: str = ""

    @property
    def cited(self) -> tuple[Citation, ...]:
        """Its quotes, in the order they are shown."""
        return tuple(one for one in (self.quote, self.finding, self.recommendation) if one is not None)


@dataclass(frozen=True, slots=True)
class LookedThrough:
    """What was gone through, and how much of it is not among the rows, by the key of the text that says why."""

    reports: int
    studies: int
    statements: int
    left_out: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What is shown for one question.

    `points` are claims from the reports alone; `notes` words about coverage and what is missing; `abstained` is
    true where the question is not answered as asked (then `citations` show the nearest there is), and `verdict`
    says which way; `series` are figures lined up; `written_by` names the language model that worded the points,
    empty where they are the reports' own words. `request` is what was wanted; for an overview, a list, a summary or a
    comparison `rows` are what is shown, of `theme`, found in what was `looked_through`. A turn of conversation
    has our own words as its `reply` and what could be asked as `suggested`. `is_narrowed` says that filters held,
    `reports_outside` how many reports answer that they leave out, where those within do not.
    """

    question: str
    points: tuple[Point, ...]
    citations: tuple[Citation, ...]
    hits: tuple[Hit, ...]
    notes: tuple[str, ...] = ()
    abstained: bool = False
    confidence: float = 0.0  # how well the evidence fits, 0 to 1
    seconds: float = 0.0
    language: str = "nb"
    asked_as: str = field(default="")  # the question made whole from the history; empty where nothing was added
    verdict: Verdict = Verdict.ANSWERED
    series: tuple[Series, ...] = ()
    written_by: str = ""
    request: Request = Request.QUESTION
    reply: str = ""
    suggested: tuple[str, ...] = ()
    is_narrowed: bool = False
    reports_outside: int = 0
    theme: str = ""
    rows: tuple[Row, ...] = ()
    looked_through: LookedThrough | None = None

    @property
    def is_word(self) -> bool:
        """Whether it is no more than a word of ours ("you're welcome"), with nothing to go by or to take along."""
        return self.request in TALK and not self.citations
