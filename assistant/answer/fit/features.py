"""The slots of a question held against single statements: how much of each is missing, 0 (nothing) to 1 (all of it)."""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from assistant.answer.fit.asked import Asked, Term
from assistant.answer.fit.grades import group_grade, name_grade, unit_grade, year_grade
from assistant.answer.fit.lexicon import lexicon
from assistant.answer.fit.matching import Fit, fits
from assistant.answer.fit.premise import contradicted
from assistant.answer.fit.statements import Statement
from assistant.index.manifest import Manifest
from assistant.models import Hit, SectionKind

# What the confidence is made of; "unit" is measured beside them, for what is told to the user.
FEATURES = (
    "words", "together", "years", "groups", "joint", "premise", "results", "planned", "person", "case",
    "far", "far_first",
)  # fmt: skip

_RIVALS = 0.8  # statements that cover this share of what the best one does speak of the same
_CONTRADICTING = 4  # of those, the best that a premise is held against
_CLEARLY = 0.2  # plans that cover this share more of a question than all else are what it is on
_OF_STUDY = 6  # of those, the best that say which study a question is on
# How much a statement counts by its passage's score alone, against the best by its words: the search knows synonyms.
# One that covers less than a share of what the best does counts less: its neighbours are what was found.
_BY_SCORE, _FALL, _SHARED = 0.85, 3.0, 0.5
_YEARS_FROM = 0.3  # gaps in years up to this are what paraphrase leaves
_RESULTS = frozenset({SectionKind.FINDINGS, SectionKind.RECOMMENDATIONS})
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
        shared = min(1.0, fit.covered / best / _SHARED) if best else 1.0
        return max(by_words, _BY_SCORE * math.pow(by_score, _FALL) * shared)

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

    near = [fit for fit in ranked if fit.covered >= _RIVALS * best]
    years = {year: gap(lambda one, year=year: year_grade(year, one, asked, manifest), 1.5) for year in asked.years}  # type: ignore[misc]
    mean_years = sum(years.values()) / len(years) if years else 0.0
    specific = [term for term in asked.terms if not term.everyday]
    gaps = {
        "words": _largest(1.0 - max(fit.held[term.word] for fit in ranked) for term in specific),
        "together": _apart(specific, ranked),
        "years": max(0.0, (mean_years - _YEARS_FROM) / (1.0 - _YEARS_FROM)),
        "groups": _largest(gap(lambda one, group=group: group_grade(group, one), 1.5) for group in asked.groups),  # type: ignore[misc]
        "joint": gap(joint),
        "unit": gap(lambda one, unit=asked.unit: unit_grade(unit, one)) if asked.unit else 0.0,  # type: ignore[misc]
        "premise": contradicted(asked, near[:_CONTRADICTING]),
        **_results(asked, near, ranked, manifest),
        **{name: float(name in asked.beyond) for name in ("person", "case")},
        **_distance(asked, hits),
    }
    return Match(asked, tuple(ranked), gaps, years, tuple(fit.statement for fit in near))


def _apart(specific: Sequence[Term], ranked: Sequence[Fit]) -> float:
    """The share of what the question names that even the statement that covers most of it leaves out."""
    total = sum(term.weight for term in specific)
    if not total:
        return 0.0
    return 1.0 - max(sum(term.weight * fit.held[term.word] for term in specific) for fit in ranked) / total


def _largest(gaps: Iterable[float]) -> float:
    return max(gaps, default=0.0)


def _results(asked: Asked, near: Sequence[Fit], ranked: Sequence[Fit], manifest: Manifest) -> dict[str, float]:
    """Whether results are asked for of a study that the reports give none of, or that was still to come."""
    if not asked.results:
        return {"results": 0.0, "planned": 0.0}
    of_study = [fit.statement for fit in near[:_OF_STUDY]]
    without = sum(_without_results(one, manifest) for one in of_study)
    return {"results": without / len(of_study), "planned": _planned(ranked)}


def _planned(ranked: Sequence[Fit]) -> float:
    """How much more of the question the statements on what a study is to do cover than those on anything else."""
    plan = lexicon().plan
    plans, told = 0.0, 0.0
    for fit in ranked:
        if plan.search(fit.statement.text):
            plans = max(plans, fit.covered)
        else:
            told = max(told, fit.covered)
    return min(1.0, max(0.0, (plans - told) / plans / _CLEARLY)) if plans else 0.0


def _without_results(one: Statement, manifest: Manifest) -> bool:
    """Whether a statement tells no result, and is of a study without a section of results."""
    study = manifest.study_of(one.unit.passage)
    untold = study is not None and not _RESULTS & set(study.sections)
    return untold and not lexicon().told.search(one.text)


def _distance(asked: Asked, hits: Sequence[Hit]) -> dict[str, float]:
    """How far in meaning the nearest and the first passage are."""
    start = _FAR_ENGLISH if asked.language == "en" else _FAR
    cosines = [hit.cosine for hit in hits if hit.cosine is not None]

    def far(cosine: float) -> float:
        return 1.0 - min(1.0, max(0.0, (cosine - start) / _SPAN))

    nearest = max(cosines, default=start)
    first = hits[0].cosine if hits[0].cosine is not None else min(cosines, default=start)
    return {"far": far(nearest), "far_first": far(first)}
