"""Whether what was chosen answers the question, answers it in part, or is only the nearest that there is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.answer.choose import Chosen
from assistant.index.lexical import Lexical
from assistant.language.places import named
from assistant.language.terms import load_terms
from assistant.language.words import fold, ngrams, stem, words
from assistant.models import Hit, Verdict
from assistant.question import Question, Wanted
from assistant.question.story import asked_of
from assistant.question.theme import asks
from assistant.reader.reading import Read, Reading, of_question
from assistant.reader.weights import Floats, chance, odds
from assistant.rendering.formats import listed
from assistant.settings import AnswerSettings
from assistant.statements import as_read, years_told
from assistant.texts import text

if TYPE_CHECKING:
    from assistant.reader.verifier import Verifier

_MOST_WORDS = 2
VERIFIED_POINTS = 4  # that are looked at once more
# Log-odds that an answer loses whose first point is of none of the years asked of. Of 159 questions with a year that
# the reports answer, in four sets, two are so led, of 39 that they do not answer eighteen.
_UNTOLD = 1.75
# What a question of a reason takes for granted, and its opposite.
_ASKS_WHY = re.compile(r"\b(?:hvorfor|kvifor|why|årsaken til at|grunnen til at|hva skyldes|kva kjem)\b")
_UP = re.compile(
    r"\b(?:økt\w*|øker|auk\w+|steg\w*|stig\w+|vokst\w*|flere|fleire|høyere|høgare|opp|increas\w+|rose|grew|more)\b"
)
_DOWN = re.compile(
    r"\b(?:falt|fall\w*|gikk ned|gått ned|gjekk ned|sank|synk\w*|redusert\w*|minsk\w+|nedgang\w*|færre|lavere|lågare"
    r"|decreas\w+|fell|drop\w+|declin\w+|fewer)\b"
)
_ENDED = re.compile(
    r"\b(?:avvikl\w+|nedlagt\w*|lagt ned|legge ned|opphør\w*|avslutt\w+|stans\w+|abolish\w+|shut down|ended)\b"
)
_KEPT = re.compile(
    r"\b(?:videreført?\w*|vidareført?\w*|fortsett\w+|opprettholdt?\w*|permanent\w*|fast ordning|continu\w+)\b"
)
_OPPOSITES = ((_UP, _DOWN), (_DOWN, _UP), (_ENDED, _KEPT))
_UNKNOWN = ""  # a term that stands nowhere: the rarest there is
_COMMON = 0.22  # of its weight: what weighs less stands in every fifth of a thousand passages
_RARE = 0.6  # of the rarest term's weight that a word must have to be named as missing


@dataclass(frozen=True, slots=True)
class Judgement:
    """The chance, 0 to 1, that what was chosen answers, the verdict by it, and what is missing in words."""

    confidence: float
    verdict: Verdict
    notes: tuple[str, ...] = ()


def judge(
    question: Question,
    chosen: Sequence[Chosen],
    reading: Reading,
    lexical: Lexical,
    settings: AnswerSettings,
    *,
    verifier: "Verifier | None" = None,
) -> Judgement:
    """Judge what is shown: the points that were chosen, out of all that was read."""
    if not chosen:
        return Judgement(0.0, Verdict.NOT_ANSWERED)
    told = of_question(shown_of(chosen))
    verified = verifier and verifier.verify(*verified_of(question, chosen[:VERIFIED_POINTS]))
    found = verifier.odds(told, verified) if verifier and verified else odds(told, reading.weights.answer)
    sure = _chance(question, chosen, found, reading.hits)
    if sure >= settings.abstain_below:
        missing = _missing_years(question, chosen)
        if missing and len(missing) < len(question.years):
            note = text("partly_years", question.language, years=listed(missing, question.language))
            return Judgement(sure, Verdict.PARTLY, (note,))
        if places := _missing_places(question, chosen, reading.hits):
            return Judgement(sure, Verdict.PARTLY, (_unsaid(places, question.language),))
        return Judgement(sure, Verdict.ANSWERED if sure >= settings.partly_below else Verdict.PARTLY)
    if contradicts(question.whole, chosen[0].said):
        return Judgement(sure, Verdict.WRONG_PREMISE)
    why = _why(question, chosen, reading.hits, lexical)
    if not why and verified and (untold := _not_common(verified.untold, lexical)):
        why = (_unsaid(untold, question.language),)
    return Judgement(sure, Verdict.NOT_ANSWERED, why)


def shown_of(chosen: Sequence[Chosen]) -> list[Read]:
    """The statements that the points begin with, as they were read."""
    return [Read(one.first, one.chance, one.score) for one in chosen]


def verified_of(question: Question, chosen: Sequence[Chosen]) -> tuple[str, tuple[str, ...]]:
    """What the verifier is shown: the question without what only tells who asks, and the points' statements."""
    return asked_of(question.whole), tuple(as_read(one.first.passage, one.first.span) for one in chosen)


def _chance(question: Question, chosen: Sequence[Chosen], found: Floats, hits: Sequence[Hit]) -> float:
    lead = chosen[:1]
    untold = bool(question.years) and len(_missing_years(question, lead)) == len(question.years)
    # A figure of elsewhere is none of the place; advice may hold there as well.
    places = Wanted.FIGURE in question.wants and sorted(question.places)
    elsewhere = bool(places) and _missing_places(question, lead, hits) == places
    return float(chance(found - _UNTOLD * (untold or elsewhere))[0])


def _why(question: Question, chosen: Sequence[Chosen], hits: Sequence[Hit], lexical: Lexical) -> tuple[str, ...]:
    """What stands in the way of an answer, the plainest first; one sentence is enough."""
    language = question.language
    if years := _missing_years(question, chosen[:1]):  # what is shown as the nearest
        return (missing_years_said(years, language),)
    missing = _missing_words(question, hits, lexical) or _missing_places(question, chosen[:1], hits)
    return (_unsaid(missing, language),) if missing else ()


def missing_years_said(years: Sequence[str], language: str) -> str:
    """That nothing was found for some years."""
    return text("missing_years", language, years=listed(years, language))


def _unsaid(missing: Sequence[str], language: str) -> str:
    return text("missing_words", language, words=listed([f"«{word}»" for word in missing], language))


def _missing_years(question: Question, chosen: Sequence[Chosen]) -> list[str]:
    """The years of the question that no point tells of."""
    told = {year for point in chosen for one in point.statements for year in years_told(one)}
    return [year for year in question.years if int(year) not in told]


def _missing_places(question: Question, chosen: Sequence[Chosen], hits: Sequence[Hit]) -> list[str]:
    """The places of the question that neither a point's passage names nor another that was found of its study.

    None where the question names a source, which may hold one.
    """
    if question.named:
        return []
    passages = [one.passage for point in chosen for one in point.statements]
    studies = {(one.document, one.study) for one in passages if one.study}
    passages += [hit.passage for hit in hits if (hit.passage.document, hit.passage.study) in studies]
    told = named(" ".join(f"{one.title} {' '.join(one.path)} {one.text}" for one in passages))
    return sorted(question.places - told)


def _missing_words(question: Question, hits: Sequence[Hit], lexical: Lexical) -> list[str]:
    """The words of the question, as typed, that stand in nothing that was found: names and other rare ones."""
    if question.language == "en":
        return []
    held = {stem(word) for hit in hits for word in words(f"{' '.join(hit.passage.path)} {hit.passage.text}")}
    typed = words(asked_of(question.typed))
    asked = [word for word in typed if not asks(word) and not word[0].isdigit()]
    weights = lexical.weights("words", {stem(word) for word in asked})
    least = _RARE * max(weights.values(), default=0.0)
    missing = [word for word in asked if weights[stem(word)] >= least and not is_held(word, held)]
    written = {fold(word): word for word in re.findall(r"[^\W_][\w-]*", question.typed)}
    return [written.get(word, word) for word in dict.fromkeys(missing)][:_MOST_WORDS]


def _not_common(said: Sequence[str], lexical: Lexical) -> list[str]:
    """Those that do not stand everywhere: that nothing is found on "kommunene" cannot be meant."""
    weights = lexical.weights("words", {_UNKNOWN, *(stem(fold(word)) for word in said)})
    return [word for word in said if weights[stem(fold(word))] >= _COMMON * weights[_UNKNOWN]]


def is_held(word: str, held: set[str]) -> bool:
    """Whether a word stands there, in any form, as a part of a compound, or under another name."""
    others = {stem(part) for other in load_terms().other_words(word, "nb") for part in words(other)}
    own = stem(word)
    if own in held or others & held:
        return True
    grams = set(ngrams(own, 4))
    return any(own in one or len(grams & set(ngrams(one, 4))) >= 0.6 * len(grams) for one in held)


def contradicts(question: str, said: str) -> bool:
    """Whether a question asks why things went one way, and a statement says that they went the other."""
    asked, told = fold(question), fold(said)
    if not _ASKS_WHY.search(asked):
        return False
    return any(
        taken.search(asked) and not opposite.search(asked) and opposite.search(told) and not taken.search(told)
        for taken, opposite in _OPPOSITES
    )
