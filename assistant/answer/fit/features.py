"""The slots of a question held against single statements: how much of each is missing, 0 (nothing) to 1 (all of it)."""

import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from assistant.answer.fit.asked import Asked
from assistant.answer.fit.grades import group_grade, name_grade, unit_grade, year_grade
from assistant.answer.fit.matching import Fit, fits
from assistant.answer.fit.premise import contradicted
from assistant.answer.fit.statements import Statement
from assistant.index.manifest import Manifest
from assistant.models import Hit, Passage, SectionKind

FEATURES = (
    "words", "apart", "names", "years", "groups", "unit", "joint", "premise", "results", "planned",
    "person", "case", "future", "far", "far_first",
)  # fmt: skip

_RIVALS = 0.8  # statements that cover this share of what the best one does speak of the same
_CONTRADICTING = 4  # of those, the best that a premise is held against
# How much a statement counts by its passage's score alone, against the best by its words: the search knows synonyms.
_BY_SCORE, _FALL = 0.85, 3.0
_YEARS_FROM = 0.3  # gaps in years up to this are what paraphrase leaves
_RESULTS = frozenset({SectionKind.FINDINGS, SectionKind.RECOMMENDATIONS})
_PLANNED = re.compile(
    r"\b(?:skal (?:etter planen )?(?:levere|utarbeide|undersøke|identifisere|gjennomføre|evaluere|være|gi|vurdere)"
    r"|vil (?:bli|foreligge|bygge|publiseres)|avsluttes i|igangsettes|leveres|planlagt|under utarbeidelse|kommende"
    r"|publiseres|forventet|pågående|ble tildelt oppdraget|har fått oppdraget|ferdigstilt i)"
)
# Cosines of the bundled model lie high, and lower across languages: from here, over this span, they tell.
_FAR, _FAR_ENGLISH, _SPAN = 0.8, 0.775, 0.14


@dataclass(frozen=True, slots=True)
class Match:
    """A question's slots beside the statements that were found, best first, and how much of each slot is missing."""

    asked: Asked
    ranked: tuple[Fit, ...]
    gaps: Mapping[str, float]
    years: Mapping[str, float]
    near: tuple[Statement, ...]

    @property
    def contradicting(self) -> tuple[Statement, ...]:
        """The statements that a premise is held against."""
        return self.near[:_CONTRADICTING]


def match_of(asked: Asked, hits: Sequence[Hit], statements: Sequence[Statement], manifest: Manifest) -> Match | None:
    """What the hits hold of what is asked; None where they hold no statement."""
    ranked = fits(asked.terms, statements)
    if not ranked:
        return None
    best = ranked[0].covered
    top = hits[0].score or 1.0

    def weight(fit: Fit, power: float) -> float:
        by_words = math.pow(fit.covered / best, power) if best else 0.0
        by_score = max(0.0, hits[fit.statement.unit.hit_rank].score / top)
        return max(by_words, _BY_SCORE * math.pow(by_score, _FALL))

    def gap(grade: Callable[[Statement], float], power: float = 2.0) -> float:
        return 1.0 - max(weight(fit, power) * grade(fit.statement) for fit in ranked)

    def joint(one: Statement) -> float:
        """How far one statement fills all slots at once."""
        grade = max((year_grade(year, one, asked, manifest) for year in asked.years), default=1.0)
        for name in asked.names:
            grade *= 0.4 + 0.6 * name_grade(name, one)
        for group in asked.groups:
            grade *= group_grade(group, one)
        return grade * (0.5 + 0.5 * unit_grade(asked.unit, one)) if asked.unit else grade

    near = tuple(fit.statement for fit in ranked if fit.covered >= _RIVALS * best)
    years = {year: gap(lambda one, year=year: year_grade(year, one, asked, manifest), 1.5) for year in asked.years}  # type: ignore[misc]
    mean_years = sum(years.values()) / len(years) if years else 0.0
    specific = [term.word for term in asked.terms if not term.everyday]
    gaps = {
        "words": _largest(1.0 - max(fit.held[word] for fit in ranked) for word in specific),
        "apart": _largest(1.0 - max(fit.held[word] * weight(fit, 1.0) for fit in ranked) for word in specific),
        "names": _largest(gap(lambda one, name=name: name_grade(name, one), 1.0) for name in asked.names),  # type: ignore[misc]
        "years": max(0.0, (mean_years - _YEARS_FROM) / (1.0 - _YEARS_FROM)),
        "groups": _largest(gap(lambda one, group=group: group_grade(group, one), 1.5) for group in asked.groups),  # type: ignore[misc]
        "unit": gap(lambda one, unit=asked.unit: unit_grade(unit, one)) if asked.unit else 0.0,  # type: ignore[misc]
        "joint": gap(joint),
        "premise": contradicted(asked, near[:_CONTRADICTING]),
        **_results(asked, hits, ranked, manifest),
        **{name: float(name in asked.beyond) for name in ("person", "case", "future")},
        **_distance(asked, hits),
    }
    return Match(asked, tuple(ranked), gaps, years, near)


def _largest(gaps: Iterable[float]) -> float:
    return max(gaps, default=0.0)


def _results(asked: Asked, hits: Sequence[Hit], ranked: Sequence[Fit], manifest: Manifest) -> dict[str, float]:
    """Whether results are asked for of a study that the reports give none of, or that was still to come."""
    if not asked.results:
        return {"results": 0.0, "planned": 0.0}
    best = (ranked[0].statement.unit.passage, hits[0].passage)
    return {
        "results": sum(_without_results(passage, manifest) for passage in best) / len(best),
        "planned": float(any(_PLANNED.search(fit.statement.text) for fit in ranked[:3])),
    }


def _without_results(passage: Passage, manifest: Manifest) -> bool:
    document = manifest.document(passage.document)
    studies = document.studies if document else ()
    return any(study.title == passage.study and not _RESULTS & set(study.sections) for study in studies)


def _distance(asked: Asked, hits: Sequence[Hit]) -> dict[str, float]:
    """How far in meaning the nearest and the first passage are."""
    start = _FAR_ENGLISH if asked.language == "en" else _FAR
    cosines = [hit.cosine for hit in hits if hit.cosine is not None]

    def far(cosine: float) -> float:
        return 1.0 - min(1.0, max(0.0, (cosine - start) / _SPAN))

    nearest = max(cosines, default=start)
    first = hits[0].cosine if hits[0].cosine is not None else min(cosines, default=start)
    return {"far": far(nearest), "far_first": far(first)}
