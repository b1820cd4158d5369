"""Rows as an answer: what is said beside them, and how far they go."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from assistant.answer.evidence import Evidence
from assistant.answer.figures import figures_for
from assistant.models import Answer, Hit, LookedThrough, Request, Row, Series, Verdict
from assistant.overview import comparison, overview, summary
from assistant.overview.comparison import Compared
from assistant.overview.context import Context, Gathered
from assistant.overview.shortening import shortened
from assistant.question.length import length_of
from assistant.rendering.formats import listed, many, number
from assistant.texts import text


def answer(context: Context, request: Request) -> Answer | None:
    """The answer to a request that goes through all reports; None where it can only be answered as a question."""
    if request is Request.COMPARISON:
        return _compared(context)
    if request is Request.SUMMARY:
        return _summed_up(context)
    gathered = overview.gather(context, request)
    return _answer(context, gathered) if gathered else None


def looked_said(looked: LookedThrough, rows: int, language: str) -> list[str]:
    """How much was gone through and how much of it is shown; what was left out, and why."""
    first = text(
        "gone_through",
        language,
        reports=many("count_reports", looked.reports, language),
        studies=many("count_studies", looked.studies, language),
        statements=number(looked.statements, language),
        rows=rows,
    )
    return [first, *(many(key, count, language) for key, count in looked.left_out)]


def told_rows(rows: Sequence[Row]) -> int:
    """How many rows there are; one quote that tells of several sides is one."""
    shared = {row.finding.n for row in rows if row.side and row.finding}
    return len(shared) + sum(not (row.side and row.finding) for row in rows)


def _summed_up(context: Context) -> Answer | None:
    """A summary, as long as it was asked for."""
    whole = summary.gather(context)
    if whole is None:
        return None
    length = length_of(context.asked.typed)
    gathered = shortened(whole, length) if length else whole
    made = _answer(context, gathered)
    shown, total = len(gathered.citations), len(whole.citations)
    if shown == total:
        return made
    cut = text("summary_cut", context.asked.language, shown=shown, total=total)
    return replace(made, notes=(cut, *made.notes))


def _answer(context: Context, gathered: Gathered) -> Answer:
    asked = context.asked
    said = looked_said(gathered.looked_through, told_rows(gathered.rows), asked.language)
    if asked.was_completed:
        said.insert(0, text("understood_as", asked.language, question=asked.whole))
    return Answer(
        question=asked.typed,
        points=(),
        citations=gathered.citations,
        hits=_passages(gathered),
        notes=tuple(said),
        abstained=not gathered.rows,
        verdict=Verdict.ANSWERED if gathered.rows else Verdict.NOT_ANSWERED,
        confidence=float(bool(gathered.rows)),
        language=asked.language,
        asked_as=asked.whole if asked.was_completed else "",
        request=gathered.request,
        theme=gathered.theme,
        rows=gathered.rows,
        looked_through=gathered.looked_through,
    )


def _passages(gathered: Gathered) -> tuple[Hit, ...]:
    """The passages that the rows quote, each once, in the rows' order."""
    passages = {citation.passage.id: citation.passage for row in gathered.rows for citation in row.cited}
    return tuple(Hit(passage, 1.0) for passage in passages.values())


def _compared(context: Context) -> Answer | None:
    compared = comparison.compare(context)
    if compared is None:
        return None
    made = _answer(context, compared.gathered)
    index, language = context.index, context.asked.language
    evidence = Evidence(
        context.asked, compared.hits, made.citations, index.lexical, index.manifest.reports, index.table
    )
    figures = figures_for(evidence)
    empty = [text("side_has_nothing", language, side=side) for side in compared.empty]
    left_out = _left_out(compared, language)
    if not (compared.is_alike or figures.series or empty):
        left_out.append(text("sides_differ", language, sides=listed(compared.sides, language)))
    return replace(
        made,
        citations=(*made.citations, *figures.added),
        hits=compared.hits[: context.settings.search.results],
        series=figures.series,
        notes=(
            *left_out,
            *empty,
            *differences(figures.series, context.asked.years, language),
            *figures.disagreements,
            *made.notes,
        ),
        verdict=Verdict.PARTLY if empty else Verdict.ANSWERED,
    )


def _left_out(compared: Compared, language: str) -> list[str]:
    """That the question names more sides than stand beside one another, and which do."""
    if compared.named == len(compared.sides):
        return []
    sides = listed(compared.sides, language)
    return [text("sides_left_out", language, named=compared.named, count=len(compared.sides), sides=sides)]


def differences(series: Sequence[Series], years: Collection[str], language: str) -> list[str]:
    """One sentence a series of two or more figures: how far those of the years asked of lie apart, or else the first
    and the last; nothing where notes keep them from being compared."""
    said = []
    for one in series:
        asked = [figure for figure in one.figures if figure.label in years]
        figures = asked if len(asked) > 1 else one.figures
        if len(figures) < 2 or one.notes:
            continue
        first, last = figures[0], figures[-1]
        apart = round(last.number - first.number, 4)
        unit = f" {text('points', language)}" if "prosent" in one.unit or "%" in one.unit else ""
        said.append(
            text(
                "figures_apart", language, measure=one.measure, first=first.label, last=last.label,
                apart=_written(apart, language) + unit,
            )
        )  # fmt: skip
    return said


def _written(apart: float, language: str) -> str:
    sign, size = "+" if apart > 0 else "\N{MINUS SIGN}" if apart < 0 else "", abs(apart)
    if float(size).is_integer():
        return sign + number(int(size), language)
    return sign + (str(size) if language == "en" else str(size).replace(".", ","))
