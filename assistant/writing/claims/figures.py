"""Figures with what they count, what bounds them, and the year and the place beside each."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.language import numerals
from assistant.language.words import YEAR
from assistant.writing.claims.lexicon import is_content, key_of, kinds, named

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_ENGLISH_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+")
WORDED = {name: str(value) for name, value in numerals.WORDED.items()}
_OF = ("av", "of", "out_of", "blant", "among")
_REACH = 4  # tokens after a figure in which what it counts stands


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure: `value` in one way of writing, what it counts, and of whom."""

    value: str
    unit: str = ""
    counted: frozenset[tuple[str, str]] = frozenset()
    bound: str = ""
    year: str = ""
    noun: str = ""  # what is counted, where it is neither a unit nor a group

    @property
    def percent(self) -> float | None:
        """The share that it tells."""
        if "/" in self.value:
            part, _, whole = self.value.partition("/")
            return 100 * float(part) / float(whole) if float(whole) else None
        return float(self.value.replace(",", ".")) if self.unit == "percent" and self.value.count(",") < 2 else None


def figures_of(tokens: Sequence[str]) -> tuple[Figure, ...]:
    """The figures of a segment: numbers that are no years, and `to av tre`."""
    places = [i for i, token in enumerate(tokens) if _NUMBER.fullmatch(token) and not YEAR.fullmatch(token)]
    found: list[Figure] = []
    skipped: set[int] = set()
    for i in range(len(tokens)):
        if ratio := _ratio(tokens, i):
            end = i + len(ratio[1])
            found.append(Figure(ratio[0], "share", _groups(tokens[end : end + 2]), _bound(tokens, i)))
            skipped.update(range(i, end))
    for i in places:
        if i not in skipped:
            end = next((j for j in places if j > i), len(tokens))
            found.append(_figure(tokens, i, end, len(places)))
    found = _spanned(found, tokens)
    return tuple(_with_unit(one, found[i + 1 :]) for i, one in enumerate(found))


def _spanned(figures: list[Figure], tokens: Sequence[str]) -> list[Figure]:
    """`fra 37 til 45 prosent mellom 2016 og 2019`: the first figure is of the first year, the last of the last."""
    years = [token for token in tokens if YEAR.fullmatch(token)]
    if len(figures) != 2 or len(years) != 2 or not ({"fra", "frå", "from"} & set(tokens)):
        return figures
    by_value = {WORDED.get(token, _value(token)): i for i, token in reversed(list(enumerate(tokens)))}
    places = [by_value.get(figure.value) for figure in figures]
    first_year = tokens.index(years[0])
    if None in places or not all(place < first_year for place in places if place is not None):
        return figures
    return [replace(figure, year=year) for figure, year in zip(figures, years, strict=True)]


def _with_unit(figure: Figure, later: Sequence[Figure]) -> Figure:
    """`fra 37 til 45 prosent`: the first is of what the second is of."""
    if figure.unit or figure.counted or not later:
        return figure
    return replace(figure, unit=later[0].unit, counted=later[0].counted)


def _figure(tokens: Sequence[str], at: int, end: int, count: int) -> Figure:
    after = tokens[at + 1 : min(end, at + 1 + _REACH)]
    units = [name for token in (*after[:3], *tokens[max(0, at - 1) : at]) for name in _units(token)]
    unit = "-".join(sorted(set(units) - {"krone"})) or (units[0] if units else "")
    counted = _groups(after[1:4]) if "percent" in units else _groups(after[:2])
    return Figure(
        _value(tokens[at]),
        unit,
        counted,
        _bound(tokens, at),
        _year(tokens, at, end, count),
        _noun(after, unit, counted),
    )


def _value(token: str) -> str:
    """The number in one way of writing: 15,291 is an English 15 291."""
    return token.replace(",", "") if _ENGLISH_THOUSANDS.fullmatch(token) else token.replace(".", ",")


def _noun(after: Sequence[str], unit: str, counted: frozenset[tuple[str, str]]) -> str:
    if unit or counted or not after or not is_content(after[0]):
        return ""
    return key_of(after[0])


def _units(token: str) -> set[str]:
    return set(named(token, "unit"))


def _groups(tokens: Sequence[str]) -> frozenset[tuple[str, str]]:
    return frozenset(pair for token in tokens for pair in kinds(token, "group"))


def _bound(tokens: Sequence[str], at: int) -> str:
    before = tokens[max(0, at - 2) : at]
    return next((name for token in reversed(before) for name in named(token, "bound")), "")


def _year(tokens: Sequence[str], at: int, end: int, count: int) -> str:
    """The year that follows the figure before the next one, where there are several figures."""
    return next((token for token in tokens[at + 1 : end] if YEAR.fullmatch(token)), "") if count > 1 else ""


def _ratio(tokens: Sequence[str], at: int) -> tuple[str, Sequence[str]] | None:
    """`to av tre` or `9 av 10` as 2/3 or 9/10, and its tokens."""
    for length in (3, 4):
        some = tokens[at : at + length]
        if len(some) == length and all(token in (*_OF, "out") for token in some[1:-1]):
            part, whole = (WORDED.get(token, token) for token in (some[0], some[-1]))
            if (
                part.isdigit()
                and whole.isdigit()
                and int(part) < int(whole) <= 1000
                and some[1] not in ("blant", "among")
            ):
                return f"{part}/{whole}", some
    return None
