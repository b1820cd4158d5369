"""Charts on a page: where they are, and which lines are but their lettering (ticks, labels, values at bars)."""

import itertools
import re
from collections import Counter
from dataclasses import replace

from ingest.reading.pdf.drawn.shapes import Place, Shape, turned
from ingest.reading.pdf.layout.lines import Line

_FEWEST_TICKS = 4
_VALUES = 3  # ticks or values by which a chart is known for one
_FEWEST = 3  # shapes that a chart is made of
_NEAR = 9.0  # points between shapes of one chart
_SMALLEST = (60.0, 20.0)
_LEFT, _RIGHT, _BELOW, _ABOVE = 60.0, 30.0, 30.0, 12.0  # how far around it a chart's lettering stands
_FAR = 90.0  # from a chart's edge to the end of a line that names a bar: the lines may be centred
_MOST_LINES = 3
_LABEL = 60  # characters
_TICK = re.compile(r"[-–+±]?\d[\d.,]*\s?(?:%|prosent|kr|mill\.?|mrd\.?)?|[%–-]|\d{4}[-–/]\d{2,4}")
_VALUED = re.compile(r"[^.;?!]{2,}?[\s:(]\d[\d.,]*\s?(?:%|prosent)?\)?$")
_NAMED = re.compile(
    r"(?:figur|tabell|diagram|kart|boks|figure|table|chart|kilder?|kjelder?|source|note|merknad|n\s*=)", re.I
)
_MOST_SHAPES = 3000


def marked(lines: list[Line], charts: list[Place]) -> list[Line]:
    """The lines, those that are a chart's lettering marked as such."""
    if not charts or not lines:
        return lines
    drawn = [chart for chart in charts if sum(_values(line, chart) for line in lines) >= _VALUES]
    body = _body([line for line in lines if not _may_letter(line, drawn)] or lines)
    out: list[Line] = []
    for line, run in zip(lines, _runs(lines), strict=True):
        running = bool(out) and not out[-1].lettering and _runs_on(out[-1], line)
        below = any(above.lettering and 0 < above.y - line.y < 4 * line.size for above in out[-2:])  # a legend
        named = run <= _MOST_LINES and _names_bars(line, charts)
        label = (named or below) and _is_label(line, body, 2 * _LABEL if named or run == 1 else _LABEL)
        # What names a bar may be as large as the text, where it stands alone beside a chart that has its ticks.
        label = label or (
            run == 1 and _names_bars(line, drawn) and _is_label(line, 1.1 * line.size) and line.size <= body
        )
        valued = run <= _MOST_LINES and line.size <= body and any(_is_valued(line, chart) for chart in drawn)
        letters = label or (not running and (valued or _letters(line, charts, body)))
        out.append(replace(line, lettering=True) if letters else line)
    return [replace(line, lettering=True) if _is_amid(i, out, body) else line for i, line in enumerate(out)]


def _runs_on(last: Line, line: Line) -> bool:
    """True for a line of running text after another, a short one that ends the sentence among them."""
    if abs(last.size - line.size) > 0.3:
        return False
    ends = line.text[-1:] == "." and len(last.text) > _LABEL and last.text[-1:] not in ".:;?!"
    return line.text[:1].islower() or (ends and 0 < last.y - line.y < 1.7 * line.size)


def _values(line: Line, chart: Place) -> bool:
    """True for a line of a chart's ticks or values, and for a short one that names a value: "Svært fornøyd 33 %"."""
    return (is_ticks(line.text) and _at(line, chart)) or _is_valued(line, chart)


def _is_valued(line: Line, chart: Place) -> bool:
    """True for a few words with their value at a chart: names of bars, parts of a pie."""
    words = _VALUED.match(line.text)
    if words is None or len(line.text) > _LABEL or _NAMED.match(line.text):
        return False
    around = chart._replace(y1=chart.y1 + _ABOVE)  # the name of a pie's part stands beyond its edge
    return _at(line, around) or _names_bars(line, [chart], within=True)


def _is_amid(i: int, lines: list[Line], body: float) -> bool:
    """True for a line with a chart's lettering right above and below it, as a legend's long entry has."""
    if not 0 < i < len(lines) - 1 or lines[i].lettering or not _is_label(lines[i], body, 2 * _LABEL):
        return False
    above, below = lines[i - 1], lines[i + 1]
    return all(one.lettering and abs(one.y - lines[i].y) < 2.5 * lines[i].size for one in (above, below))


def _may_letter(line: Line, charts: list[Place]) -> bool:
    """True for a short line at a chart: where there are many, their size must not pass for the running text's."""
    return len(line.text) < _LABEL and (_names_bars(line, charts) or any(_at(line, chart) for chart in charts))


def _runs(lines: list[Line]) -> list[int]:
    """For each line how many stand set as one with it: what names a bar is no paragraph. Values count for none."""
    runs: list[list[Line]] = []
    for line in lines:
        last = runs[-1][-1] if runs else None
        near = last is not None and 0 < last.y - line.y < 1.7 * line.size and abs(last.size - line.size) < 0.3
        if last is not None and near and not is_ticks(line.text) and not is_ticks(last.text):
            runs[-1].append(line)
        else:
            runs.append([line])
    return [len(run) for run in runs for _ in run]


def _names_bars(line: Line, charts: list[Place], *, within: bool = False) -> bool:
    """True for what begins to the left of a chart and ends at its edge, or with a value in it, as if `within`."""
    far = 0.0 if within else _FAR
    return any(c.y0 <= line.y <= c.y1 and line.x0 < c.x0 and c.x0 - far < line.x1 < c.x1 + _RIGHT for c in charts)


def chart_places(shapes: list[Shape], turn: int, tables: list[Place]) -> list[Place]:
    """Where several shapes that make up no table lie close together."""
    if len(shapes) > _MOST_SHAPES:
        return []
    places = [turned(s.place, turn) for s in shapes if not s.picture]
    whole = _around(places) if places else Place(0, 0, 0, 0)
    free = [
        p
        for p in places
        if not any(t.holds((p.x0 + p.x1) / 2, (p.y0 + p.y1) / 2) or _meets(p, t, 2.0) for t in tables)
        and not (p.width > 0.9 * whole.width and p.height > 0.9 * whole.height and len(places) > 3)
    ]
    groups = _clusters(free)
    found = [(_around(group), len(group)) for group in groups if len(group) >= _FEWEST and not _are_bands(group)]
    return [p for p, _ in found if p.width >= _SMALLEST[0] and p.height >= _SMALLEST[1]]


def _are_bands(group: list[Place]) -> bool:
    """True for rules and shaded rows of one width, as tables have them."""
    return all(abs(p.x0 - group[0].x0) < 3 and abs(p.x1 - group[0].x1) < 3 for p in group)


def _around(places: list[Place]) -> Place:
    return Place(
        min(p.x0 for p in places), min(p.y0 for p in places), max(p.x1 for p in places), max(p.y1 for p in places)
    )


def _meets(a: Place, b: Place, near: float) -> bool:
    return a.x0 <= b.x1 + near and b.x0 <= a.x1 + near and a.y0 <= b.y1 + near and b.y0 <= a.y1 + near


def _clusters(places: list[Place]) -> list[list[Place]]:
    """The places in groups that lie near one another; gridlines are joined by the bars and lines between them."""
    groups: list[tuple[Place, list[Place]]] = []
    for place in sorted(places, key=lambda p: -p.y1):
        near = [g for g in groups if _meets(g[0], place, max(_NEAR, _pitch(g[1], place)))]
        groups = [g for g in groups if g not in near]
        members = [place, *(p for _, m in near for p in m)]
        groups.append((_around(members), members))
    return [members for _, members in groups]


def _pitch(members: list[Place], place: Place) -> float:
    """How far apart gridlines of the same length may lie."""
    alike = place.height < 3 and any(
        m.height < 3 and abs(m.x0 - place.x0) < 2 and abs(m.x1 - place.x1) < 2 for m in members
    )
    return 60.0 if alike else 0.0


def _body(lines: list[Line]) -> float:
    """The size of the running text: its lines are long, also where most lines are labels."""
    weight: Counter[float] = Counter()
    for line in lines:
        weight[round(line.size, 1)] += len(line.text) ** 2
    return weight.most_common(1)[0][0]


def _letters(line: Line, charts: list[Place], body: float) -> bool:
    """True for ticks and values at or in a chart, and for short labels in small type."""
    if line.size > 1.15 * body or _NAMED.match(line.text):
        return False
    if any(_begins_in(line, chart) for chart in charts) and (is_axis(line.text) or _is_label(line, body)):
        return True
    if not any(_at(line, chart) for chart in charts):
        return False
    return is_ticks(line.text) or _is_label(line, body)


def _is_label(line: Line, body: float, longest: int = _LABEL) -> bool:
    """True for a short piece in small type that is no sentence."""
    said = line.text.rstrip()
    if _NAMED.match(said):
        return False
    return line.size < 0.95 * body and len(said) < longest and said[-1:] not in ".:;?!" and not line.note


def is_ticks(text: str) -> bool:
    """True where the text is nothing but numbers, shares and years."""
    return bool(text.strip()) and all(_TICK.fullmatch(token) for token in text.split())


def is_axis(text: str) -> bool:
    """True for numbers in even steps, as an axis has them: "0 10 20", "0 % 20 % 40 %"."""
    numbers = [int(n) for n in re.findall(r"\d+", text)]
    if len(numbers) < _FEWEST_TICKS or re.search(r"[^\d\s%]", text):
        return False
    return numbers[1] != numbers[0] and len({b - a for a, b in itertools.pairwise(numbers)}) == 1


def _begins_in(line: Line, chart: Place) -> bool:
    """True where the line begins within the chart or right below it, wherever it ends."""
    return chart.y0 - _BELOW <= line.y <= chart.y1 and chart.x0 - 15 <= line.x0 <= chart.x1


def _at(line: Line, chart: Place) -> bool:
    if not chart.y0 - _BELOW <= line.y <= chart.y1 + _ABOVE:
        return False
    return line.x0 >= chart.x0 - _LEFT and line.x1 <= chart.x1 + _RIGHT and line.x1 > chart.x0 - _LEFT
