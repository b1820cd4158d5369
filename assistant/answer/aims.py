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
_LIKELY = 0.1  # chance of an aim or a plan, at least: "er anmodet om å bosette" looks most like a description


def asks_what_came_of_it(question: Question) -> bool:
    """Whether a question asks for a figure of a year, and not for what was planned."""
    return bool(question.years) and Wanted.FIGURE in question.wants and not _AIM.search(question.whole)


def is_aim(statement: Statement) -> bool:
    """Whether a statement tells an aim, a plan or an expectation: its words must allow it, its role says so."""
    if not _AIM.search(statement.text):
        return False
    roles = load_roles()
    if roles is None:
        return False
    (aim,), (result,) = roles.likely([statement], Role.GOAL, Role.PLAN), roles.likely([statement], Role.RESULT)
    return aim >= max(_LIKELY, result)
