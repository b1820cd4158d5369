"""Plots as inline SVG, each with a title, a description and its numbers, so that a page needs nothing from elsewhere.

Written by hand rather than by a plotting library: four simple shapes that take their colours from the page (light or
dark) and their words from us, where a library's SVG has its own colours and no description.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from markupsafe import Markup

_WIDTH, _LEFT, _RIGHT = 640, 150, 60
_ROW, _TOP = 26, 12
_HEIGHT, _FOOT, _HEAD = 276, 46, 28

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Plot:
    """A plot and the same numbers as a table."""

    id: str
    title: str
    description: str
    svg: Markup
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: a share with its interval over `n` questions."""

    label: str
    value: float
    low: float
    high: float
    n: int


def bars(id_: str, title: str, bars_: Sequence[Bar]) -> Plot:
    """Horizontal bars from 0 to 1 with their intervals."""
    parts = [_grid_line(x / 4, _TOP + _ROW * len(bars_)) for x in range(5)]
    for row, bar in enumerate(bars_):
        y = _TOP + _ROW * row
        middle = y + _ROW / 2
        parts += [
            f'<text x="{_LEFT - 8}" y="{middle + 4:.1f}" class="end">{escape(bar.label)} ({bar.n})</text>',
            f'<rect x="{_LEFT}" y="{y + 5}" width="{_x(bar.value) - _LEFT:.1f}" height="{_ROW - 10}" class="bar"/>',
            f'<path d="M{_x(bar.low):.1f} {middle}H{_x(bar.high):.1f}" class="whisker"/>',
            f'<text x="{_WIDTH - _RIGHT + 8}" y="{middle + 4:.1f}">{bar.value:.2f}</text>',
        ]
    best, worst = max(bars_, key=lambda b: b.value), min(bars_, key=lambda b: b.value)
    description = (
        f"{len(bars_)} bars from 0 to 1 with 95 % intervals. Highest: {best.label}, {best.value:.2f}. "
        f"Lowest: {worst.label}, {worst.value:.2f}."
    )
    rows = tuple((b.label, str(b.n), f"{b.value:.3f}", f"{b.low:.3f} – {b.high:.3f}") for b in bars_)
    height = _TOP + _ROW * len(bars_) + 24
    svg = _svg(id_, title, description, height, parts)
    return Plot(id_, title, description, svg, ("Group", "Questions", "Value", "95 % interval"), rows)


def line(
    id_: str, title: str, points: Sequence[Point], labels: tuple[str, str], *, top: float = 1.0, steps: bool = False
) -> Plot:
    """A line through `points` (x rising from 0), y from 0 to `top`; `labels` name the axes."""
    furthest = max(x for x, _ in points) or 1.0
    bottom = _HEIGHT - _FOOT
    places = [(_x(x / furthest), bottom - (bottom - _HEAD) * min(1.0, y / top)) for x, y in points]
    path = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in (_stepped(places) if steps else places))
    parts = [_grid_line(i / 4, bottom, _short(furthest * i / 4)) for i in range(5)]
    for i in range(5):
        y = bottom - (bottom - _HEAD) * i / 4
        parts.append(f'<path d="M{_LEFT} {y:.1f}H{_WIDTH - _RIGHT}" class="grid"/>')
        parts.append(f'<text x="{_LEFT - 8}" y="{y + 4:.1f}" class="end">{top * i / 4:.2g}</text>')
    parts.append(f'<path d="{path}" class="line"/>')
    if len(places) <= 12:
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" class="bar"/>' for x, y in places]
    parts.append(f'<text x="{(_LEFT + _WIDTH - _RIGHT) / 2}" y="{_HEIGHT - 6}" class="mid">{escape(labels[0])}</text>')
    parts.append(f'<text x="8" y="{_TOP}">{escape(labels[1])}</text>')
    first, last = points[0], points[-1]
    description = (
        f"{labels[1]} over {labels[0]}: {first[1]:.2f} at {_short(first[0])}, {last[1]:.2f} at {_short(last[0])}, "
        f"{len(points)} points."
    )
    rows = tuple((_short(x), f"{y:.3f}") for x, y in _thinned(points))
    return Plot(id_, title, description, _svg(id_, title, description, _HEIGHT, parts), labels, rows)


def _short(number: float) -> str:
    return f"{number:,.0f}" if number >= 100 else f"{number:.3g}"


def _x(share: float) -> float:
    return _LEFT + (_WIDTH - _LEFT - _RIGHT) * share


def _grid_line(share: float, bottom: float, label: str = "") -> str:
    x = _x(share)
    text = escape(label or f"{share:.2g}")
    path = f'<path d="M{x:.1f} {_TOP}V{bottom}" class="grid"/>'
    return f'{path}<text x="{x:.1f}" y="{bottom + 16}" class="mid">{text}</text>'


def _stepped(places: Sequence[Point]) -> list[Point]:
    found = [places[0]]
    for x, y in places[1:]:
        found += [(x, found[-1][1]), (x, y)]
    return found


def _thinned(points: Sequence[Point], most: int = 20) -> list[Point]:
    step = max(1, len(points) // most)
    kept = list(points[::step])
    return kept if kept[-1] == points[-1] else [*kept, points[-1]]


def _svg(id_: str, title: str, description: str, height: float, parts: Sequence[str]) -> Markup:
    head = (
        f'<svg viewBox="0 0 {_WIDTH} {height:.0f}" role="img" aria-labelledby="{id_}-t {id_}-d">'
        f'<title id="{id_}-t">{escape(title)}</title><desc id="{id_}-d">{escape(description)}</desc>'
    )
    # Every text in it is escaped above; the rest is numbers and names of ours.
    return Markup(head + "".join(parts) + "</svg>")
