"""Single statements of what was found, each with the words around it that give it its meaning."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer.fit.lexicon import flat
from assistant.answer.quotes import shown
from assistant.answer.units import Unit, units_of
from assistant.language.words import STOP, stem, words
from assistant.models import Hit

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement (`text`), its headings and its whole passage as flat text, and the stems of the three.

    `years` are those that the statement itself names.
    """

    unit: Unit
    text: str
    heading: str
    passage: str
    own: frozenset[str]
    above: frozenset[str]
    around: frozenset[str]
    years: frozenset[str]


def statements_of(hits: Sequence[Hit]) -> list[Statement]:
    """The statements of the hits, in their order."""
    contexts = [_context(hit) for hit in hits]
    found = []
    for unit in units_of(list(hits)):
        said = shown(unit)
        heading, passage, above, around = contexts[unit.hit_rank]
        years = frozenset(YEAR.findall(said))
        found.append(Statement(unit, flat(said), heading, passage, _stems(said), above, around, years))
    return found


def _context(hit: Hit) -> tuple[str, str, frozenset[str], frozenset[str]]:
    heading = " ".join((hit.passage.title, *hit.passage.path))
    return flat(heading), flat(hit.passage.text), _stems(heading), _stems(hit.passage.text)


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words(text) if word not in STOP)
