"""What a question takes for granted, held against what statements say: which way things changed, what ended."""

from collections.abc import Sequence

from assistant.answer.fit.asked import Asked
from assistant.answer.fit.lexicon import lexicon, met
from assistant.answer.fit.matching import AROUND, Fit
from assistant.answer.fit.statements import Statement
from assistant.answer.fit.trends import DOWN, UP, across, by_figures

ENDED, KEPT = "ended", "kept"
# What a statement says of a thing that a question takes the other way.
OPPOSITE = {
    UP: DOWN, DOWN: UP, ENDED: KEPT,
    "works": "works_not", "works_not": "works", "bound": "free", "free": "bound",
}  # fmt: skip
# The first of each pair stands within the words of the second: "virket ikke" has "virket".
_NEGATED = (("works", "works_not"), ("bound", "free"))
_BY_FIGURES = 3.0  # what a way that figures show counts against one that words say


def contradicted(asked: Asked, near: Sequence[Fit]) -> float:
    """1 where the statements say the opposite of what is taken for granted, 0.5 where they say nothing of it, 0 else.

    Only for questions that ask for a reason, by which way things went, what ended, what worked, what is a duty.
    """
    if not asked.why:
        return 0.0
    if ENDED in asked.directions:
        said = any(ENDED in ways(fit.statement, asked.years) and _of_it(asked, fit) for fit in near)
        return 0.0 if said else 1.0
    taken = [way for way in asked.directions if way in OPPOSITE and OPPOSITE[way] not in asked.directions]
    statements = [fit.statement for fit in near]
    return max((_against(way, asked, statements) for way in taken), default=0.0)


def ways(one: Statement, years: Sequence[str]) -> frozenset[str]:
    """The ways in which a statement says that things change: by its figures for the years, else by its words."""
    measured = by_figures(one, years)
    return frozenset({measured}) if measured else _said(one)


def _said(one: Statement) -> frozenset[str]:
    said = met(lexicon().directions, one.text)
    return said - {way for way, without in _NEGATED if without in said}


def _against(way: str, asked: Asked, statements: Sequence[Statement]) -> float:
    """How far the statements speak against one way that things are taken to have gone."""
    goes = way in (UP, DOWN)
    if goes and asked.compares:
        return 0.0
    same = opposite = 0.0
    for one in statements:
        measured = by_figures(one, asked.years) if goes else None
        said = {measured} if measured else _said(one)
        weight = _BY_FIGURES if measured else 1.0
        same += weight * (way in said)
        opposite += weight * (OPPOSITE[way] in said)
    if goes and (measured := across(asked.terms, asked.years, statements)):
        same += _BY_FIGURES * (measured == way)
        opposite += _BY_FIGURES * (measured != way)
    return 1.0 if opposite > same else 0.0 if same else 0.5


def _of_it(asked: Asked, fit: Fit) -> bool:
    """Whether a statement, or what stands around it, has all that the question names."""
    return all(fit.held[term.word] >= AROUND for term in asked.terms if not term.everyday)
