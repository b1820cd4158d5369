"""The same measure for several years or groups: a chart, and its numbers as a table under it."""

from html import escape
from typing import Any

import altair
import streamlit as st

from assistant.models import Answer, Citation, Figure, Series
from assistant.texts import text
from assistant.ui.markup import keep_button, references, tag
from assistant.ui.tables import table

# Told apart from the page in light and in dark (at least 4.5 to 1 on both), and by every kind of colour vision.
_COLOURS = {"light": ("#0b4f71", "#111111"), "dark": ("#7cc4e8", "#f5f5f5")}
_HEIGHT, _BAR = 220, 40  # pixels: of a chart over time, of one group's bar
_BARE = altair.Axis(labels=False, ticks=False, domain=False, grid=False)  # each value is written where it stands
_FEWEST = 2  # figures that make a chart


def draw_series(series: Series, answer: Answer, key: str, language: str) -> None:
    """Draw one series of an answer under `key`, in the answer's language."""
    own = answer.language if answer.language != language else None
    st.html(tag("h3", escape(series.measure), class_="ka-series", lang=own))
    if len(series.figures) >= _FEWEST:
        drawn = chart(series, answer.language, st.context.theme.type or "light", is_joined=is_one_line(series, answer))
        st.altair_chart(drawn, key=f"chart-{key}")
    st.html(series_table(series, answer, key.rpartition("-")[0], language))


def is_over_time(series: Series) -> bool:
    """Whether the series runs over years."""
    return all(figure.label.isdigit() and len(figure.label) == 4 for figure in series.figures)


def is_one_line(series: Series, answer: Answer) -> bool:
    """Whether the figures may be joined: nothing is said against it, or one report has them all for the same."""
    documents = {citation.n: citation.passage.document for citation in answer.citations}
    sources = {documents.get(figure.citation) for figure in series.figures}
    return not series.notes or (len(sources) == 1 and len({figure.counted for figure in series.figures}) == 1)


def chart(
    series: Series, language: str, theme: str, *, is_joined: bool = True
) -> altair.LayerChart | altair.FacetChart:
    """Years as points, on a line where they are joined; groups as bars.

    Each value is written at its point as the report has it; the newest is larger and bold.
    """
    accent, ink = _COLOURS[theme if theme in _COLOURS else "light"]
    rows = [
        {
            "label": figure.label,
            "number": figure.number,
            "value": figure.value,
            "newest": is_newest(figure, series),
            "lower": _is_lower(figure, series),
        }
        for figure in series.figures
    ]
    base = altair.Chart(altair.InlineData(values=rows))
    if is_over_time(series):
        marks = _points(base, series, accent, ink, is_joined=is_joined)
    else:
        marks = _bars(base, series, accent, ink)
    values = ", ".join(f"{figure.label} {figure.value}" for figure in series.figures)
    described = text("series_described", language, measure=series.measure, values=values)
    height = _HEIGHT if is_over_time(series) else _BAR * len(series.figures)
    return altair.layer(*marks, description=described, height=height)


def _points(base: altair.Chart, series: Series, accent: str, ink: str, *, is_joined: bool) -> list[altair.Chart]:
    years = sorted({int(figure.label) for figure in series.figures})
    axis = altair.Axis(values=years, format="d", labelAngle=0, labelColor=ink, grid=False, domain=True, domainColor=ink)
    scale = altair.Scale(zero=False, nice=False, domain=[years[0] - 0.4, years[-1] + 0.4])
    base = base.encode(
        x=altair.X("label:Q", title=None, axis=axis, scale=scale),
        y=altair.Y("number:Q", title=None, axis=_BARE, scale=_from_zero(series)),
    )
    size = altair.condition("datum.newest", altair.value(160), altair.value(70))
    points = base.mark_point(filled=True, color=accent, opacity=1).encode(size=size)
    line = [base.mark_line(color=accent, strokeWidth=2)] if is_joined else []
    above = base.transform_filter("!datum.lower")
    below = base.transform_filter("datum.lower")
    return [*line, points, *_values(above, ink, dy=-14), *_values(below, ink, dy=18)]


def _is_lower(figure: Figure, series: Series) -> bool:
    """Whether a higher figure stands over it for the same year: its value is written under its point."""
    return any(other.label == figure.label and other.number > figure.number for other in series.figures)


def _bars(base: altair.Chart, series: Series, accent: str, ink: str) -> list[altair.Chart]:
    axis = altair.Axis(labelColor=ink, labelLimit=170, ticks=False, domain=False)
    base = base.encode(
        y=altair.Y("label:N", title=None, sort=None, axis=axis),
        x=altair.X("number:Q", title=None, axis=_BARE, scale=_from_zero(series)),
    )
    return [base.mark_bar(color=accent, size=22), *_values(base, ink, dx=6, align="left")]


def _from_zero(series: Series) -> altair.Scale:
    """From zero to a little more than the highest figure, whose value needs room."""
    numbers = [figure.number for figure in series.figures]
    return altair.Scale(nice=False, domain=[min(0.0, *numbers), 1.4 * max(0.0, *numbers) or 1.0])


def _values(base: altair.Chart, ink: str, **place: Any) -> list[altair.Chart]:
    """The values as the report writes them, the newest's larger and bold."""
    return [
        base.transform_filter(f"datum.newest === {str(newest).lower()}")
        .mark_text(color=ink, fontSize=15 if newest else 13, fontWeight="bold" if newest else "normal", **place)
        .encode(text="value:N")
        for newest in (True, False)
    ]


def is_newest(figure: Figure, series: Series) -> bool:
    """Whether the figure is the last of a series over time."""
    return is_over_time(series) and figure.label == max(other.label for other in series.figures)


def series_table(series: Series, answer: Answer, key: str, language: str) -> str:
    """The figures with what they count and their sources, and what keeps them from being one line."""
    own = answer.language
    citations = {citation.n: citation for citation in answer.citations}
    counted = any(figure.counted for figure in series.figures)
    unit = "" if all(series.unit in figure.value for figure in series.figures) else f" ({series.unit})"
    columns = [
        text("series_year" if is_over_time(series) else "series_group", own),
        text("series_value", own) + unit,
        *([text("series_counted", own)] if counted else []),
        text("table_source", own),
    ]
    head = tag("tr", "".join(tag("th", escape(column), scope="col") for column in columns))
    number = answer.series.index(series)
    body = "".join(
        _line(figure, citations, key, own, piece=f"figure-{number}-{place}", counted=counted)
        for place, figure in enumerate(series.figures)
    )
    numbers = table(series.measure, tag("thead", head) + tag("tbody", body), own, is_titled_above=True)
    notes = "".join(tag("p", escape(note), class_="ka-note") for note in series.notes)
    keep = keep_button(key, f"series-{number}", own) + escape(text("keep_table", own))
    return tag(
        "div",
        numbers + tag("p", keep, class_="ka-keep-table") + notes,
        data_answer=key,
        lang=own if own != language else None,
    )


def _line(figure: Figure, citations: dict[int, Citation], key: str, language: str, *, piece: str, counted: bool) -> str:
    cells = [tag("th", escape(figure.label), scope="row"), tag("td", escape(figure.value), class_="ka-figure")]
    if counted:
        cells.append(tag("td", escape(figure.counted)))
    source = references((figure.citation,), citations, key, language) + keep_button(key, piece, language)
    cells.append(tag("td", source))
    return tag("tr", "".join(cells))
