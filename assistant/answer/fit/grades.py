"""How far one statement fills one slot of a question: 1 in its own words, less the farther off, 0 not at all."""

import re

from assistant.answer.fit.asked import Asked
from assistant.answer.fit.lexicon import flat, lexicon
from assistant.answer.fit.matching import alike
from assistant.answer.fit.statements import Statement
from assistant.index.manifest import Manifest
from assistant.language.terms import load_terms
from assistant.language.words import YEAR
from assistant.models import ReportKind

_IN_STUDY = 0.5
_YEARLY = frozenset({ReportKind.ANNUAL, ReportKind.SURVEY})
_BEFORE = re.compile(r"året før|i fjor|to år (?:før|siden)|forrige")
# A year after one of these is when something is to come, not what a figure is of.
_COMING = (
    r"(?:publiser\w*|foreligge|innen|før|lanser\w*|forvent\w*|planl\w*|igangsett\w*|ferdig\w*|anmod\w*)\b[^.]{0,40}"
)


def year_grade(year: str, one: Statement, asked: Asked, manifest: Manifest) -> float:
    """How far the statement speaks of `year`; half of that where a figure is wanted and it holds none."""
    grade = _year_grade(year, one, asked, manifest)
    if asked.unit and not lexicon().unit_patterns[asked.unit].search(YEAR.sub(" ", one.text)):
        grade /= 2
    return grade


def _year_grade(year: str, one: Statement, asked: Asked, manifest: Manifest) -> float:
    passage = one.unit.passage
    if year in one.years:
        spanned = not passage.cells and re.search(rf"(?:19|20)\d\d {year}|{year} (?:19|20)\d\d", one.told)
        return 0.5 if (spanned and len(asked.years) == 1) or re.search(_COMING + year, one.told) else 1.0
    if year in asked.source_years and (year in one.text or year in one.heading):
        return 0.95
    if year in flat(" ".join(passage.path)):
        return 0.95
    document = manifest.document(passage.document)
    of_report = str(passage.year) == year
    if of_report and (year in asked.source_years or (document and document.report.kind in _YEARLY)):
        return 0.6 if one.years else 0.9
    if year in one.passage:
        return 0.4 if one.years else 0.8
    if of_report:
        return 0.2 if one.years else 0.3 if asked.unit else 0.6
    return 0.6 if str(int(year) + 1) in one.text and _BEFORE.search(one.text) else 0.0


def name_grade(name: str, one: Statement) -> float:
    """How far the statement is of the one that is named (flat text), by whatever name that goes."""
    names = (name, *map(flat, load_terms().other_words(name, "nb")))

    def named(text: str) -> bool:
        return any(_named(one, text) for one in names)

    if named(one.text) or named(one.heading):
        return 1.0
    return 0.6 if named(one.passage) else _IN_STUDY * named(one.study)


def _named(name: str, text: str) -> bool:
    base = name[:-1] if name.endswith("s") and len(name) > 4 else name
    if re.search(rf"\b{re.escape(base)}", text):
        return True
    return len(base) >= 6 and any(alike(base, word) for word in set(text.split()) if abs(len(word) - len(base)) < 3)


def group_grade(group: str, one: Statement) -> float:
    """How far the statement counts the group that is asked about."""
    pattern = lexicon().groups[group]
    if pattern.search(one.text):
        return 1.0
    return 0.85 if pattern.search(one.heading) else 0.5 if pattern.search(one.passage) else 0.0


def unit_grade(unit: str, one: Statement) -> float:
    """How far the statement holds an answer of the kind that is wanted."""
    pattern = lexicon().unit_patterns[unit]
    if pattern.search(YEAR.sub(" ", one.text) if unit != "date" else one.text):
        return 1.0
    return 0.5 if pattern.search(YEAR.sub(" ", one.passage)) else 0.0
