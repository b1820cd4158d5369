"""What is asked of the answer just given, answered by arranging it anew: no search, no words that it has not."""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from assistant.answer.quotes import can_be_quoted, cite, shown
from assistant.export.references import in_text, reference, reported, year_labels
from assistant.language.numerals import ORDERED, count_of
from assistant.language.words import word_terms, words
from assistant.models import Answer, Citation, Part, Point, Request, Verdict
from assistant.rendering.rows import escape
from assistant.statements import Statement
from assistant.texts import text

_MOST = 8  # statements of a passage that are shown as more of it
_NUMBER = re.compile(r"\d+")
# "Punkt 3", "nr. 3", "3. punkt", and a number that the turn ends with; any other is one that a point tells of.
_POINT = re.compile(
    r"\b(?:punkt(?:et)?|point|nummer|number|nr\.?|no\.)\s+(?P<after>\w+)|(?P<before>\w+)(?=\.? (?:punkt|point))", re.I
)
_BARE = re.compile(r"(?<![\w.,])\d{1,2}(?=[\s?!.]*$)")
_LAST = re.compile(r"\b(?:(?P<but_one>nest|next to|second to)\s+)?(?:siste|sist|last)\b(?!\s+(?:år|year))", re.I)
_OF_WHAT = re.compile(r"\b(?:om|about)\b", re.I)
_SIMPLER, _TRANSLATE = "simpler", "translate"
REWORDED = (_SIMPLER, _TRANSLATE)  # kinds that a language model does, where one is set


def about(kind: str, typed: str, before: Answer | None, language: str) -> Answer:
    """`before` arranged as a turn of this kind asks ("shorter", "where", "only_findings" …), in `language`.

    Where there is nothing to arrange, or it takes a language model, the reply says so and what can be done.
    """
    if before is None or not before.citations or not before.points:
        of_table = "about_table_where" if kind == "where" else "about_table"
        said = text(of_table if before is not None and before.rows else "about_none", language)
        return Answer(typed, (), (), (), language=language, request=Request.ABOUT_ANSWER, reply=said)
    arrange = _ARRANGED.get(kind, _shorter)
    said, points, citations = arrange(_Turn(typed, before, language))
    used = {n for point in points for n in point.citations}
    return replace(
        before,
        question=typed,
        asked_as="",
        points=tuple(points),
        citations=tuple(one for one in citations if one.n in used),
        notes=(),
        series=before.series if kind == "figures" else (),
        abstained=False,
        verdict=Verdict.ANSWERED,
        written_by="",
        language=language,
        request=Request.ABOUT_ANSWER,
        reply=said or text(f"about_{kind or 'which'}", language),
        suggested=(),
    )


_Arranged = tuple[str, Sequence[Point], Sequence[Citation]]


@dataclass(frozen=True, slots=True)
class _Turn:
    """What was typed, in which language, and the answer before it."""

    typed: str
    before: Answer
    language: str

    @property
    def told(self) -> list[Point]:
        """The points that answer, without those that stand aside."""
        return [point for point in self.before.points if not point.aside]


def _all(turn: _Turn) -> _Arranged:
    return "", turn.before.points, turn.before.citations


def _sure(turn: _Turn) -> _Arranged:
    doubted = turn.before.abstained or turn.before.verdict is not Verdict.ANSWERED
    said = [text("about_unsure" if doubted else "about_sure", turn.language), *turn.before.notes[:-1]]
    return "\n\n".join(said), turn.before.points[:1], turn.before.citations


def _shorter(turn: _Turn) -> _Arranged:
    return "", turn.before.points[:1], turn.before.citations


def _simpler(turn: _Turn) -> _Arranged:
    shortest = min(turn.told, key=lambda point: len(point.text))
    return "", [replace(shortest, part=Part.LEAD)], turn.before.citations


def _only(part: Part) -> Callable[[_Turn], _Arranged]:
    def arranged(turn: _Turn) -> _Arranged:
        kinds = {citation.n: citation.passage.kind.value for citation in turn.before.citations}
        points = [one for one in turn.before.points if one.part is part or kinds.get(one.citations[0]) == part.value]
        if not points:
            return text(f"about_no_only_{part.value}", turn.language), (), ()
        return "", [replace(point, part=part, aside=False) for point in points], turn.before.citations

    return arranged


def _figures(turn: _Turn) -> _Arranged:
    points = [replace(point, aside=False) for point in turn.before.points if _NUMBER.search(point.text)]
    if not points and not turn.before.series:
        return text("about_no_figures", turn.language), (), ()
    return "", points or turn.before.points[:1], turn.before.citations


def _point(turn: _Turn) -> _Arranged:
    """More of the passage that the point stands in."""
    number = _numbered(turn.typed, turn.before.points)
    if number > len(turn.before.points):
        return text("about_no_point", turn.language, number=number), (), ()
    points, citations = _more(turn.before, turn.before.points[number - 1 : number])
    return text("about_point", turn.language, number=number), points, citations


def _longer(turn: _Turn) -> _Arranged:
    points, citations = _more(turn.before, turn.told)
    return "", points, citations


def _paragraph(turn: _Turn) -> _Arranged:
    """The quotes in running text, each with its reference, and the list of references."""
    told = {n for point in turn.told for n in point.citations}
    cited = [one for one in turn.before.citations if one.n in told]
    reports = reported(cited)
    years = year_labels(reports, turn.language)
    sources = {one.n: in_text(one, years[one.passage.document], turn.language) for one in cited}
    digests = {one.n for one in cited if one.passage.is_digest}
    quoted = " ".join(escape(f"{_marked(point, digests)} ({sources[point.citations[0]]}).") for point in turn.told)
    entries = [
        f"- {escape(reference(report, years[document], turn.language).plain)}" for document, report in reports.items()
    ]
    parts = (
        text("about_paragraph", turn.language),
        quoted,
        f"{text('references', turn.language)}:",
        "\n".join(entries),
    )
    return "\n\n".join(parts), turn.before.points[:1], turn.before.citations


def _marked(point: Point, digests: Collection[int]) -> str:
    """A point between quotation marks, unless its words are a digest's."""
    said = point.text.strip()
    return said if point.citations[0] in digests else f"«{said}»"


def _more(before: Answer, points: Sequence[Point]) -> tuple[list[Point], list[Citation]]:
    """The statements of the passages that these points stand in, as points of their own."""
    told: list[Point] = []
    citations: list[Citation] = []
    of = {citation.n: citation for citation in before.citations}
    for source in {of[point.citations[0]].passage.id: of[point.citations[0]] for point in points}.values():
        statements = [Statement(source.passage, span) for span in source.passage.spans]
        for one in [one for one in statements if can_be_quoted(one)][:_MOST]:
            number = len(citations) + 1
            citations.append(replace(cite(number, [one]), report=source.report, study=source.study))
            told.append(Point(shown([one]), (number,), Part.FINDINGS if told else Part.LEAD))
    return told, citations


def _numbered(typed: str, points: Sequence[Point]) -> int:
    """The number of the point that is meant: as it is said, by its order, or by what it tells of; else the first."""
    for match in _POINT.finditer(typed):
        if number := count_of(match["after"] or match["before"] or ""):
            return number
    if last := _LAST.search(typed):
        return max(1, len(points) - bool(last["but_one"]))
    if ordered := next((ORDERED[word] for word in words(typed) if word in ORDERED), None):
        return ordered
    if bare := _BARE.search(typed):
        return max(1, int(bare[0]))
    told = set(word_terms(_OF_WHAT.split(typed, maxsplit=1)[-1]))
    return 1 + max(range(len(points)), key=lambda i: len(told & set(word_terms(points[i].text))))


_ARRANGED: dict[str, Callable[[_Turn], _Arranged]] = {
    "where": _all,
    "sure": _sure,
    "shorter": _shorter,
    "longer": _longer,
    "point": _point,
    "figures": _figures,
    "only_findings": _only(Part.FINDINGS),
    "only_recommendations": _only(Part.RECOMMENDATIONS),
    "paragraph": _paragraph,
    "copy": _shorter,
    _SIMPLER: _simpler,
    _TRANSLATE: _shorter,
}
