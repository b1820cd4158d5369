"""An answer as HTML: how far it goes, its points by part with their markers, its notes, the quotes for the markers."""

from collections.abc import Sequence
from html import escape
from itertools import groupby

from assistant.answer.asked import asked_figure
from assistant.language.sentences import split_sentences
from assistant.models import Answer, Citation, Point, Request, Verdict
from assistant.overview.answering import looked_said, told_rows
from assistant.rendering.answer import (
    bylines,
    digest_words,
    nearest_said,
    parts_of,
    rests_on_digests,
    source_line,
    understood_said,
    verdict_said,
)
from assistant.texts import text
from assistant.ui.html.markup import language_of, references, tag, with_keeping, words
from assistant.ui.html.tables import headings_of, quoted, rows_table

_LONGEST_TIP = 320  # characters
_SHORT_NAME = 20  # characters of a name and year that are not broken
_STATES = {
    Verdict.ANSWERED: "answered",
    Verdict.PARTLY: "partly",
    Verdict.NOT_ANSWERED: "not_answered",
    Verdict.WRONG_PREMISE: "wrong_premise",
}


def answer_html(answer: Answer, key: str, language: str) -> str:
    """The answer's words; `key` sets its ids apart from another's, `language` is the page's.

    How a follow-up was understood stands first; then how far the question is answered, with the notes on why where it
    is not wholly; then that the answer rests on digests, where it does.

    What we say in an answer is in the answer's language, what a report says in the report's.
    """
    drawn = _Drawn(answer, key)
    parts = [drawn.understood(), drawn.state(), drawn.digests()]
    for name, points in parts_of(answer):
        said = drawn.points(points, leads=not name)
        if name == "aside" and said:
            summary = tag("summary", f"{escape(text(name, answer.language))} ({len(points)})")
            parts.append(tag("details", summary + said, class_="ka-more ka-aside"))
        elif name and said:
            parts.append(tag("section", tag("h3", text(name, answer.language)) + said, class_=f"ka-part ka-{name}"))
        else:
            parts.append(said)
    own = answer.language if answer.language != language else None
    return tag("div", "".join(parts) + drawn.tips(), class_="ka-answer", data_answer=key, lang=own)


def is_answered(answer: Answer) -> bool:
    """Whether the answer needs no words on how far it goes."""
    return not verdict_said(answer)


def notes_html(answer: Answer, language: str) -> str:
    """Words about what was looked through and what is missing; empty where there are none.

    How much was gone through for a table is said in the page's language, as the table's headings are.
    """
    own = answer.language if answer.language != language else None
    said_above = understood_said(answer)
    looked, rows = answer.looked_through, told_rows(answer.rows)
    counted = (looked_said(looked, rows, one) for one in (answer.language, language)) if looked else ((), ())
    ours = dict(zip(*counted, strict=True))
    notes = "".join(
        tag("li", escape(ours.get(note, note)), lang=None if note in ours else own)
        for note in answer.notes
        if note != said_above
    )
    return tag("ul", notes, class_="ka-notes") if notes else ""


class _Drawn:
    """The pieces of one answer."""

    def __init__(self, answer: Answer, key: str) -> None:
        self._answer, self._key = answer, key
        self._citations = {citation.n: citation for citation in answer.citations}
        self._bylines = {id(point): by for point, by in zip(answer.points, bylines(answer), strict=True)}
        self._charted = {figure.citation for series in answer.series for figure in series.figures}

    def understood(self) -> str:
        said = understood_said(self._answer)
        return tag("p", escape(said), class_="ka-understood") if said else ""

    def state(self) -> str:
        """How far the question is answered at a glance: a word, a sign and a colour; a sentence where it is not."""
        answer = self._answer
        if not answer.abstained and (answer.request is not Request.QUESTION or not answer.points):
            return ""
        unsaid = answer.abstained and answer.verdict in (Verdict.ANSWERED, Verdict.PARTLY)
        state = _STATES[Verdict.NOT_ANSWERED if unsaid else answer.verdict]
        word = tag("strong", text(f"state_{state}", answer.language), class_=f"ka-state ka-{state.replace('_', '-')}")
        said = verdict_said(answer)
        if not said:
            return tag("p", word, class_="ka-verdict")
        nearest = nearest_said(answer)
        held = tag("p", f"{word} {escape(said)}") + notes_html(answer, answer.language)
        return tag("div", held, class_="ka-verdict") + (tag("p", nearest, class_="ka-own") if nearest else "")

    def digests(self) -> str:
        """That the answer rests on digests alone, in a line; what to do about it behind it."""
        if not rests_on_digests(self._answer):
            return ""
        said, more = map(escape, digest_words(self._answer))
        return tag("details", tag("summary", said) + tag("p", more), class_="ka-notice")

    def points(self, points: Sequence[Point], *, leads: bool) -> str:
        """The points of a part: a lead as paragraphs, the others as a list; table rows as tables in their place.

        Rows whose figures are all in a chart stand there alone.
        """
        shown = [point for point in points if leads or not self._is_charted(point)]
        return "".join(self._run(list(run), leads=leads) for _, run in groupby(shown, key=self._table_of))

    def tips(self) -> str:
        """The quote of each citation, shown where its marker is pointed at."""
        return "".join(
            tag(
                "div",
                self._tip(citation, self._answer.language),
                class_="ka-tip",
                id=f"ka-tip-{self._key}-{citation.n}",
                role="tooltip",
                hidden="",
            )
            for citation in self._answer.citations
        )

    def _tip(self, citation: Citation, language: str) -> str:
        quote = quoted(citation)
        if len(quote) > _LONGEST_TIP:
            quote = quote[:_LONGEST_TIP].rsplit(" ", 1)[0] + " …"
        # A digest's words are no report's, and a row is laid out by us: neither stands between quotation marks.
        is_verbatim = not citation.passage.is_digest and not citation.passage.cells
        said = tag("q" if is_verbatim else "span", words(quote), lang=language_of(citation.report, language))
        return said + tag("span", escape(source_line(citation, language)), class_="ka-tip-source")

    def _run(self, points: list[Point], *, leads: bool) -> str:
        rows = [self._row(point) for point in points]
        if rows[0] is not None and not self._is_charted(points[0]):
            by = self._bylines[id(points[0])]
            return rows_table([row for row in rows if row], self._key, self._answer.language, by)
        if leads:
            answers = not self._answer.abstained and points[0] is self._answer.points[0]
            said = (self._point(point, leads=answers and i == 0) for i, point in enumerate(points))
            return "".join(
                tag("p", one, class_="ka-lead") + self._items(point) for one, point in zip(said, points, strict=True)
            )
        return tag("ul", "".join(tag("li", self._point(point) + self._items(point)) for point in points))

    def _items(self, point: Point) -> str:
        """The items of the list that the point is, below what leads into them."""
        lang = self._spoken(point)
        return tag("ul", "".join(tag("li", words(one), lang=lang) for one in point.items)) if point.items else ""

    def _spoken(self, point: Point) -> str | None:
        """The language of a quote; None where the words are ours."""
        first = next((self._citations[n] for n in point.citations if n in self._citations), None)
        return language_of(first.report, self._answer.language) if first and not self._answer.written_by else None

    def _point(self, point: Point, *, leads: bool = False) -> str:
        cited = [self._citations[n] for n in point.citations if n in self._citations]
        lang = self._spoken(point)
        ours = _about(point, cited) if not self._answer.written_by else ""
        before = tag("span", f"{escape(ours)}:", class_="ka-own") + " " if ours else ""
        plain = point.opening.removeprefix(f"[{ours}] ") if ours else point.opening
        said = tag("span", self._leading(plain, cited) if leads else words(plain), lang=lang)
        by = self._bylines[id(point)]
        if by:
            name = f"({by})" if len(by) > _SHORT_NAME else f"({by})".replace(" ", "\N{NO-BREAK SPACE}")
            said += " " + tag("span", escape(name), class_="ka-by")
        markers = references(point.citations, self._citations, self._key, self._answer.language)
        number = next(number for number, one in enumerate(self._answer.points) if one is point)
        kept = with_keeping(
            markers, point.citations, self._key, f"point-{number}", self._answer.language, said=point.text
        )
        return before + said + kept

    def _leading(self, said: str, cited: Sequence[Citation]) -> str:
        """The first sentence, which answers, with the figure that is asked for, and what follows it."""
        sentences = split_sentences(said)
        end = sentences[1].start if len(sentences) > 1 else len(said)
        first, rest = said[:end], said[end:]
        asked, year = self._answer.asked_as or self._answer.question, cited[0].passage.year if cited else None
        figure = asked_figure(first, asked, year)
        shown = words(first)
        if figure:
            start, stop = figure
            shown = words(first[:start]) + tag("b", words(first[start:stop])) + words(first[stop:])
        return tag("span", shown, class_="ka-first") + words(rest)

    def _row(self, point: Point) -> Citation | None:
        """The table row that the point is, where it is one and nothing else."""
        if self._answer.written_by or len(point.citations) != 1:
            return None
        citation = self._citations.get(point.citations[0])
        return citation if citation and len(citation.passage.cells) > 1 else None

    def _is_charted(self, point: Point) -> bool:
        return self._row(point) is not None and point.citations[0] in self._charted

    def _table_of(self, point: Point) -> Sequence[object]:
        row = self._row(point)
        return (self._is_charted(point), *headings_of(row.passage)) if row else ()


def _about(point: Point, cited: Sequence[Citation]) -> str:
    """What the point's statement is about, where the answer says it before the report's words; empty where not."""
    spans = (span for one in cited[:1] for span in one.passage.spans if span.start == one.start and span.about)
    return next((span.about for span in spans if point.text.startswith(f"[{span.about}] ")), "")
