"""Ruling lines of a page, and the grids of cells that they make."""

import itertools
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from ingest.reading.pdf.drawn.shapes import THIN, Place, Shape, turned

_COLUMN = 15.0  # points; what is narrower is no column
_NEAR = 2.5  # points within which two lines are the same or touch


class Rule(NamedTuple):
    """A straight line from (x0, y0) to (x1, y1), x0 <= x1 and y0 <= y1."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def level(self) -> bool:
        """True for a horizontal line."""
        return self.x1 - self.x0 >= self.y1 - self.y0


@dataclass(frozen=True)
class Grid:
    """Columns between `xs` (left to right), rows between `ys` (top down), and the upright and level lines there are.

    `open_top` and `open_bottom` say that the page's edge cut a row in two there.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    uprights: tuple[Rule, ...]
    open_top: bool = False
    open_bottom: bool = False
    levels: tuple[Rule, ...] = ()

    @property
    def place(self) -> Place:
        """Where it lies."""
        return Place(self.xs[0], self.ys[-1], self.xs[-1], self.ys[0])

    def holds(self, x: float, y: float) -> bool:
        """True where the point lies inside."""
        return self.xs[0] <= x <= self.xs[-1] and self.ys[-1] <= y <= self.ys[0]

    def cell(self, x: float, y: float) -> tuple[int, int]:
        """(row, column) of the cell in which the point lies; cells with no line between them are one."""
        row = next((i for i in range(len(self.ys) - 1) if y >= self.ys[i + 1]), len(self.ys) - 2)
        column = next((i for i in range(len(self.xs) - 1) if x <= self.xs[i + 1]), len(self.xs) - 2)
        return self._cells[row][column]

    @cached_property
    def _cells(self) -> list[list[tuple[int, int]]]:
        """For each row and column the cell that it belongs to, by its upper left corner."""
        cells: list[list[tuple[int, int]]] = []
        for row in range(len(self.ys) - 1):
            cells.append([])
            for column in range(len(self.xs) - 1):
                if column > 0 and not self._walled(column, row):
                    cells[row].append(cells[row][column - 1])
                elif row > 0 and not self._floored(row, column):
                    cells[row].append(cells[row - 1][column])
                else:
                    cells[row].append((row, column))
        return cells

    def _floored(self, row: int, column: int) -> bool:
        """True where a line runs between the row and the one above, or the row above is of another make."""
        if not self.levels:
            return True
        middle = (self.xs[column] + self.xs[column + 1]) / 2
        line = any(abs(r.y0 - self.ys[row]) < _NEAR and r.x0 - _NEAR <= middle <= r.x1 + _NEAR for r in self.levels)
        return line or (column > 0 and self._walled(column, row) != self._walled(column, row - 1))

    def _walled(self, column: int, row: int) -> bool:
        middle = (self.ys[row] + self.ys[row + 1]) / 2
        return any(
            abs(r.x0 - self.xs[column]) < _NEAR and r.y0 - _NEAR <= middle <= r.y1 + _NEAR for r in self.uprights
        )


def rules_of(shapes: Iterable[Shape], turn: int = 0) -> list[Rule]:
    """The straight level and upright lines among the shapes, edges of boxes among them, on a page turned upright."""
    rules: list[Rule] = []
    for shape in shapes:
        place = turned(shape.place, turn)
        if shape.picture or (place.width <= THIN and place.height <= THIN):
            continue
        if min(place.width, place.height) <= THIN:
            rules.append(Rule(*place))
        elif shape.simple and place.width > 8 and place.height > 6:
            rules += _edges(place)
    return rules


def _edges(place: Place) -> list[Rule]:
    left, bottom, right, top = place
    return [
        Rule(left, bottom, right, bottom),
        Rule(left, top, right, top),
        Rule(left, bottom, left, top),
        Rule(right, bottom, right, top),
    ]


def grids_of(rules: list[Rule]) -> list[Grid]:
    """The tables that the lines draw: at least two columns and two lines across, top of the page first."""
    grids = [grid for group in _groups(rules) for grid in _stacked(group)]
    return sorted(grids, key=lambda g: -g.ys[0])


def _groups(rules: list[Rule]) -> list[list[Rule]]:
    """Lines that touch one another, directly or by way of others (found by joining from top to bottom)."""
    parent = list(range(len(rules)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    order = sorted(range(len(rules)), key=lambda i: -rules[i].y1)
    active: list[int] = []
    for i in order:
        active = [j for j in active if rules[j].y0 <= rules[i].y1 + _NEAR]
        for j in active:
            if _touch(rules[i], rules[j]):
                parent[root(i)] = root(j)
        active.append(i)
    groups: dict[int, list[Rule]] = {}
    for i, rule in enumerate(rules):
        groups.setdefault(root(i), []).append(rule)
    return list(groups.values())


def _touch(a: Rule, b: Rule) -> bool:
    return a.x0 <= b.x1 + _NEAR and b.x0 <= a.x1 + _NEAR and a.y0 <= b.y1 + _NEAR and b.y0 <= a.y1 + _NEAR


def _stacked(rules: list[Rule]) -> list[Grid]:
    """The grid that touching lines make, or several where tables stand on top of one another."""
    uprights = [r for r in rules if not r.level]
    uprights += _outer([r for r in rules if r.level], uprights)
    xs = _clusters([(r.x0 + r.x1) / 2 for r in uprights])
    ys = _clusters([(r.y0 + r.y1) / 2 for r in rules if r.level])[::-1]
    if len(xs) < 3 or not ys:
        return []
    top, bottom = max(r.y1 for r in uprights), min(r.y0 for r in uprights)
    open_top, open_bottom = top > ys[0] + 5, bottom < ys[-1] - 5
    ys = ([top] if open_top else []) + ys + ([bottom] if open_bottom else [])
    grids = []
    for first, last in _alike(_walls(xs, ys, uprights)):
        used = [x for x in xs if any(_stands(r, x) and r.y1 > ys[last] + 1 and r.y0 < ys[first] - 1 for r in uprights)]
        if len(used) >= 3:
            opened = open_top and first == 0, open_bottom and last == len(ys) - 1
            levels = tuple(r for r in rules if r.level)
            grids.append(Grid(tuple(used), tuple(ys[first : last + 1]), tuple(uprights), *opened, levels))
    return grids


def _outer(levels: list[Rule], uprights: list[Rule]) -> list[Rule]:
    """The table's left and right edges where no line is drawn, but half of the lines across reach out to there."""
    if not levels or not uprights:
        return []
    low, top = min(r.y0 for r in uprights), max(r.y1 for r in uprights)
    rows = _clusters([r.y0 for r in levels])
    found = []
    for end, reached in ((min(r.x0 for r in levels), 0), (max(r.x1 for r in levels), 2)):
        reaching = [y for y in rows if any(abs(r[reached] - end) < _NEAR and abs(r.y0 - y) < _NEAR for r in levels)]
        if min(abs(r.x0 - end) for r in uprights) > _COLUMN and 2 * len(reaching) >= len(rows):
            found.append(Rule(end, low, end, top))
    return found


def _stands(rule: Rule, x: float) -> bool:
    return abs((rule.x0 + rule.x1) / 2 - x) < _NEAR


def _walls(xs: list[float], ys: list[float], uprights: list[Rule]) -> list[frozenset[int]]:
    """For each row, which of the `xs` have an upright line there."""
    rows = []
    for upper, lower in itertools.pairwise(ys):
        middle = (upper + lower) / 2
        rows.append(
            frozenset(i for i, x in enumerate(xs) if any(_stands(r, x) and r.y0 <= middle <= r.y1 for r in uprights))
        )
    return rows


def _alike(rows: list[frozenset[int]]) -> list[tuple[int, int]]:
    """(first, last line across) of each run of rows whose upright lines go together: a row may lack some (merged
    cells), but where each of two neighbours has lines that the other lacks, another table begins."""
    runs: list[tuple[int, int]] = []
    start, known = 0, frozenset[int]()
    for i, walls in enumerate(rows):
        if known and walls - known and known - walls and len(walls) > 1:
            runs.append((start, i))
            start, known = i, walls
        elif len(walls) > len(known):
            known = walls
    return [*runs, (start, len(rows))]


def _clusters(values: list[float]) -> list[float]:
    """The values in order, those that lie close together taken as one (their mean)."""
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][-1] <= _NEAR:
            groups[-1].append(value)
        else:
            groups.append([value])
    return [sum(g) / len(g) for g in groups]
