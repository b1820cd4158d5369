"""What a question asks for, in slots: its content words, names, years, groups, the unit of its answer, its premise."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer.fit.lexicon import flat, lexicon, met
from assistant.index.lexical import Lexical
from assistant.language.terms import load_terms
from assistant.language.words import STOP, stem, words
from assistant.question import Question

_NAME = re.compile(r"(?<![.?!«(] )(?<!^)\b[A-ZÆØÅ][\w-]*\w")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# The year of a report or survey, not of what it tells: "undersøkelsen for 2023", "årsrapport 2017", "(2023)".
_YEAR_OF_SOURCE = re.compile(
    r"(?:undersøk|undersøking|årsrapport|rapport|barometer|survey|report|research|fou|\()\w*\s*(?:\w+\s){0,2}\W*((?:19|20)\d\d)",
    re.IGNORECASE,
)
# One group against another, not one time against another: "flere enn mennene".
_THAN = re.compile(
    r"\b(?:enn|than)\b"
    r"(?! (?:\w+ ){0,2}(?:(?:19|20)\d\d|året|åra|to år|tre|før|tidligere|tidlegare|the year|before|last))"
)
_EVERYDAY = 0.3  # what a word that any question may use counts against one that names something
_LONGEST_PHRASE = 3


@dataclass(frozen=True, slots=True)
class Term:
    """A content word: its stem, stems that mean the same, and its weight (how rare it is).

    `everyday` says that a report may well use another word for it, `known` that some report has the word.
    """

    word: str
    stem: str
    others: frozenset[str]
    weight: float
    everyday: bool
    known: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """The slots of one question; empty where it says nothing of the kind.

    `source_years` are those of its `years` that name a report or survey; `why` says that it takes something for
    granted, `compares` that it holds groups against one another, `results` that it wants what a study found.
    """

    text: str
    language: str
    terms: tuple[Term, ...]
    names: tuple[str, ...]
    years: tuple[str, ...]
    source_years: frozenset[str]
    groups: frozenset[str]
    unit: str | None
    directions: frozenset[str]
    beyond: frozenset[str]
    why: bool
    compares: bool
    results: bool


def asked_of(question: Question, lexical: Lexical) -> Asked:
    """Take a question apart; of a follow-up, names and groups are those typed: what went before may be let go."""
    text, classes = flat(question.whole), lexicon()
    return Asked(
        text=text,
        language=question.language,
        terms=_terms(question, lexical),
        names=_names(question.typed),
        years=tuple(sorted(set(_YEAR.findall(question.whole)))),
        source_years=frozenset(_YEAR_OF_SOURCE.findall(question.whole)),
        groups=met(classes.groups, flat(question.typed)),
        unit=next((name for name, pattern in classes.units.items() if pattern.search(text)), None),
        directions=met(classes.directions, text),
        beyond=met(classes.beyond, text),
        why=bool(classes.premise["why"].search(text)),
        compares=bool(_THAN.search(text)),
        results=bool(classes.premise["results"].search(text)),
    )


def _names(text: str) -> tuple[str, ...]:
    """The names within the question, flat, up to their first hyphen; without those that every report has."""
    found = (flat(name).split()[0] for name in _NAME.findall(text))
    return tuple(dict.fromkeys(name for name in found if name not in lexicon().own))


def _terms(question: Question, lexical: Lexical) -> tuple[Term, ...]:
    """The content words; a direction ("økte") is a slot of its own, and a year too."""
    classes = lexicon()
    sequence = words(question.whole)
    left_out = STOP | classes.idle | set(_YEAR.findall(question.whole))
    found = [word for word in dict.fromkeys(sequence) if word not in left_out and len(word) > 1]
    found = [word for word in found if not any(way.match(word) for way in classes.directions.values())]
    never = "\x00"
    weights = lexical.weights("words", {stem(word) for word in found} | {never})
    names, typed = set(_names(question.typed)), set(words(question.typed))
    terms = []
    for word in found:
        others = _others(word, sequence, question.language)
        # An English word without a translation is no sign: the reports are Norwegian.
        foreign = question.language == "en" and not others and word not in names
        everyday = foreign or word not in typed or word in classes.everyday or stem(word) in classes.everyday
        rarity = weights[stem(word)]
        weight = rarity * (_EVERYDAY if everyday else 1.0)
        terms.append(Term(word, stem(word), others, weight, everyday, rarity < weights[never]))
    return tuple(terms)


def _others(word: str, sequence: Sequence[str], language: str) -> frozenset[str]:
    """Stems of other words for `word`, by itself and as a part of the phrases of the question."""
    table = load_terms()
    alone = {other for one in sequence if one != word for other in table.other_words(one, language)}
    found = dict.fromkeys(table.other_words(word, language))
    at = sequence.index(word)
    for size in range(2, _LONGEST_PHRASE + 1):
        for start in range(max(0, at - size + 1), at + 1):
            phrase = " ".join(sequence[start : start + size])
            found.update(dict.fromkeys(other for other in table.other_words(phrase, language) if other not in alone))
    return frozenset(stem(part) for other in found for part in words(other) if part not in STOP)
