"""Which measures a question asks about, and whether it asks for figures at all."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from assistant.answer.series.lines import Line, content, word_list
from assistant.answer.series.numbers import COUNT, DURATION, KINDS, MONEY, PERCENT
from assistant.index.lexical import Lexical
from assistant.language.terms import load_terms
from assistant.language.words import STOP, ngrams, stem, words
from assistant.question import Question, Wanted

_DEVELOPMENT = re.compile(
    r"utvikl|over tid|endr(?:e|a|ing)|økt\b|økning|auk(?:a|e|ing)|nedgang|gått (?:opp|ned)|vokst|sammenlign|samanlikn|"
    r"\btrend|\bserie|hvert år|kvart år|per år|fra år til år|siden (?:19|20)\d\d\b|(?:flere|fleire|færre) .*\benn\b|"
    r"\bmot (?:19|20)\d\d\b|før og etter|over the years|over time|develop|chang|increas|decreas|compar"
    r"|since (?:19|20)\d\d\b",
    re.I,
)
_REASONS = re.compile(r"\b(?:hvorfor|kvifor|årsak\w*|hovedgrunn\w*|grunn(?:en|er|ene)?|why|reasons?)\b", re.I)
_SHARE = re.compile(r"prosent|\bandel|(?:stor|høy|høg) (?:del|andel)|percent|what share|proportion", re.I)
_PART_OF = re.compile(r"(?:hvor|kor) (?:mye|mykje) av|how much of", re.I)
_TIME = re.compile(r"(?:hvor|kor) (?:lenge|lang tid)|ventetid|how long|hvor mange (?:dager|måneder|uker)", re.I)
_MONEY = re.compile(r"(?:hvor|kor) (?:mye|mykje)|kroner|beløp|koste|utgift|how much", re.I)
_HOW_MANY = re.compile(
    r"(?:hvor|kor) mange|\bantal+(?:et)?\b|\btal+et på\b|\b(?:flere|fleire|færre)\b|how many|number of", re.I
)
_TOTAL = re.compile(r"\b(?:totalt?|i alt|samlet|samla)\b", re.I)
_NEARLY = 0.6  # share of a term's letter runs that make two terms nearly the same
_PERSONS = frozenset(map(stem, "personer mennesker people persons".split()))
_BEHIND = 2  # words behind a figure that say what it counts
_OF_QUESTIONS = word_list("of_questions")


@dataclass(frozen=True, slots=True)
class Subject:
    """What a question asks about: each term's weight, and the stems that say the same."""

    weights: Mapping[str, float]
    same: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a measure fits: the share of the question that it holds, with and without its headings, and the share

    of the measure that the question holds.
    """

    held: float
    held_by_measure: float
    asked: float


def wants_figures(question: Question) -> bool:
    """Whether a table of figures would serve the question; never where reasons, advice or names are asked for."""
    if _REASONS.search(question.typed) or question.wanted in (Wanted.RECOMMENDATIONS, Wanted.WHO):
        return False
    return question.wanted is Wanted.FIGURE or wants_development(question)


def wants_development(question: Question) -> bool:
    """Whether the question asks how something went over the years."""
    return len(question.years) > 1 or bool(_DEVELOPMENT.search(question.whole))


def subject(question: Question, lexical: Lexical) -> Subject:
    """The question's terms by rarity, with other words for each."""
    terms: dict[str, frozenset[str]] = {}
    for word in words(question.whole):
        stemmed = stem(word)
        if word in STOP or word[0].isdigit() or stemmed in _OF_QUESTIONS or not content(word):
            continue
        others = load_terms().other_words(word, question.language)
        same = frozenset(other for text in others for other in content(text) if len(words(text)) == 1)
        terms[stemmed] = terms.get(stemmed, frozenset()) | same
    return Subject(lexical.weights("words", terms), terms)


def fit(asked: Subject, line: Line, lexical: Lexical) -> Fit:
    """How well a measure and a question fit each other."""
    own, above = line.terms, content(line.above)
    weights = lexical.weights("words", own)
    said = {term for term in own if any(_said_by(term, one) for q in asked.weights for one in {q} | asked.same[q])}
    share = sum(weights[term] for term in said) / (sum(weights.values()) or 1.0)
    return Fit(share_held(asked, own | above), share_held(asked, own), share)


def counts_another(question: Question, line: Line) -> bool:
    """Whether a sentence counts something else than what is asked for: "187 kommuner bosatte flyktninger".

    It names what is asked for, though not behind its figure.
    """
    asked = _HOW_MANY.search(question.whole)
    noun = stem(line.measured_in)
    if asked is None or line.passage.cells or not noun or noun in _PERSONS:
        return False
    counted = [stem(word) for word in words(question.whole[asked.end() :]) if content(word)][:1]
    value = line.values[-1]
    behind = value.statement.text.partition(value.text)[2]
    near = {stem(word) for word in words(behind)[:_BEHIND]} | {noun}
    return any(
        any(_said_by(one, term) for term in line.terms) and not any(_said_by(one, term) for term in near)
        for one in counted
    )


def is_named(asked: Subject, line: Line) -> bool:
    """Whether the question says something of the row's own name, or the row is a total: "Herav kvinner" needs more."""
    own = content(line.label)
    if not own or _TOTAL.search(line.label):
        return True
    return any(_said_by(term, one) for term in own for q in asked.weights for one in {q} | asked.same[q])


def share_held(asked: Subject, terms: frozenset[str]) -> float:
    """The share of the question, by rarity, that some stems hold."""
    total = sum(asked.weights.values()) or 1.0
    return sum(weight for term, weight in asked.weights.items() if _holds(terms, term, asked)) / total


def kinds_asked(question: Question) -> frozenset[str]:
    """The kinds of number that answer the question; all where it does not tell."""
    text = question.typed
    if _SHARE.search(text):
        return frozenset({PERCENT})
    if _PART_OF.search(text):
        return frozenset({PERCENT, MONEY, COUNT})
    if _TIME.search(text):
        return frozenset({DURATION})
    if _MONEY.search(text):
        return frozenset({MONEY, COUNT})  # a table's column may leave out its unit
    if _HOW_MANY.search(text):
        # Of municipalities, reports tell the share where the number is asked for.
        shares = {PERCENT} if re.search(r"kommun|municipal", question.whole, re.I) else set()
        return frozenset({COUNT} | shares)
    return KINDS


def _holds(terms: frozenset[str], term: str, asked: Subject) -> bool:
    same = {term} | asked.same[term]
    return any(_said_by(one, held) for held in terms for one in same)


def _said_by(one: str, text_term: str) -> bool:
    """Whether a term of a text says what `one` says: the same, a compound with it, or nearly the same letters."""
    if one == text_term:
        return True
    if min(len(one), len(text_term)) < 4:
        return False
    grams = set(ngrams(one, 4))
    return len(grams & set(ngrams(text_term, 4))) >= _NEARLY * len(grams)
