"""What no model decides: a statement that itself names another year or place than the question does not answer it."""

import re

from assistant.language.places import named
from assistant.language.words import YEAR
from assistant.question import Question
from assistant.statements import Statement

# What is left of a statement's chance where it contradicts the question.
_LEFT = 0.15
# Where a year names the report or survey that is asked of, not what it tells of: "undersøkelsen for 2023".
_OF_SOURCE = re.compile(
    r"(?:undersøk|undersøking|studi|kartlegging|evaluering|oppsummering|rapport|barometer|survey|report|fou|\()"
    r"\w*\s*(?:\w+\s){0,2}\W*(?:19|20)\d\d",
    re.IGNORECASE,
)


def weighed(question: Question, statement: Statement, chance: float) -> float:
    """The statement's chance, most of it taken off where it names other years or places than the question."""
    if _of_other_years(question, statement) or _of_other_places(question, statement):
        return chance * _LEFT
    return chance


def _of_other_years(question: Question, statement: Statement) -> bool:
    asked = set(question.years)
    if not asked or _OF_SOURCE.search(question.whole):
        return False
    passage = statement.passage
    told = set(YEAR.findall(statement.text)) | {year for heading, _ in passage.cells for year in YEAR.findall(heading)}
    return bool(told) and told.isdisjoint(asked) and str(passage.year) not in asked


def _of_other_places(question: Question, statement: Statement) -> bool:
    asked = question.places
    told = named(f"{statement.span.about} {statement.text} {' '.join(statement.passage.path)}")
    return bool(asked and told) and told.isdisjoint(asked)
