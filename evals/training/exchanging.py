"""A source's own sentences, which it bears, and the same with one thing exchanged, which it does not.

Without them a scorer learns that what stands nearer to the source's words is the likelier lie, as it is where both are
written by hand.
"""

import random
import re
import tomllib
from collections.abc import Iterator
from functools import cache

from assistant.language.sentences import split_sentences
from evals.training.reports import QUESTIONS

_NEGATION = re.compile(r"\s(?:ikke|ikkje|not)\b")
_NUMBER = re.compile(r"(?<![\w,.])\d+(?:[ ,.]\d+)*(?![\w])")
_YEAR = range(1990, 2031)
_MOST = 4


def own_sentences(source: str) -> list[str]:
    """The source's sentences as they stand."""
    return [one.text.strip() for one in split_sentences(source) if one.text.strip()]


def exchanged(sentence: str, source: str, chance: random.Random) -> list[str]:
    """Up to four sentences that differ from one in a word or a number, none of which stands in the source."""
    found = [*_without_negation(sentence), *_other_numbers(sentence, source, chance), *_other_words(sentence)]
    found = [one for one in dict.fromkeys(found) if one not in source]
    return chance.sample(found, min(_MOST, len(found)))


def _without_negation(sentence: str) -> Iterator[str]:
    for match in _NEGATION.finditer(sentence):
        yield sentence[: match.start()] + sentence[match.end() :]


def _other_numbers(sentence: str, source: str, chance: random.Random) -> Iterator[str]:
    others = {match.group() for match in _NUMBER.finditer(source)}
    for match in _NUMBER.finditer(sentence):
        own = match.group()
        is_year = own.isdigit() and int(own) in _YEAR
        like = sorted(one for one in others - {own} if (one.isdigit() and int(one) in _YEAR) is is_year)
        near = str(int(own) + chance.choice((-2, -1, 1, 2))) if is_year else _changed(own, chance)
        yield (
            sentence[: match.start()]
            + (chance.choice(like) if like and chance.random() < 0.6 else near)
            + sentence[match.end() :]
        )


def _changed(number: str, chance: random.Random) -> str:
    place = chance.choice([i for i, character in enumerate(number) if character.isdigit()])
    digit = chance.choice([str(one) for one in range(1, 10) if str(one) != number[place]])
    return f"{number[:place]}{digit}{number[place + 1 :]}"


def _other_words(sentence: str) -> Iterator[str]:
    for pattern, other in _exchanges():
        for match in pattern.finditer(sentence):
            word = other.capitalize() if match.group()[0].isupper() else other
            yield sentence[: match.start()] + word + sentence[match.end() :]


@cache
def _exchanges() -> tuple[tuple[re.Pattern[str], str], ...]:
    listed = tomllib.loads((QUESTIONS / "claims" / "exchanges.toml").read_text(encoding="utf-8"))
    pairs = [pair.replace("\n", " ").split() for said in listed.values() for pair in re.split(r"[|\n]", said) if pair]
    both = [
        (one.replace("_", " "), other.replace("_", " "))
        for first, second in pairs
        for one, other in ((first, second), (second, first))
    ]
    return tuple((re.compile(rf"\b{re.escape(one)}\b", re.IGNORECASE), other) for one, other in dict.fromkeys(both))
