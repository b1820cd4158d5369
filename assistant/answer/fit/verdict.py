"""Whether the reports answer a question as it was asked, and in plain words what is missing or stands instead."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer.fit.asked import Asked, asked_of
from assistant.answer.fit.features import Match, match_of
from assistant.answer.fit.grades import unit_grade
from assistant.answer.fit.lexicon import lexicon
from assistant.answer.fit.model import load_weights
from assistant.answer.fit.premise import OPPOSITE, ways
from assistant.answer.fit.statements import Statement, statements_of
from assistant.answer.units import Unit
from assistant.index.lexical import Lexical
from assistant.index.manifest import Manifest
from assistant.language.words import fold
from assistant.models import Hit, Verdict
from assistant.question import Question
from assistant.texts import text

_GONE, _THERE = 0.7, 0.4  # a slot with a gap above the first is missing, one below the second is covered
_APART = 0.5  # no statement fills the slots together
_UNTOLD = 0.5  # from here on a study is told of without what it found
_UNITS = frozenset({"percent", "money", "date", "duration"})
_MOST_YEARS = 8


@dataclass(frozen=True, slots=True)
class Judgement:
    """How well the evidence fits (0 to 1), the verdict by it, and words for the user on what is missing.

    `instead` is the statement that contradicts a wrong premise.
    """

    confidence: float
    verdict: Verdict
    notes: tuple[str, ...] = ()
    instead: Unit | None = None


def judge(question: Question, hits: Sequence[Hit], lexical: Lexical, manifest: Manifest, below: float) -> Judgement:
    """Hold the question against what was found; `below` is the confidence that is not enough for an answer."""
    match = measure(question, hits, lexical, manifest)
    if match is None:
        return Judgement(0.0, Verdict.NOT_ANSWERED)
    sure = load_weights().confidence(match.gaps)
    if sure >= below:
        missing = _missing_years(match)
        if 0 < len(missing) < len(match.years) and min(match.years.values()) < _THERE:
            note = text("partly_years", question.language, years=_listed(missing, question.language))
            return Judgement(sure, Verdict.PARTLY, (note,))
        return Judgement(sure, Verdict.ANSWERED)
    if match.gaps["premise"] == 1.0:
        instead = _instead(match)
        if instead is None:
            return Judgement(sure, Verdict.NOT_ANSWERED, (text("missing_premise", question.language),))
        return Judgement(sure, Verdict.WRONG_PREMISE, instead=instead.unit)
    return Judgement(sure, Verdict.NOT_ANSWERED, _why(match, question))


def measure(question: Question, hits: Sequence[Hit], lexical: Lexical, manifest: Manifest) -> Match | None:
    """How much of each slot of the question is missing in what was found; None where nothing was."""
    return match_of(asked_of(question, lexical), hits, statements_of(hits, manifest), manifest) if hits else None


def _instead(match: Match) -> Statement | None:
    """The best statement that says the opposite of what is taken for granted."""
    asked = match.asked
    wanted = {OPPOSITE[way] for way in asked.directions if way in OPPOSITE}
    return next((one for one in match.contradicting if wanted & ways(one, asked.years)), None)


def _why(match: Match, question: Question) -> tuple[str, ...]:
    """What stands in the way of an answer, the plainest first; one sentence is enough."""
    asked, gaps, language = match.asked, match.gaps, question.language
    if gaps["person"]:
        return (text("missing_person", language),)
    if years := _missing_years(match) or _years_elsewhere(match):
        there = _years_there(match)
        if there and asked.unit:
            listed = {"years": _listed(years, language), "there": _listed(there, language)}
            return (text("missing_years_but", language, **listed),)
        return (text("missing_years", language, years=_listed(years, language)),)
    if words := _as_typed(_missing_words(match), question.whole):
        return (text("missing_words", language, words=_listed([f"«{word}»" for word in words], language)),)
    if max(gaps["results"], gaps["planned"]) >= _UNTOLD:
        return (text("missing_results", language),)
    if asked.unit in _UNITS and gaps["unit"] > _GONE:
        return (text(f"missing_{asked.unit}", language),)
    if gaps["premise"]:
        return (text("missing_premise", language),)
    return (text("missing_together", language),) if gaps["joint"] > _GONE and _slots(asked) > 1 else ()


def _slots(asked: Asked) -> int:
    return len(asked.years) + len(asked.names) + len(asked.groups) + bool(asked.unit)


def _missing_years(match: Match) -> list[str]:
    return [year for year, gap in match.years.items() if gap > _GONE]


def _years_elsewhere(match: Match) -> list[str]:
    """Years that only statements on something else are of: none that is near, itself or by its headings."""
    if match.gaps["joint"] <= _APART:
        return []
    return [year for year in match.years if not any(year in one.years or year in one.heading for one in match.near)]


def _years_there(match: Match) -> list[str]:
    """Years that the nearest statements give an answer of the wanted kind for."""
    asked = match.asked
    given = [one.years for one in match.near if asked.unit and unit_grade(asked.unit, one) == 1.0]
    found = sorted({year for years in given for year in years} - set(asked.years))
    return found[-_MOST_YEARS:]


def _missing_words(match: Match) -> list[str]:
    """Groups, names and other words of the question that nothing near speaks of, as the user wrote them."""
    asked = match.asked
    found: dict[str, None] = {}
    near = match.near
    for group in sorted(asked.groups):
        pattern = lexicon().groups[group]
        if not any(pattern.search(f"{one.heading} {one.text}") for one in near):
            found.update(dict.fromkeys(word for word in asked.text.split() if pattern.match(word)))
    for term in asked.terms:
        if not term.everyday and not any(fit.held[term.word] for fit in match.ranked):
            found[term.word] = None
    return list(found)


def _as_typed(missing: Sequence[str], typed: str) -> list[str]:
    """Folded words as the user wrote them: names keep their capitals."""
    written = {fold(word): word for word in reversed(re.findall(r"[^\W_][\w-]*", typed))}
    return [written.get(word, word) for word in missing]


def _listed(parts: Sequence[str], language: str) -> str:
    """A list as a sentence has it: "2015, 2016 og 2017"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {text('list_and', language)} {parts[-1]}"
