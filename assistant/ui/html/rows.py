"""The rows of an overview, a list or a comparison as a table, a study's summary as lists, each with its marker."""

from collections.abc import Callable, Sequence
from html import escape

from assistant.models import Answer, Citation, Request, Row
from assistant.rendering.arranging import SOURCE, Arranged, beneath, kind_name, quotes_of
from assistant.rendering.formats import capitalised
from assistant.rendering.rows import beside, is_shared, named
from assistant.rendering.sources import titled
from assistant.texts import text
from assistant.ui.html.markup import keep_table, kept_reference, language_of, reference, tag, words
from assistant.ui.html.sources import where
from assistant.ui.html.tables import quoted, table

AT_ONCE = 10  # rows that a conversation shows; the others are folded away
_PARTS = (("findings", "finding"), ("recommendations", "recommendation"))


def rows_html(answer: Answer, key: str, language: str) -> str:
    """The rows drawn; empty where the answer has none. `key` is its turn's id, `language` the page's."""
    if not answer.rows:
        return ""
    drawn = _Drawn(key, language)
    keep = keep_table(key, "rows", language)
    if answer.request is Request.SUMMARY and len({(row.document, named(row)) for row in answer.rows}) == 1:
        return drawn.one(answer.rows) + keep
    if answer.request is Request.COMPARISON:
        kind = "ka-rows ka-beside" if len({row.side for row in answer.rows}) == 2 else "ka-rows"
        return drawn.laid_out(_title(answer), drawn.sides(answer.rows), kind) + keep
    is_of_quotes = answer.rows[0].quote is not None
    return drawn.folded(answer, drawn.quotes if is_of_quotes else drawn.studies) + keep


def arranged_html(answer: Answer, shown: Arranged, key: str, language: str) -> str:
    """The rows in the columns and groups that were chosen."""
    drawn = _Drawn(key, language)
    body = drawn.head(("row_study", *shown.columns), [row for _, rows in shown.groups for row in rows])
    for name, rows in shown.groups:
        lines = "".join(tag("tr", drawn.chosen(row, shown.columns)) for row in rows)
        if name:
            said = f"{name} ({len(rows)})"
            lines = tag("tr", tag("th", escape(said), scope="rowgroup", colspan=len(shown.columns) + 1)) + lines
        body += tag("tbody", lines)
    return drawn.laid_out(_title(answer), body)


def _title(answer: Answer) -> str:
    return capitalised(answer.theme or answer.question)


class _Drawn:
    """The bodies of the tables, and the lists."""

    def __init__(self, key: str, language: str) -> None:
        self._key, self._language = key, language

    def one(self, rows: Sequence[Row]) -> str:
        """What one study or chapter found and recommends, as an answer's parts are."""
        parts = []
        for name, field in _PARTS:
            quotes = [quote for row in rows if (quote := getattr(row, field))]
            if quotes:
                points = "".join(tag("li", self._said(quote)) for quote in quotes)
                heading = tag("h3", escape(text(name, self._language)))
                parts.append(tag("section", heading + tag("ul", points), class_=f"ka-part ka-{name}"))
        return tag("div", "".join(parts), class_="ka-answer")

    def folded(self, answer: Answer, body: Callable[[Sequence[Row]], str]) -> str:
        """The first rows as a table, those about the theme before those that mention it; what is left folded away."""
        core, rest = ([row for row in answer.rows if row.core is is_core] for is_core in (True, False))
        first, mentions = (core, rest) if core else (rest, [])
        title = _title(answer)
        drawn = self.laid_out(title, body(first[:AT_ONCE]))
        for key, rows in (("rows_more", first[AT_ONCE:]), ("group_mentions", mentions)):
            if rows:
                said = f"{text(key, self._language)} ({len(rows)})"
                more = tag("summary", escape(said)) + self.laid_out(f"{title}: {said}", body(rows))
                drawn += tag("details", more, class_="ka-more")
        return drawn

    def laid_out(self, title: str, body: str, kind: str = "ka-rows") -> str:
        """The table around these lines."""
        return tag("div", table(title, body, self._language), class_=kind)

    def studies(self, rows: Sequence[Row]) -> str:
        """A study or chapter a line, with what it found and recommends."""
        held = [(row, quotes_of(row)) for row in rows]
        keys = [key for key in ("row_finding", "row_recommendation") if any(quotes[key] for _, quotes in held)]
        lines = [self._name(row) + "".join(self._quote(quotes[key], key) for key in keys) for row, quotes in held]
        return self._body(("row_study", *keys), lines, rows)

    def quotes(self, rows: Sequence[Row]) -> str:
        """A quote a line, with the study that it is from."""
        lines = [self._name(row) + self._quote(row.quote, "row_quote") for row in rows]
        return self._body(("row_study", "row_quote"), lines)

    def sides(self, rows: Sequence[Row]) -> str:
        """A column a side; what stands in one line is alike."""
        sides = list(dict.fromkeys(row.side for row in rows))
        head = "".join(tag("th", escape(side), scope="col") for side in sides)
        lines = []
        for held in beside(rows):
            found = {row.side: row for row in held}
            if is_shared(held, sides):
                lines.append(self._both(held[0], " · ".join(sides), len(sides)))
            else:
                lines.append("".join(self._both(found.get(side), side) for side in sides))
        return tag("thead", tag("tr", head)) + tag("tbody", "".join(tag("tr", line) for line in lines))

    def head(self, keys: Sequence[str], rows: Sequence[Row] = ()) -> str:
        """The headings of these columns; one that few of the rows fill takes less room than the others."""
        held = [quotes_of(row) for row in rows]
        filled = {key: sum(bool(quotes.get(key)) for quotes in held) for key in keys if held and key in held[0]}
        narrow = {key for key, count in filled.items() if 2 * count < len(held) and count < max(filled.values())}
        cells = "".join(
            tag("th", escape(text(key, self._language)), scope="col", class_="ka-few" if key in narrow else None)
            for key in keys
        )
        return tag("thead", tag("tr", cells))

    def chosen(self, row: Row, keys: Sequence[str]) -> str:
        """A row in these columns, the study before them."""
        quotes = quotes_of(row)
        cells = [self._name(row, keys)]
        for key in keys:
            if key in quotes:
                cells.append(self._quote(quotes[key], key))
            elif key == SOURCE:
                cells.append(self._fact(key, self._places(row.cited)))
            else:
                said = kind_name(row, self._language) if key == "row_kind" else getattr(row, key.removeprefix("row_"))
                cells.append(self._fact(key, escape(str(said or ""))))
        return "".join(cells)

    def _fact(self, key: str, content: str) -> str:
        return tag("td", content, data_column=text(key, self._language) if content else None)

    def _places(self, cited: Sequence[Citation]) -> str:
        """Which report the quotes stand in, and where, each with its marker."""
        titles = dict.fromkeys(titled(one.passage.title, one.passage.is_digest, self._language) for one in cited)
        places: dict[str, list[str]] = {}
        for one in cited:
            places.setdefault(where(one, self._language), []).append(reference(one, self._key, self._language))
        marked = (f"{escape(at)} {' '.join(markers)}".lstrip() for at, markers in places.items())
        return escape(", ".join(titles)) + " " + ", ".join(marked) if cited else ""

    def _body(self, keys: Sequence[str], lines: Sequence[str], rows: Sequence[Row] = ()) -> str:
        return self.head(keys, rows) + tag("tbody", "".join(tag("tr", line) for line in lines))

    def _name(self, row: Row, keys: Sequence[str] = ()) -> str:
        """The study or chapter with who and when, and whether it only mentions the theme."""
        said = beneath(row, keys, self._language)
        below = tag("span", escape(said), class_="ka-row-by") if said else ""
        return tag("th", escape(named(row)) + below, scope="row")

    def _quote(self, citation: Citation | None, column: str) -> str:
        said = text(column, self._language)  # beside the words where there is no room for columns
        return tag("td", self._said(citation), data_column=said) if citation else tag("td")

    def _both(self, row: Row | None, side: str, columns: int | None = None) -> str:
        quotes = (self._said(one) for one in row.cited) if row else ()
        return tag("td", "<br>".join(quotes), data_column=side if row else None, colspan=columns)

    def _said(self, citation: Citation) -> str:
        said = tag("span", words(quoted(citation)), lang=language_of(citation.report, self._language), class_="ka-said")
        return said + "\N{NO-BREAK SPACE}" + kept_reference(citation, self._key, self._language)
