"""Measures from table rows: the columns that bear years."""

import re
from collections.abc import Sequence

from assistant.answer.series.lines import Line, Value
from assistant.answer.series.numbers import Number, Year, counted, numbers, years
from assistant.models import Passage
from assistant.statements import Statement

_TARGET = re.compile(r"\b(?:krav|mål|target|prognose|budsjett)\b", re.I)
_SHORT = 45  # characters up to which a row's label needs its table's heading beside it


def row_line(passage: Passage, hit_rank: int = 0) -> Line | None:
    """The measure of a table row, where at least two of its columns of one kind are years; None otherwise."""
    columns = _year_columns(passage.cells)
    if len(columns) < 2 or not passage.spans:
        return None
    statement = Statement(passage, passage.spans[0], hit_rank)
    found = [(year, number, cell) for year, cell in columns if (number := _leading(cell)) is not None]
    kinds = {(number.kind, number.noun) for _, number, _ in found}
    if len(found) < 2 or len(kinds) != 1 or not any(number.value for _, number, _ in found):
        return None
    values = [
        Value(year.year, number.text, number.value, statement, _who(cell, number), part=year.part)
        for year, number, cell in found
    ]
    label, above = _named(passage)
    return Line(
        label,
        found[0][1].kind,
        _measured_in(found[0][1], label),
        tuple(sorted(values, key=lambda value: value.year)),
        " ".join((above, *passage.path)),
        passage.cells[0][1],
    )


def _year_columns(cells: Sequence[tuple[str, str]]) -> list[tuple[Year, str]]:
    """The cells under the largest group of headings that differ in their year alone; what was aimed at comes last."""
    groups: dict[str, list[tuple[Year, str]]] = {}
    for heading, value in cells:
        named = years(heading)
        if len(named) == 1:
            rest = f"{heading[: named[0].start]} {heading[named[0].end :]}".casefold().replace(named[0].part, "")
            groups.setdefault(re.sub(r"\W+", " ", rest).strip(), []).append((named[0], value))
    fit = [group for group in groups.items() if len({year.year for year, _ in group[1]}) == len(group[1]) > 1]
    return max(fit, key=lambda group: (not _TARGET.search(group[0]), len(group[1])), default=("", []))[1]


def _leading(cell: str) -> Number | None:
    """The number that the cell begins with; None where it begins with words or a footnote's mark."""
    first = next(iter(numbers(cell)), None)
    return first if first is not None and first.start == 0 else None


def _who(cell: str, number: Number) -> str:
    """What the cell says beside its number: whom it counts, or which of them."""
    if said := counted(cell):
        return said
    rest = cell[number.end :].strip()
    match = re.match(r"\((.+?)\)", rest)
    return match.group(1) if match else ""


def _named(passage: Passage) -> tuple[str, str]:
    """What the row is called, with its table's heading where its label is short; and the table's title."""
    heading, label = passage.cells[0]
    title = passage.text.split("\n", 1)[0]
    if years(heading) or not any(character.isalpha() for character in label):
        label, heading = title, ""
    label = re.sub(r"[\s*]+", " ", label).strip(" :.")
    is_named = heading and not years(heading) and any(character.islower() for character in heading)
    if is_named and len(label) < _SHORT and not label.casefold().startswith(heading.casefold()):
        return f"{heading}: {label}", title
    return label, f"{title} {heading}"


def _measured_in(number: Number, label: str) -> str:
    if number.noun:
        return number.noun
    stated = re.search(r"\((kroner|prosent|personer|årsverk)\)", label, re.I)
    return stated.group(1).casefold() if stated else ""
