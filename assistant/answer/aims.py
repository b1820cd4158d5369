"""Where a figure of a year is asked for: whether a statement tells what was aimed at, and not what came of it."""

import re

from assistant.question import Question, Wanted
from assistant.reader.roles import Role, load_roles
from assistant.statements import Statement

_AIM = re.compile(
    r"\b(?:mål(?:et|sett\w*|tal\w*)?|resultatkrav\w*|skulle|skal|forvent\w*|vent(?:es|ast)|prognos\w*|anslå\w*"
    r"|planleg\w*|budsjett\w*|ambisjon\w*|anmod\w*|goals?|aims?|aimed|targets?|expected|plann?\w*)\b",
    re.I,
)
_LIKELY = 0.5  # chance of being told as an aim or a plan, from which a statement is one


def asks_what_came_of_it(question: Question) -> bool:
    """Whether a question asks for a figure of a year, and not for what was planned."""
    return bool(question.years) and Wanted.FIGURE in question.wants and not _AIM.search(question.whole)


def is_aim(statement: Statement) -> bool:
    """Whether a statement tells an aim, a plan or an expectation: its words must allow it, its role says so."""
    if not _AIM.search(statement.text):
        return False
    roles = load_roles()
    return roles is not None and roles.likely([statement], Role.GOAL, Role.PLAN)[0] >= _LIKELY
