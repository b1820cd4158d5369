"""Single statements of what was found, each with the words around it that give it its meaning."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer.fit.lexicon import flat
from assistant.answer.quotes import shown
from assistant.answer.units import Unit, units_of
from assistant.index.manifest import Manifest
from assistant.language.words import STOP, YEAR, stem, words
from assistant.models import Hit

# Where a statement names its source, the year is when that came out, not what is told of: "(NIBR, mars 2018)".
_SOURCE = re.compile(
    r"\((?![^()]*(?:prosent|%|undersøk|barometer))(?:jf\. |se )?[A-ZÆØÅ][^()]{1,60}?(?:19|20)\d\d(?:[,:][^()]*)?\)"
    r"|\(jf\.[^()]*\)|\bjf\. [\w-]+ (?:19|20)\d\d|\bFoU[\w-]* (?:19|20)\d\d|\btildelingsbrev\w* (?:for )?(?:19|20)\d\d"
    r"|\b[Rr]apport (?:19|20)\d\d:\d+|\b(?:publisert|utgitt|levert|leverer)\b[^()]{0,30}?(?:19|20)\d\d"
)


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement (`text`), its headings and its whole passage as flat text, and the stems of the three.

    `study` is all that was found of its study, flat; `told` is the text without the sources it names, `years` the
    years in that.
    """

    unit: Unit
    text: str
    told: str
    heading: str
    passage: str
    study: str
    own: frozenset[str]
    above: frozenset[str]
    around: frozenset[str]
    years: frozenset[str]


def statements_of(hits: Sequence[Hit], manifest: Manifest) -> list[Statement]:
    """The statements of the hits, in their order; a study's makers count as words of its heading."""
    contexts = [_context(hit, manifest) for hit in hits]
    studies: dict[tuple[str, str | None], list[str]] = defaultdict(list)
    for hit in hits:
        studies[hit.passage.document, hit.passage.study].append(flat(hit.passage.text))
    of_study = [" ".join(studies[hit.passage.document, hit.passage.study]) if hit.passage.study else "" for hit in hits]
    found = []
    for unit in units_of(list(hits)):
        said = shown(unit)
        heading, passage, above, around = contexts[unit.hit_rank]
        told = _SOURCE.sub(" ", said)
        years = frozenset(YEAR.findall(told))
        study, own = of_study[unit.hit_rank], _stems(said)
        found.append(Statement(unit, flat(said), flat(told), heading, passage, study, own, above, around, years))
    return found


def _context(hit: Hit, manifest: Manifest) -> tuple[str, str, frozenset[str], frozenset[str]]:
    heading = " ".join((hit.passage.title, *hit.passage.path, *_makers(hit, manifest)))
    return flat(heading), flat(hit.passage.text), _stems(heading), _stems(hit.passage.text)


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words(text) if word not in STOP)


def _makers(hit: Hit, manifest: Manifest) -> tuple[str, ...]:
    """Who made the study and for whom, and when it came out, as far as its report says."""
    study = manifest.study_of(hit.passage)
    if study is None:
        return ()
    return tuple(told for told in (study.carried_out_by, study.commissioned_by, study.published) if told)
