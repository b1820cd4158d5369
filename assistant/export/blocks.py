"""A conversation as blocks of text with notes, from which every format is written."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.export.cells import value
from assistant.export.references import Reference, as_quoted, in_text, reference, reported, year_labels
from assistant.models import Answer, Citation, Row, Series
from assistant.rendering.answer import bylines, digest_said, nearest_said, parts_of, understood_said, verdict_said
from assistant.rendering.arranging import Arranged, beneath
from assistant.rendering.rows import by, columns, named
from assistant.texts import text


class Style(StrEnum):
    """What a line is."""

    QUESTION = "question"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    REMARK = "remark"


@dataclass(frozen=True, slots=True)
class Note:
    """A numbered source: its words, between quotation marks where they are the report's own, and the short reference to
    where they stand; `language` is theirs.

    `link` opens it, where there is a page that does.
    """

    number: int
    words: str
    source: str
    language: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of one style, and the notes at its end."""

    style: Style
    words: str
    notes: tuple[Note, ...] = ()
    language: str = "nb"


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with a caption; each row ends in the notes that bear it."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[tuple[str, ...], tuple[Note, ...]], ...]
    language: str = "nb"


Block = Line | Grid


@dataclass(frozen=True, slots=True)
class Exported:
    """A whole document: its blocks, all notes in the order of their numbers, and its reference list."""

    title: str
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    references: tuple[Reference, ...]
    language: str


def exported(
    parts: Sequence[Answer | Block],
    language: str,
    title: str = "",
    link: Callable[[Citation], str] = lambda citation: "",
    shown: Arranged | None = None,
) -> Exported:
    """The answers of a conversation, oldest first, as one document; notes are numbered through from 1.

    Blocks between the answers stay where they are. `link` gives the address that opens a citation; `shown` are the
    columns and groups that were chosen for the rows.
    """
    answers = [part for part in parts if isinstance(part, Answer)]
    reports = reported([citation for answer in answers for citation in answer.citations])
    years = year_labels(reports, language)
    blocks: list[Block] = []
    notes: list[Note] = []
    for part in parts:
        if not isinstance(part, Answer):
            blocks.append(part)
            continue
        own = {c.n: _note(len(notes) + i, c, years, language, link(c)) for i, c in enumerate(part.citations, 1)}
        notes += own.values()
        blocks += _blocks(part, own, language, shown)
    references = tuple(reference(report, years[document], language) for document, report in reports.items())
    return Exported(title or text("app_title", language), tuple(blocks), tuple(notes), references, language)


def label_key(series: Series) -> str:
    """The key of the heading over a series' labels: what it runs over."""
    return "series_year" if all(figure.label[:4].isdigit() for figure in series.figures) else "series_group"


def _note(number: int, citation: Citation, years: dict[str, str], language: str, link: str) -> Note:
    source = in_text(citation, years[citation.passage.document], language)
    return Note(number, as_quoted(citation), source, citation.report.language if citation.report else language, link)


def _blocks(answer: Answer, notes: dict[int, Note], language: str, shown: Arranged | None) -> Iterator[Block]:
    if answer.question:
        yield Line(Style.QUESTION, answer.question, language=answer.language)
    understood = understood_said(answer)
    if understood:
        yield Line(Style.REMARK, understood, language=answer.language)
    if said := digest_said(answer):
        yield Line(Style.REMARK, said, language=answer.language)
    for said in filter(None, (answer.reply, verdict_said(answer), nearest_said(answer))):
        yield Line(Style.PARAGRAPH, said, language=answer.language)
    named = {id(point): f" ({by})" if by else "" for point, by in zip(answer.points, bylines(answer), strict=True)}
    for key, points in parts_of(answer):
        if key:
            yield Line(Style.HEADING, text(key, language), language=language)
        for point in points:
            borne_by = tuple(notes[n] for n in point.citations if n in notes)
            style = Style.BULLET if key else Style.PARAGRAPH
            spoken = borne_by[0].language if borne_by else answer.language
            said, items = (point.text, ()) if key else (point.opening, point.items)
            yield Line(style, said + named[id(point)], borne_by, spoken)
            yield from (Line(Style.BULLET, item, language=spoken) for item in items)
    if shown:
        yield from (_chosen(name or answer.theme, rows, shown, notes, language) for name, rows in shown.groups)
    elif answer.rows:
        yield _rows(answer, notes, language)
    for series in answer.series:
        yield _grid(series, notes, language)
        yield from (Line(Style.REMARK, note, language=language) for note in series.notes)
    notes_below = (note for note in answer.notes if note != understood)
    yield from (Line(Style.REMARK, note, language=answer.language) for note in notes_below)
    if answer.written_by:
        yield Line(Style.REMARK, text("written_by", language, model=answer.written_by), language=language)


def _rows(answer: Answer, notes: dict[int, Note], language: str) -> Grid:
    """The rows of an overview, a summary or a comparison: who, when, and each cell a verbatim quote."""
    sided, keys = columns(answer)
    rows = []
    for row in answer.rows:
        quoted = (row.quote,) if "row_quote" in keys else (row.finding, row.recommendation)
        mentions = "" if row.core else f" ({text('row_mentions', language)})"
        cells = [
            *([row.side] if sided else []),
            named(row) + mentions,
            by(row),
            *(q.quote if q else "" for q in quoted),
        ]
        rows.append((tuple(cells), tuple(notes[one.n] for one in row.cited if one.n in notes)))
    header = tuple(text(key, language) for key in (*sided, "row_study", "row_by", *keys))
    return Grid(answer.theme, header, tuple(rows), language)


def _chosen(caption: str, rows: Sequence[Row], shown: Arranged, notes: dict[int, Note], language: str) -> Grid:
    """The rows of a group in the columns that were chosen; a quote that is not among them is no source either."""
    keys = ("row_study", *shown.columns)
    lines = []
    for row in rows:
        values = [value(key, row, language) for key in keys]
        said = beneath(row, shown.columns, language)
        name = f"{values[0]} · {said}" if said else str(values[0])
        cells = (name, *("" if one is None else str(one) for one in values[1:]))
        lines.append((cells, tuple(notes[one.n] for one in shown.cited(row) if one.n in notes)))
    return Grid(caption, tuple(text(key, language) for key in keys), tuple(lines), language)


def _grid(series: Series, notes: dict[int, Note], language: str) -> Grid:
    rows = tuple(
        ((figure.label, figure.value, figure.counted), (notes[figure.citation],) if figure.citation in notes else ())
        for figure in series.figures
    )
    unit = f" ({series.unit})" if series.unit else ""
    header = (
        text(label_key(series), language),
        text("series_value", language) + unit,
        text("series_counted", language),
    )
    return Grid(series.measure, header, rows, language)
