"""The rows of an overview, a list, a summary or a comparison as one table, each quote with its marker."""

from collections.abc import Sequence
from html import escape

from assistant.models import Answer, Citation, Request, Row
from assistant.rows import beside, named
from assistant.texts import text
from assistant.ui.markup import keep_button, language_of, reference, tag, words
from assistant.ui.tables import table


def rows_html(answer: Answer, key: str, language: str) -> str:
    """The table; empty where the answer has no rows. `key` is its turn's id, `language` the page's."""
    if not answer.rows:
        return ""
    drawn = _Drawn(key, language)
    title = answer.theme or answer.question
    keep = tag("p", keep_button(key, "rows", language) + escape(text("keep_table", language)), class_="ka-keep-table")
    if answer.request is Request.COMPARISON:
        return table(title, drawn.sides(answer.rows), language) + keep
    if answer.rows[0].quote is not None:
        return table(title, drawn.quotes(answer.rows), language) + keep
    return table(title, drawn.studies(answer.rows), language) + keep


class _Drawn:
    """The bodies of the tables."""

    def __init__(self, key: str, language: str) -> None:
        self._key, self._language = key, language

    def studies(self, rows: Sequence[Row]) -> str:
        """A study or chapter a line, with what it found and recommends."""
        lines = [
            self._name(row) + self._by(row) + self._quote(row.finding) + self._quote(row.recommendation) for row in rows
        ]
        return self._body(("row_study", "row_by", "row_year", "row_finding", "row_recommendation"), lines)

    def quotes(self, rows: Sequence[Row]) -> str:
        """A quote a line, with the study that it is from."""
        lines = [self._name(row) + self._by(row) + self._quote(row.quote) for row in rows]
        return self._body(("row_study", "row_by", "row_year", "row_quote"), lines)

    def sides(self, rows: Sequence[Row]) -> str:
        """A column a side; what stands in one line is alike."""
        sides = list(dict.fromkeys(row.side for row in rows))
        head = "".join(tag("th", escape(side), scope="col") for side in sides)
        lines = []
        for held in beside(rows):
            found = {row.side: row for row in held}
            lines.append("".join(self._both(found.get(side)) for side in sides))
        return tag("thead", tag("tr", head)) + tag("tbody", "".join(tag("tr", line) for line in lines))

    def _body(self, keys: Sequence[str], lines: Sequence[str]) -> str:
        head = "".join(tag("th", escape(text(key, self._language)), scope="col") for key in keys)
        return tag("thead", tag("tr", head)) + tag("tbody", "".join(tag("tr", line) for line in lines))

    def _name(self, row: Row) -> str:
        mark = "" if row.core else " " + tag("span", f"({text('row_mentions', self._language)})", class_="ka-by")
        return tag("th", escape(named(row)) + mark, scope="row")

    def _by(self, row: Row) -> str:
        return tag("td", escape(row.by or "")) + tag("td", str(row.year or ""), class_="ka-figure")

    def _quote(self, citation: Citation | None) -> str:
        return tag("td", self._said(citation)) if citation else tag("td")

    def _both(self, row: Row | None) -> str:
        quotes = (self._said(one) for one in row.cited) if row else ()
        return tag("td", "<br>".join(quotes))

    def _said(self, citation: Citation) -> str:
        lang = language_of(citation.report, self._language)
        said = tag("span", words(citation.quote), lang=lang, class_="ka-said")
        marker = "\N{NO-BREAK SPACE}" + reference(citation, self._key, self._language)
        return said + marker + keep_button(self._key, f"source-{citation.n}", self._language)
