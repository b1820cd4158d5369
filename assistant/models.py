"""The nouns of the domain, as plain values: report, study, passage, citation, answer."""

from dataclasses import dataclass, field
from enum import StrEnum


class ReportKind(StrEnum):
    """What kind of source a report is; the values are the users' own words."""

    RESEARCH = "FoU-rapport"
    ANNUAL = "årsrapport"
    SURVEY = "undersøkelse"
    EVALUATION = "evaluering"
    REVIEW = "kunnskapsoversikt"
    LAW = "lov eller forskrift"
    LETTER = "tildelingsbrev"
    REPORT = "rapport"
    WHITE_PAPER = "stortingsmelding"
    HEARING = "brev eller høringssvar"
    NOTE = "notat"
    SLIDES = "lysark"
    GUIDE = "veileder"
    OTHER = "annet"


class SectionKind(StrEnum):
    """What a section of a study or chapter is about."""

    ABOUT = "about"
    METHOD = "method"
    FINDINGS = "findings"
    RECOMMENDATIONS = "recommendations"
    FOLLOW_UP = "follow-up"
    TABLE = "table"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Report:
    """One indexed document. `document` is the stem of the file it came from, unique in an index.

    `made_by` is who carried it out or sent it, `made_for` who commissioned or received it, `series` what it bears
    ("Meld. St. 9 (2023–2024)"); `origins` are pairs of a field and where it was read ("year", "colophon").
    """

    document: str
    title: str
    year: int | None = None
    publisher: str | None = None
    kind: ReportKind = ReportKind.OTHER
    language: str = "nb"
    pages: int | None = None
    guessed: tuple[str, ...] = ()  # names of the fields above that were inferred, not stated
    digest_of: str | None = None  # the document that this one sums up, by its name, where it says so
    known_as: str | None = None  # its name in the catalogue, where it was recognised by its words
    subtitle: str = ""
    series: str = ""
    made_by: str | None = None
    made_for: str | None = None
    url: str = ""  # where its publisher has it, as the catalogue says
    origins: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Study:
    """What can be read off about one study (undersøkelse, prosjekt); None where the report does not say."""

    title: str
    carried_out_by: str | None = None
    commissioned_by: str | None = None
    published: str | None = None  # as the report writes it: "Oktober 2019"
    sample: str | None = None
    sections: tuple[SectionKind, ...] = ()  # the kinds of section it has, findings and recommendations among them


@dataclass(frozen=True, slots=True)
class PageMark:
    """From character `offset` of a text on, the words stand on page `page` (1-based, as the PDF counts).

    `label` is the number that the page itself bears, where it is another.
    """

    offset: int
    page: int
    label: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """One statement's place in its passage's text, and what it needs to stand alone.

    `lead` is the place of the words that it hangs on: what leads into its list, or the sentence that it points back
    to (empty: none). `about` is whom or what it is about where only the words before it say so ("Trondheim"). `asks`
    says that the sender of a letter asks for it.
    """

    start: int
    end: int
    lead: tuple[int, int] = (0, 0)
    about: str = ""
    is_item: bool = False
    asks: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of a report that can be found and cited.

    `text` is the report's own wording, one paragraph or bullet a line; `path` the headings above it, outermost
    first, without the report's title; `marks` the pages it stands on (empty where the source has no pages);
    `cells` a table row's (column heading, value) pairs, left to right (empty for running text), `remarks` the (mark,
    words) of the notes below its table that are about it; `study` the title of the study that it belongs to, None
    outside of studies. `seams` are offsets in `text` where the report has something else in between (a call-out, a
    footnote), `notes` those where a footnote's mark was taken out; `spans` are its statements (sentences, bullets, a
    table row), in order;
    `is_digest` says that the words are a summary of the report, not its own, `is_ocr` that they were read off pictures.
    """

    id: str
    document: str
    title: str
    text: str
    path: tuple[str, ...] = ()
    year: int | None = None
    kind: SectionKind = SectionKind.OTHER
    marks: tuple[PageMark, ...] = ()
    cells: tuple[tuple[str, str], ...] = ()
    remarks: tuple[tuple[str, str], ...] = ()
    study: str | None = None
    seams: tuple[int, ...] = ()
    notes: tuple[int, ...] = ()
    spans: tuple[Span, ...] = ()
    is_digest: bool = False
    is_ocr: bool = False

    @property
    def section(self) -> str:
        """The heading path in one line, as evals and source lists write it."""
        return " > ".join(self.path)

    @property
    def page(self) -> int | None:
        """The page on which the passage begins."""
        return self.marks[0].page if self.marks else None

    def page_at(self, offset: int) -> int | None:
        """The page that holds the character at `offset` of `text`."""
        mark = self.mark_at(offset)
        return mark.page if mark else None

    def mark_at(self, offset: int) -> PageMark | None:
        """The mark of the page that holds the character at `offset` of `text`."""
        before = [mark for mark in self.marks if mark.offset <= offset]
        return before[-1] if before else next(iter(self.marks), None)


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that search found.

    `score` is higher for better, comparable within one search alone; `cosine` the nearness of its meaning to the
    question, None where only its words were near.
    """

    passage: Passage
    score: float
    cosine: float | None = None


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
    """One statement of an answer with the numbers of the citations that bear it."""

    text: str
    citations: tuple[int, ...]
    part: Part = Part.LEAD


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
