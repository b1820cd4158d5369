"""A piece of an answer by itself: a point, a source's quote, a figure, a table row, or a whole table.

Pieces are named by what they are and where they stand: `point-0`, `source-3` (the citation's number), `series-0`,
`figure-0-2`, `row-1`, `rows`.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import replace

from assistant.models import Answer, Citation, Part, Point, Row, Series, Verdict


def piece_of(answer: Answer, name: str) -> Answer | None:
    """The answer with this piece and its citations alone; None where it has no such piece."""
    kind, *numbers = name.split("-")
    if not all(number.isdigit() for number in numbers):
        return None
    try:
        return _piece(answer, kind, [int(number) for number in numbers])
    except (IndexError, KeyError, ValueError):
        return None


def names_of(answer: Answer) -> list[str]:
    """The names of all pieces that an answer has."""
    figures = [f"figure-{n}-{m}" for n, series in enumerate(answer.series) for m in range(len(series.figures))]
    return [
        *(f"point-{n}" for n in range(len(answer.points))),
        *(f"source-{citation.n}" for citation in answer.citations),
        *(f"series-{n}" for n in range(len(answer.series))),
        *figures,
        *(f"row-{n}" for n in range(len(answer.rows))),
        *(["rows"] if answer.rows else []),
    ]


def piece_id(piece: Answer) -> str:
    """The same for the same words from the same places, whichever answer they were in."""
    said = [point.text for point in piece.points]
    said += [f"{citation.passage.id} {citation.start} {citation.quote}" for citation in piece.citations]
    said += [f"{series.measure} {[figure.label for figure in series.figures]}" for series in piece.series]
    said += [f"{row.study} {row.section}" for row in piece.rows]
    return hashlib.sha256("\0".join(said).encode()).hexdigest()[:16]


def _piece(answer: Answer, kind: str, numbers: list[int]) -> Answer:
    if kind == "point":
        point = answer.points[numbers[0]]
        return _with(answer, points=(point,), numbers=point.citations)
    if kind == "source":
        cited = {citation.n: citation for citation in answer.citations}[numbers[0]]
        return _with(answer, points=(Point(cited.quote, (cited.n,), Part.LEAD),), numbers=(cited.n,))
    if kind in ("series", "figure"):
        series = answer.series[numbers[0]]
        if kind == "figure":
            series = replace(series, figures=(series.figures[numbers[1]],), notes=())
        return _with(answer, series=(series,), numbers=(figure.citation for figure in series.figures))
    rows = answer.rows if kind == "rows" else (answer.rows[numbers[0]],)
    if kind not in ("row", "rows") or not rows:
        raise KeyError(kind)
    return _with(answer, rows=rows, numbers=(one.n for row in rows for one in row.cited))


def _with(
    answer: Answer,
    *,
    points: tuple[Point, ...] = (),
    series: tuple[Series, ...] = (),
    rows: tuple[Row, ...] = (),
    numbers: Iterable[int],
) -> Answer:
    wanted = set(numbers)
    citations: tuple[Citation, ...] = tuple(one for one in answer.citations if one.n in wanted)
    return Answer(
        answer.question,
        points,
        citations,
        (),
        language=answer.language,
        verdict=Verdict.ANSWERED,
        series=series,
        written_by=answer.written_by,
        request=answer.request,
        theme=answer.theme,
        rows=rows,
    )
