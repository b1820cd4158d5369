"""What a question asks for, in slots: its content words, names, years, groups, the unit of its answer, its premise."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer.fit.lexicon import flat, lexicon, met
from assistant.index.lexical import Lexical
from assistant.language.terms import load_terms
from assistant.language.words import STOP, YEAR, stem, words
from assistant.question import Question

_NAME = re.compile(r"(?<![.?!«(] )(?<!^)\b[A-ZÆØÅ][\w-]*\w")
# The year of a report or survey, not of what it tells: "undersøkelsen for 2023", "årsrapport 2017", "(2023)".
_YEAR_OF_SOURCE = re.compile(
    r"(?:undersøk|undersøking|studi|kartlegging|evaluering|oppsummering|årsrapport|rapport|barometer|survey|report"
    r"|research|fou|\()\w*\s*(?:\w+\s){0,2}\W*((?:19|20)\d\d)",
    re.IGNORECASE,
)
# One group against another, not one time against another: "flere enn mennene".
_THAN = re.compile(
    r"\b(?:enn|than)\b"
    r"(?! (?:\w+ ){0,2}(?:(?:19|20)\d\d|året|åra|to år|tre|før|tidligere|tidlegare|the year|before|last))"
)
# A verb and the way that it goes, parted: "gikk antallet oppdrag ned".
_PARTED = re.compile(r"\b(?:gikk|gjekk|går|gå|gått|went|go|gone)(?: [^\s.,]+){1,7}? (?P<way>ned|opp|down|up)\b")
_WAYS = {"ned": "down", "down": "down", "opp": "up", "up": "up"}
# What is said not to have worked: "virket det ikke å …".
_WITHOUT = re.compile(r"\b(?:virket|virker|verka|verkar|fungerte|fungerer)(?: [^\s.,]+){0,2}? (?:ikke|ikkje)\b")
_SMALL = re.compile(r"\d{1,2}$")  # "2015-16", "5 år": no name of anything
_EVERYDAY = 0.3  # what a word that any question may use counts against one that names something
_LONGEST_PHRASE = 3


@dataclass(frozen=True, slots=True)
class Term:
    """A content word: its stem, stems that mean the same, and its weight (how rare it is).

    `everyday` says that a report may well use another word for it.
    """

    word: str
    stem: str
    others: frozenset[str]
    weight: float
    everyday: bool


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
        years=tuple(sorted(set(YEAR.findall(question.whole)))),
        source_years=frozenset(_YEAR_OF_SOURCE.findall(question.whole)),
        groups=met(classes.groups, flat(question.typed)),
        unit=next((name for name, pattern in classes.units.items() if pattern.search(text)), None),
        directions=_directions(text),
        beyond=met(classes.beyond, text),
        why=bool(classes.premise["why"].search(text)),
        compares=bool(_THAN.search(text)),
        results=bool(classes.premise["results"].search(text)),
    )


def _directions(text: str) -> frozenset[str]:
    """The ways in which things change, by the question; a verb may stand apart from the way that it goes."""
    found = met(lexicon().directions, text)
    if _WITHOUT.search(text):
        found = found - {"works"} | {"works_not"}
    return found | {_WAYS[match["way"]] for match in _PARTED.finditer(text)}


def _names(text: str) -> tuple[str, ...]:
    """The names within the question, flat, up to their first hyphen; without those that every report has."""
    found = (flat(name).split()[0] for name in _NAME.findall(text))
    return tuple(dict.fromkeys(name for name in found if name not in lexicon().own))


def _terms(question: Question, lexical: Lexical) -> tuple[Term, ...]:
    """The content words; a direction ("økte") is a slot of its own, and a year too."""
    classes = lexicon()
    sequence = words(question.whole)
    left_out = STOP | classes.idle | set(YEAR.findall(question.whole))
    found = [word for word in dict.fromkeys(sequence) if word not in left_out and len(word) > 1]
    found = [word for word in found if not _SMALL.match(word)]
    found = [word for word in found if not any(way.match(word) for way in classes.directions.values())]
    weights = lexical.weights("words", {stem(word) for word in found})
    names, typed = set(_names(question.typed)), set(words(question.typed))
    terms = []
    for word in found:
        others = _others(word, sequence, question.language)
        # An English word without a translation is no sign: the reports are Norwegian.
        foreign = question.language == "en" and not others and word not in names
        everyday = foreign or word not in typed or word in classes.everyday or stem(word) in classes.everyday
        weight = weights[stem(word)] * (_EVERYDAY if everyday else 1.0)
        terms.append(Term(word, stem(word), others, weight, everyday))
    return tuple(terms)


def _others(word: str, sequence: Sequence[str], language: str) -> frozenset[str]:
    """Stems of other words for `word`, by itself, as a part of the question's phrases, and as the name of a group."""
    table = load_terms()
    alone = {other for one in sequence if one != word for other in table.other_words(one, language)}
    found = dict.fromkeys(table.other_words(word, language))
    at = sequence.index(word)
    for size in range(2, _LONGEST_PHRASE + 1):
        for start in range(max(0, at - size + 1), at + 1):
            phrase = " ".join(sequence[start : start + size])
            found.update(dict.fromkeys(other for other in table.other_words(phrase, language) if other not in alone))
    found.update(dict.fromkeys(lexicon().words_of_group(word)))
    return frozenset(stem(part) for other in found for part in words(other) if part not in STOP) - {stem(word)}
