"""What a question takes for granted, held against what statements say: which way things changed, what ended."""

import re
from collections.abc import Sequence

from assistant.answer.fit.asked import Asked
from assistant.answer.fit.lexicon import lexicon, met
from assistant.answer.fit.statements import Statement

UP, DOWN, ENDED, KEPT = "up", "down", "ended", "kept"
_OPPOSITE = {UP: DOWN, DOWN: UP}
_TOKEN = re.compile(r"(?<![\d,.])\d+(?:[,.]\d+)?(?![\d])")
_YEAR = re.compile(r"^(?:19|20)\d\d$")
# Characters between a year and its figure: "61 prosent i 2015" stands close, "i 2015 var tallet 61" may not.
_BEFORE, _AFTER = 20, 45
_AGAINST = re.compile(r"(\d+(?:,\d+)?)(?!\d)[^.\d]{0,80}\bmot (?:bare |kun |berre )?(\d+(?:,\d+)?)(?!\d)")


def contradicted(asked: Asked, statements: Sequence[Statement]) -> float:
    """1 where the statements say the opposite of what is taken for granted, 0.5 where they say nothing of it, 0 else.

    Only for questions that ask for a reason, and only by direction and end of things.
    """
    if not asked.why:
        return 0.0
    if ENDED in asked.directions:
        return 0.0 if any(ENDED in ways(one, asked.years) for one in statements) else 1.0
    ways_asked = asked.directions & {UP, DOWN}
    if len(ways_asked) != 1 or asked.compares:
        return 0.0
    (way,) = ways_asked
    said = [ways(one, asked.years) for one in statements]
    same, opposite = sum(way in one for one in said), sum(_OPPOSITE[way] in one for one in said)
    if opposite > same:
        return 1.0
    return 0.0 if same else 0.5


def ways(one: Statement, years: Sequence[str]) -> frozenset[str]:
    """The ways in which a statement says that things change: by its figures for the years, else by its words."""
    measured = _by_figures(one, years)
    return frozenset({measured}) if measured else met(lexicon().directions, one.text)


def _by_figures(one: Statement, years: Sequence[str]) -> str | None:
    """Which way its figures go from the first to the last of the years that it gives figures for."""
    found = _figures(one)
    if len(found) < 2 and (pair := _AGAINST.search(one.text)):
        now, then = (float(figure.replace(",", ".")) for figure in pair.groups())
        return UP if now > then else DOWN if now < then else None
    given = sorted(year for year in found if not years or year in years or len(years) < 2)
    if len(given) < 2 or (years and years[-1] not in given):
        return None
    first, last = found[given[-2] if len(years) < 2 else given[0]], found[given[-1]]
    return UP if last > first else DOWN if last < first else None


def _figures(one: Statement) -> dict[str, float]:
    if one.unit.passage.cells:
        pairs = ((re.search(r"(?:19|20)\d\d", heading), value) for heading, value in one.unit.passage.cells)
        return {year.group(): number for year, value in pairs if year and (number := _number(value)) is not None}
    tokens = [(match.start(), match.group()) for match in _TOKEN.finditer(one.text)]
    numbers = [(at, token) for at, token in tokens if not _YEAR.match(token)]
    found = {}
    used: set[int] = set()  # a figure belongs to one year
    for at, year in ((at, token) for at, token in tokens if _YEAR.match(token)):
        free = [(place, token) for place, token in numbers if place not in used]
        before = [(at - place, place, token) for place, token in free if 0 < at - place < _BEFORE]
        after = [(place - at, place, token) for place, token in free if 0 < place - at < _AFTER]
        if before or after:
            _, place, token = min(before or after)
            used.add(place)
            found[year] = float(token.replace(",", "."))
    return found if len(set(found.values())) > 1 else {}


def _number(value: str) -> float | None:
    digits = re.match(r"\d+(?:[ .\u00a0]\d{3})*(?:,\d+)?", value.strip())
    return float(re.sub(r"[ .\u00a0]", "", digits.group()).replace(",", ".")) if digits else None
