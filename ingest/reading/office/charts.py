"""Charts of Word and PowerPoint files: the values that the chart holds, each under its series and beside its label."""

from itertools import groupby
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from assistant.reasons import Reason, reason
from ingest.document import Row, Table
from ingest.reading.office.shown import shown
from ingest.tabular import JOINT
from ingest.words.characters import tidy

_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_MOST = 2_000  # labels, and series: what has more is no chart that anybody reads
_Series = tuple[str, list[str], dict[int, str]]


def unread(charts: int) -> list[Reason]:
    """What there is to say of as many charts that gave no table."""
    return [reason("charts", count=charts)] if charts else []


def tables_in(chart: bytes, page: int | None = None) -> list[Table]:
    """The chart (its XML) as tables, one for the series that share their labels; none where values have no labels."""
    try:
        root = etree.fromstring(chart, etree.XMLParser(resolve_entities=False, no_network=True, recover=True))
    except etree.XMLSyntaxError:
        return []
    if root is None:
        return []
    title = tidy("".join(t.text or "" for t in root.iterfind(f"{_C}chart/{_C}title//{_A}t")))
    told = [series for one in list(root.iter(f"{_C}ser"))[:_MOST] if (series := _series(one)) is not None]
    return [_table(title, list(group), page) for _, group in groupby(told, key=lambda series: series[1])]


def _series(element: Any) -> _Series | None:
    """A series' name, its labels, and its values by the place of their label."""
    labels, values = _labels(element.find(f"{_C}cat")), _values(element)
    if not labels or not values or max(values) >= len(labels):
        return None
    named = next((v.text or "" for v in element.iterfind(f"{_C}tx//{_C}v")), "")
    return tidy(named), labels, values


def _labels(axis: Any) -> list[str]:
    """The labels in their order, those of groups of labels before them."""
    levels = list(axis.iter(f"{_C}lvl")) if axis is not None else []
    found = [_points(level) for level in levels or ([axis] if axis is not None else [])]
    count = min(_MOST, max((place + 1 for points in found for place in points), default=0))
    for points in found[1:]:  # a group is named where it begins
        for place in range(1, count):
            points.setdefault(place, points.get(place - 1, ""))
    return [JOINT.join(text for points in reversed(found) if (text := points.get(place, ""))) for place in range(count)]


def _values(element: Any) -> dict[int, str]:
    """The values as the chart shows them."""
    held = element.find(f"{_C}val")
    if held is None:
        return {}
    own = element.find(f"{_C}dLbls/{_C}numFmt")
    form = next((f.text or "" for f in held.iter(f"{_C}formatCode")), "General")
    if own is not None and own.get("sourceLinked") in ("0", "false"):
        form = own.get("formatCode") or form
    return {place: _shown(value, form) for place, value in _points(held).items()}


def _points(holder: Any) -> dict[int, str]:
    found = {}
    for point in holder.iter(f"{_C}pt"):
        place, value = point.get("idx") or "", point.find(f"{_C}v")
        if place.isdigit() and int(place) < _MOST and value is not None and value.text:
            found[int(place)] = tidy(value.text)
    return found


def _shown(value: str, form: str) -> str:
    try:
        number = float(value)
    except ValueError:
        return value
    return shown(int(number) if number.is_integer() else number, form)


def _table(title: str, series: list[_Series], page: int | None) -> Table:
    header = ("", *(name for name, _, _ in series))
    rows = [
        Row((label, *(values.get(place, "") for _, _, values in series)), page)
        for place, label in enumerate(series[0][1])
    ]
    return Table(title, header, tuple(rows))
