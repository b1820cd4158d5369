"""What `evals.bench.scale` measured, as tables and as a plot."""

import math
from collections.abc import Sequence
from html import escape
from typing import Any

Row = dict[str, Any]

_WIDTH, _HEIGHT, _LEFT, _RIGHT, _TOP, _FOOT = 640, 340, 56, 200, 30, 46
_LINES = (  # name, the measure, its place, colour, dashes: told apart without the colours, too
    ("answer, 95 of 100", "answer", "p95", "#00437a", ""),
    ("answer, half", "answer", "p50", "#00437a", "2 4"),
    ("filtered answer, 95 of 100", "answer_filtered", "p95", "#9a3b00", ""),
    ("search alone, half", "search", "p50", "#3d3d3d", "8 4"),
)


def markdown(rows: Sequence[Row], machine: str) -> str:
    """Two tables, one line a size, of `dataclasses.asdict` of what was measured."""
    built = [
        (
            f"{row['passages']:,}",
            f"{row['built']['seconds']:.0f} s ({row['built']['cpu']:.0f} s)",
            f"{row['built']['memory']:,.0f} MB",
            f"{row['built']['chroma'] + row['built']['lexical']:,.0f} MB ({row['built']['lexical']:,.0f} MB)",
            f"{row['asked']['opened']:.1f} s + {row['asked']['first']:.2f} s",
            f"{row['asked']['memory']:,.0f} MB",
        )
        for row in rows
    ]
    names = ("embedding", "search", "answer", "search_filtered", "answer_filtered")
    asked = [(f"{row['passages']:,}", *(_times(row["asked"][name]) for name in names)) for row in rows]
    return (
        f"Measured on {machine}. Milliseconds a question as p50 · p95 (of the processor, p50 · p95).\n\n"
        + _table(
            (
                "passages",
                "build (CPU)",
                "memory",
                "disk (lexical)",
                "cold start: open + first answer",
                "memory, asking",
            ),
            built,
        )
        + "\n"
        + _table(("passages", "embedding", "search", "answer", "search, filtered", "answer, filtered"), asked)
    )


def _times(times: dict[str, float]) -> str:
    return f"{times['p50']:.0f} · {times['p95']:.0f} ({times['cpu50']:.0f} · {times['cpu95']:.0f})"


def _table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [headings, ["---"] * len(headings), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def plot(rows: Sequence[Row]) -> str:
    """Milliseconds a question over passages, both axes logarithmic, as an SVG file that stands alone."""
    sizes = [math.log10(row["passages"]) for row in rows]
    values = [row["asked"][name][place] for row in rows for _, name, place, _, _ in _LINES]
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    left, right = min(sizes), max(*sizes, min(sizes) + 1)

    def x(size: float) -> float:
        return _LEFT + (_WIDTH - _LEFT - _RIGHT) * (size - left) / (right - left)

    def y(value: float) -> float:
        return _HEIGHT - _FOOT - (_HEIGHT - _FOOT - _TOP) * (math.log10(value) - low) / (high - low)

    parts = ['<text x="8" y="16">ms a question</text>']
    for power in range(low, high + 1):
        for step in (1, 2, 5) if power < high else (1,):
            place = y(value := step * 10.0**power)
            parts.append(f'<path d="M{_LEFT} {place:.1f}H{_WIDTH - _RIGHT}" stroke="#c9c9c9"/>')
            parts.append(f'<text x="{_LEFT - 8}" y="{place + 4:.1f}" text-anchor="end">{value:g}</text>')
    for size, row in zip(sizes, rows, strict=True):
        parts.append(
            f'<text x="{x(size):.1f}" y="{_HEIGHT - _FOOT + 18}" text-anchor="middle">{row["passages"]:,}</text>'
        )
    parts.append(f'<text x="{(_LEFT + _WIDTH - _RIGHT) / 2}" y="{_HEIGHT - 8}" text-anchor="middle">passages</text>')
    ends: list[float] = []
    for label, name, place_, colour, dashes in _LINES:
        points = [(x(size), y(row["asked"][name][place_])) for size, row in zip(sizes, rows, strict=True)]
        path = "M" + "L".join(f"{a:.1f} {b:.1f}" for a, b in points)
        parts.append(f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="2" stroke-dasharray="{dashes}"/>')
        parts += [f'<circle cx="{a:.1f}" cy="{b:.1f}" r="3" fill="{colour}"/>' for a, b in points]
        end = _free(points[-1][1], ends)
        ends.append(end)
        parts.append(f'<text x="{points[-1][0] + 10:.1f}" y="{end + 4:.1f}" fill="{colour}">{escape(label)}</text>')
    last = rows[-1]
    told = "; ".join(f"{label}: {last['asked'][name][place]:.0f} ms" for label, name, place, _, _ in _LINES)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-labelledby="t d" '
        'font-family="sans-serif" font-size="12">'
        '<title id="t">Milliseconds a question by the number of passages</title>'
        f'<desc id="d">Logarithmic axes. At {last["passages"]:,} passages: {told}.</desc>'
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>{"".join(parts)}</svg>\n'
    )


def _free(place: float, taken: Sequence[float]) -> float:
    """The place, moved down as far as the labels before it need."""
    while any(abs(place - other) < 14 for other in taken):
        place += 1
    return place
