"""Which way the figures of statements go from year to year."""

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.answer.fit.asked import Term
from assistant.answer.fit.statements import Statement

UP, DOWN = "up", "down"
_FIGURE = r"\d+(?:,\d+)?"
_NO_YEAR = r"(?!(?:19|20)\d\d\b)"
_TOKEN = re.compile(r"(?<![\d,.])\d+(?:[,.]\d+)?(?![\d])")
_YEAR = re.compile(r"^(?:19|20)\d\d$")
# Characters between a figure and its year at most, before and after the year.
_BEFORE, _AFTER = 20, 45
# How many were asked, and the number of a table, are no figures of what is told.
_ASIDE = re.compile(r"\b(?:n|sp|spørsmål|figur|tabell|side) \d+(?: \d+)?\b")
_AGAINST = re.compile(
    rf"(?<![\d,.]){_NO_YEAR}({_FIGURE})(?!\d)(?:[^.\d]|\b(?:19|20)\d\d\b){{0,110}}"
    r"\b(?:mot|ned fra|opp fra|sammenlign\w* med|samanlikna med) (?:bare |kun |berre )?"
    rf"{_NO_YEAR}({_FIGURE})(?!\d)"
)


def by_figures(one: Statement, years: Sequence[str]) -> str | None:
    """Which way a statement's figures go from the first to the last of the years that it gives figures for."""
    found = _figures(one)
    if len(found) < 2:
        pair = None if one.unit.passage.cells else _AGAINST.search(_ASIDE.sub(" ", one.told))
        return _way(_value(pair.group(2)), _value(pair.group(1))) if pair else None
    given = sorted(year for year in found if not years or year in years or len(years) < 2)
    if len(given) < 2 or (years and years[-1] not in given):
        return None
    return _way(found[given[-2] if len(years) < 2 else given[0]], found[given[-1]])


def across(terms: Sequence[Term], years: Sequence[str], statements: Sequence[Statement]) -> str | None:
    """Which way two statements' figures go, one a year, that count by the same word of the question."""
    if len(years) != 2:
        return None
    for term in sorted(terms, key=lambda term: -term.weight):
        counted: dict[str, float] = {}
        figure = re.compile(rf"(?<![\d,.])({_FIGURE}) {re.escape(term.stem)}")
        for one in statements:
            of = one.years & set(years)
            if len(of) == 1 and (number := figure.search(one.told)):
                counted.setdefault(next(iter(of)), _value(number.group(1)))
        if len(counted) == 2:
            return _way(counted[years[0]], counted[years[1]])
    return None


def _way(first: float, last: float) -> str | None:
    return UP if last > first else DOWN if last < first else None


def _figures(one: Statement) -> dict[str, float]:
    """The statement's figure for each year; nothing where they are all the same."""
    if one.unit.passage.cells:
        pairs = ((re.search(r"(?:19|20)\d\d", heading), value) for heading, value in one.unit.passage.cells)
        return {year.group(): number for year, value in pairs if year and (number := _cell(value)) is not None}
    text = _ASIDE.sub(lambda match: " " * len(match.group()), one.told)
    tokens = [(match.start(), match.group()) for match in _TOKEN.finditer(text)]
    found = _in_turn([token for _, token in tokens]) or _nearest(tokens)
    return found if len(set(found.values())) > 1 else {}


def _in_turn(tokens: Sequence[str]) -> dict[str, float]:
    """Figures and years that take turns: "61 prosent i 2015 og 70 i 2017", or "i 2015 61 prosent, i 2017 70"."""
    are_years = [bool(_YEAR.match(token)) for token in tokens]
    if len(tokens) < 4 or len(tokens) % 2 or any(a == b for a, b in pairwise(are_years)):
        return {}
    pairs = zip(tokens[::2], tokens[1::2], strict=True)
    return {a: _value(b) for a, b in pairs} if are_years[0] else {b: _value(a) for a, b in pairs}


def _nearest(tokens: Sequence[tuple[int, str]]) -> dict[str, float]:
    """Each year's nearest figure; a figure belongs to one year."""
    numbers = [(at, token) for at, token in tokens if not _YEAR.match(token)]
    found: dict[str, float] = {}
    used: set[int] = set()
    for at, year in ((at, token) for at, token in tokens if _YEAR.match(token)):
        free = [(place, token) for place, token in numbers if place not in used]
        before = [(at - place, place, token) for place, token in free if 0 < at - place < _BEFORE]
        after = [(place - at, place, token) for place, token in free if 0 < place - at < _AFTER]
        if before or after:
            _, place, token = min(before or after)
            used.add(place)
            found[year] = _value(token)
    return found


def _value(figure: str) -> float:
    return float(figure.replace(",", "."))


def _cell(value: str) -> float | None:
    digits = re.match(r"\d+(?:[ .\u00a0]\d{3})*(?:,\d+)?", value.strip())
    return _value(re.sub(r"[ .\u00a0]", "", digits.group())) if digits else None
