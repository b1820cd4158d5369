"""A piece of a report that can be found and cited, and what search makes of it."""

from dataclasses import dataclass

from assistant.models.reports import SectionKind


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
