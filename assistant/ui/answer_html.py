"""An answer as HTML: its verdict, its points by part with their markers, its notes, and the quotes for the markers."""

from html import escape
from itertools import groupby

from assistant.models import Answer, Citation, Part, Point
from assistant.render import HEADED, bylines, nearest_said, source_line, understood_said, verdict_said
from assistant.texts import text
from assistant.ui.markup import keep_button, kind_and_year, language_of, references, tag, words
from assistant.ui.tables import headings_of, rows_table

_LONGEST_TIP = 320  # characters
_SHORT_NAME = 20  # characters of a name and year that are not broken


def answer_html(answer: Answer, key: str, language: str) -> str:
    """The answer's words; `key` sets its ids apart from another's, `language` is the page's.

    How a follow-up was understood stands first; then, where the question is not wholly answered, the notes on why.

    What we say in an answer is in the answer's language, what a report says in the report's.
    """
    drawn = _Drawn(answer, key)
    parts = [drawn.understood(), drawn.verdict(), drawn.part(Part.LEAD)]
    for part, name in HEADED:
        if any(point.part is part for point in answer.points):
            heading = tag("h3", text(name, answer.language))
            parts.append(tag("section", heading + drawn.part(part), class_=f"ka-part ka-{name}"))
    own = answer.language if answer.language != language else None
    return tag("div", "".join(parts) + drawn.tips(language), class_="ka-answer", data_answer=key, lang=own)


def is_answered(answer: Answer) -> bool:
    """Whether the answer needs no words on how far it goes."""
    return not verdict_said(answer)


def notes_html(answer: Answer, language: str) -> str:
    """Words about what was looked through and what is missing; empty where there are none."""
    own = answer.language if answer.language != language else None
    said_above = understood_said(answer)
    notes = "".join(tag("li", escape(note)) for note in answer.notes if note != said_above)
    return tag("ul", notes, class_="ka-notes", lang=own) if notes else ""


class _Drawn:
    """The pieces of one answer."""

    def __init__(self, answer: Answer, key: str) -> None:
        self._answer, self._key = answer, key
        self._citations = {citation.n: citation for citation in answer.citations}
        self._bylines = {id(point): by for point, by in zip(answer.points, bylines(answer), strict=True)}

    def understood(self) -> str:
        said = understood_said(self._answer)
        return tag("p", escape(said), class_="ka-understood") if said else ""

    def verdict(self) -> str:
        answer = self._answer
        verdict, nearest = verdict_said(answer), nearest_said(answer)
        if not verdict:
            return ""
        said = tag("strong", verdict) + notes_html(answer, answer.language)
        return tag("div", said, class_="ka-verdict") + (tag("p", nearest) if nearest else "")

    def part(self, part: Part) -> str:
        """The points of a part: a lead as paragraphs, the others as a list; table rows as tables in their place."""
        points = [point for point in self._answer.points if point.part is part]
        return "".join(self._run(list(run), part) for _, run in groupby(points, key=self._table_of))

    def tips(self, language: str) -> str:
        """The quote of each citation, shown where its marker is pointed at."""
        return "".join(
            tag(
                "div",
                self._tip(citation, language),
                class_="ka-tip",
                id=f"ka-tip-{self._key}-{citation.n}",
                role="tooltip",
                hidden="",
            )
            for citation in self._answer.citations
        )

    def _tip(self, citation: Citation, language: str) -> str:
        quote = citation.quote
        if len(quote) > _LONGEST_TIP:
            quote = quote[:_LONGEST_TIP].rsplit(" ", 1)[0] + " …"
        return tag("q", words(quote), lang=language_of(citation.report, language)) + tag(
            "span",
            escape(f"{_kind(citation, language)}{source_line(citation, language)}"),
            class_="ka-tip-source",
        )

    def _run(self, points: list[Point], part: Part) -> str:
        rows = [self._row(point) for point in points]
        if rows[0] is not None:
            by = self._bylines[id(points[0])]
            return rows_table([row for row in rows if row], self._key, self._answer.language, by)
        if part is Part.LEAD:
            return "".join(tag("p", self._point(point), class_="ka-lead") for point in points)
        return tag("ul", "".join(tag("li", self._point(point)) for point in points))

    def _point(self, point: Point) -> str:
        first = next((self._citations[n] for n in point.citations if n in self._citations), None)
        quoted = first is not None and not self._answer.written_by
        lang = language_of(first.report, self._answer.language) if first and quoted else None
        said = tag("span", words(point.text), lang=lang)
        by = self._bylines[id(point)]
        if by:
            name = f"({by})" if len(by) > _SHORT_NAME else f"({by})".replace(" ", "\N{NO-BREAK SPACE}")
            said += " " + tag("span", escape(name), class_="ka-by")
        markers = references(point.citations, self._citations, self._key, self._answer.language)
        number = next(number for number, one in enumerate(self._answer.points) if one is point)
        return said + markers + keep_button(self._key, f"point-{number}", self._answer.language)

    def _row(self, point: Point) -> Citation | None:
        """The table row that the point is, where it is one and nothing else."""
        if self._answer.written_by or len(point.citations) != 1:
            return None
        citation = self._citations.get(point.citations[0])
        return citation if citation and len(citation.passage.cells) > 1 else None

    def _table_of(self, point: Point) -> tuple[str, ...]:
        row = self._row(point)
        return headings_of(row.passage) if row else ()


def _kind(citation: Citation, language: str) -> str:
    kind = kind_and_year(citation.report, citation.passage.year, language)
    return f"{kind}: " if kind and kind.casefold() not in citation.passage.title.casefold() else ""
