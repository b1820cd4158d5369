"""The same measure for several years or groups: a chart with its numbers, and both to take along."""

import re
from collections.abc import Sequence
from html import escape
from itertools import pairwise
from typing import Any

import altair
import streamlit as st

from assistant.export.table import series_csv
from assistant.models import Answer, Citation, Figure, Series
from assistant.texts import text
from assistant.ui.html.markup import keep_table, references, tag, with_keeping
from assistant.ui.html.tables import table

# Told apart from the page in light and in dark (at least 4.5 to 1 on both), and by every kind of colour vision.
_COLOURS = {"light": ("#0b4f71", "#111111"), "dark": ("#7cc4e8", "#f5f5f5")}
_HEIGHT, _BAR = 220, 40  # pixels: of a chart over time, of one group's bar
_BARE = altair.Axis(labels=False, ticks=False, domain=False, grid=False)  # each value is written where it stands
_FEWEST = 2  # figures that make a chart
_NUMBER = re.compile(r"\d[\d\s]*")  # how many were counted makes no other series


def draw_series(series: Series, answer: Answer, key: str, language: str) -> None:
    """Draw one series of an answer under `key`, in the answer's language: a chart, with its numbers behind a tab."""
    own = answer.language if answer.language != language else None
    numbers = series_table(series, answer, key.rpartition("-")[0], language)
    with st.container(key=f"series-{key}"):
        st.html(tag("h3", escape(series.measure), class_="ka-series", lang=own))
        if len(series.figures) >= _FEWEST:
            figure, table_ = st.tabs([text("series_figure", language), text("series_table", language)])
            theme = st.context.theme.type or "light"
            drawn = chart(series, answer.language, theme, segments(series, answer))
            figure.altair_chart(drawn, key=f"chart-{key}")
            table_.html(numbers)
        else:
            st.html(numbers)
        notes = "".join(tag("p", escape(note), class_="ka-note") for note in series.notes)
        if notes:
            st.html(tag("div", notes, lang=own))
        _downloads(series, answer, key, language)


def _downloads(series: Series, answer: Answer, key: str, language: str) -> None:
    name = text("export_file", language)
    with st.container(horizontal=True, vertical_alignment="center", key=f"take-{key}"):
        st.download_button(
            text("series_csv", language),
            lambda: series_csv(series, answer, language).encode(),
            file_name=f"{name}.csv",
            mime="text/csv",
            key=f"numbers-{key}",
            on_click="ignore",
            type="tertiary",
        )
        if len(series.figures) >= _FEWEST:
            png = tag("button", text("series_png", language), type="button", data_png=f"{name}.png")
            st.html(tag("div", png, class_="ka-share"), width="content")


def is_over_time(series: Series) -> bool:
    """Whether the series runs over years."""
    return all(figure.label.isdigit() and len(figure.label) == 4 for figure in series.figures)


def segments(series: Series, answer: Answer) -> list[int]:
    """Which figures may be joined: those of one number.

    One line where nothing is said against it and no year has two values; else a line for what one report has for the
    same.
    """
    labels = [figure.label for figure in series.figures]
    if not series.notes and len(set(labels)) == len(labels):
        return [0] * len(labels)
    documents = {citation.n: citation.passage.document for citation in answer.citations}
    alike = [(documents.get(figure.citation), _NUMBER.sub("", figure.counted)) for figure in series.figures]
    order = list(dict.fromkeys(alike))
    return [order.index(one) for one in alike]


def chart(
    series: Series, language: str, theme: str, joined: Sequence[int] | None = None
) -> altair.LayerChart | altair.FacetChart:
    """Years as points, on a line where they are `joined` (numbers of lines, one for all where none are given), with
    breaks between lines and two values for one year marked; groups as bars.

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
            "line": line,
        }
        for figure, line in zip(series.figures, joined or [0] * len(series.figures), strict=True)
    ]
    base = altair.Chart(altair.InlineData(values=rows))
    if is_over_time(series):
        marks = [*_points(base, series, accent, ink), *_broken(rows, ink, language), *_apart(rows, accent, language)]
    else:
        marks = _bars(base, series, accent, ink)
    values = ", ".join(f"{figure.label} {figure.value}" for figure in series.figures)
    described = text("series_described", language, measure=series.measure, values=values)
    height = _HEIGHT if is_over_time(series) else _BAR * len(series.figures)
    return altair.layer(*marks, description=described, height=height)


def _broken(rows: Sequence[dict[str, Any]], ink: str, language: str) -> list[altair.Chart]:
    """A dashed line where the next year's figures are on no line of the year's before."""
    years = sorted({int(row["label"]) for row in rows})
    lines = {year: {row["line"] for row in rows if int(row["label"]) == year} for year in years}
    breaks = [(one + next_) / 2 for one, next_ in pairwise(years) if not lines[one] & lines[next_]]
    if not breaks:
        return []
    held = altair.Chart(altair.InlineData(values=[{"label": at} for at in breaks])).encode(x="label:Q")
    said = held.mark_text(
        text=text("series_break", language), color=ink, fontSize=12, dx=5, align="left", baseline="top"
    )
    return [held.mark_rule(color=ink, strokeDash=[4, 4]), said.encode(y=altair.value(0))]


def _apart(rows: Sequence[dict[str, Any]], accent: str, language: str) -> list[altair.Chart]:
    """A bar between two values for one year, with a word."""
    found = []
    for year in dict.fromkeys(row["label"] for row in rows):
        numbers = [row["number"] for row in rows if row["label"] == year]
        if len(set(numbers)) > 1:
            found.append({"label": year, "number": min(numbers), "to": max(numbers)})
    if not found:
        return []
    held = altair.Chart(altair.InlineData(values=found)).encode(x="label:Q", y="number:Q")
    said = held.mark_text(text=text("series_disagree", language), color=accent, fontSize=12, dy=36)
    return [held.mark_rule(color=accent, strokeWidth=6, opacity=0.5).encode(y2="to:Q"), said]


def _points(base: altair.Chart, series: Series, accent: str, ink: str) -> list[altair.Chart]:
    years = sorted({int(figure.label) for figure in series.figures})
    axis = altair.Axis(values=years, format="d", labelAngle=0, labelColor=ink, grid=False, domain=True, domainColor=ink)
    scale = altair.Scale(zero=False, nice=False, domain=[years[0] - 0.4, years[-1] + 0.4])
    base = base.encode(
        x=altair.X("label:Q", title=None, axis=axis, scale=scale),
        y=altair.Y("number:Q", title=None, axis=_BARE, scale=_from_zero(series)),
    )
    size = altair.condition("datum.newest", altair.value(160), altair.value(70))
    points = base.mark_point(filled=True, color=accent, opacity=1).encode(size=size)
    line = base.mark_line(color=accent, strokeWidth=2).encode(detail="line:N")
    above = base.transform_filter("!datum.lower")
    below = base.transform_filter("datum.lower")
    return [line, points, *_values(above, ink, dy=-14), *_values(below, ink, dy=18)]


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
    """The figures with what they count and their sources."""
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
    return tag(
        "div",
        numbers + keep_table(key, f"series-{number}", own),
        data_answer=key,
        lang=own if own != language else None,
    )


def _line(figure: Figure, citations: dict[int, Citation], key: str, language: str, *, piece: str, counted: bool) -> str:
    cells = [tag("th", escape(figure.label), scope="row"), tag("td", escape(figure.value), class_="ka-figure")]
    if counted:
        cells.append(tag("td", escape(figure.counted)))
    cited = (figure.citation,)
    said = f"{figure.label}: {figure.value}"
    source = with_keeping(references(cited, citations, key, language), cited, key, piece, language, said=said)
    cells.append(tag("td", source))
    return tag("tr", "".join(cells))
