"""Table rows that an answer cites, shown as the tables that they are."""

import re
from collections.abc import Sequence
from html import escape

from assistant.models import Citation, Passage
from assistant.statements import pairs_of
from assistant.texts import text
from assistant.ui.html.markup import kept_reference, language_of, tag

_NUMBER = re.compile(r"[\d\s.,%*–-]+")
_PROSE = 60  # characters; a value with more is read, not compared


def headings_of(passage: Passage) -> tuple[str, ...]:
    """What the rows of one table have in common."""
    return (passage.document, title_of(passage), *(heading for heading, _ in passage.cells))


def title_of(passage: Passage) -> str:
    """The table's title as the report has it, or else the heading that it stands under."""
    above = passage.text.split("\n")[:-1]
    columns = " | ".join(heading for heading, _ in passage.cells if heading)
    return next((line for line in above[:1] if line != columns), passage.path[-1] if passage.path else passage.title)


def rows_table(rows: Sequence[Citation], key: str, language: str, by: str = "") -> str:
    """Rows of the same table, each with its marker; one row alone stands upright, which fits a phone.

    `by` says whose table it is.
    """
    passage, report = rows[0].passage, rows[0].report
    body = _upright(rows[0], key, language) if len(rows) == 1 else _lying(rows, key, language)
    title = f"{title_of(passage)} ({by})" if by else title_of(passage)
    drawn = table(title, body, language, language_of(report, language))
    is_prose = len(rows) > 1 and any(len(value) > _PROSE for row in rows for _, value in row.passage.cells[1:])
    return tag("div", drawn, class_="ka-rows") if is_prose else drawn


def table(
    title: str, body: str, language: str, words_language: str | None = None, *, is_titled_above: bool = False
) -> str:
    """A table that scrolls by itself where it is too wide, by keyboard too; `title` unseen where it stands above."""
    caption = tag("caption", escape(title), class_="ka-unseen" if is_titled_above else None)
    label = text("table_of", language, title=title)
    held = tag("table", caption + body, lang=words_language, class_="ka-table")
    return tag("div", held, class_="ka-scroll", role="region", tabindex=0, aria_label=label)


def quoted(citation: Citation) -> str:
    """A quote where it stands outside of its table: of a row, each value behind what its column is headed."""
    return pairs_of(citation.passage) or citation.quote


def cell(value: str, column: str | None = None, *, is_marked: bool = False) -> str:
    """One value, with its column's heading where lines may stand on end; a number is never broken at its spaces."""
    content = tag("mark", escape(value)) if is_marked and value else escape(value)
    if len(value) > _PROSE:
        content = tag("span", content, class_="ka-said")
    return tag("td", content, class_="ka-figure" if _NUMBER.fullmatch(value) else None, data_column=column or None)


def _upright(row: Citation, key: str, language: str) -> str:
    (_, label), *rest = row.passage.cells
    head = tag("tr", tag("th", escape(label) + " " + kept_reference(row, key, language), scope="colgroup", colspan=2))
    lines = [
        tag("tr", tag("th", escape(heading), scope="row") + cell(value)) for heading, value in rest if value or heading
    ]
    return tag("thead", head) + tag("tbody", "".join(lines))


def _lying(rows: Sequence[Citation], key: str, language: str) -> str:
    columns = [heading for heading, _ in rows[0].passage.cells]
    head = "".join(tag("th", escape(heading), scope="col") if heading else tag("td") for heading in columns)
    head += tag("th", text("table_source", language), scope="col")
    return tag("thead", tag("tr", head)) + tag("tbody", "".join(_line(row, key, language) for row in rows))


def _line(row: Citation, key: str, language: str) -> str:
    (_, label), *rest = row.passage.cells
    values = "".join(cell(value, heading) for heading, value in rest)
    return tag("tr", tag("th", escape(label), scope="row") + values + tag("td", kept_reference(row, key, language)))
