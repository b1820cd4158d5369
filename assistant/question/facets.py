"""What a follow-up can exchange each on its own: the year, the place, the group, the report or study that is named."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from assistant.language.places import named
from assistant.language.words import YEAR

Span = tuple[int, int]

_YEARS = re.compile(
    rf"\b(?:(?:i|for|fra|frå|in|from|during|siden|sidan|since|før|etter|of)\s+)?\(?{YEAR.pattern}\b\)?"
    rf"(?:\s*(?:-|–|til|to|og|and|,)\s*(?:i\s+)?{YEAR.pattern}\b)*",
    re.IGNORECASE,
)
# Sex, age and household: the groups that the reports part people into.
_GROUPS = re.compile(
    r"\b(?:enslige? mindreårige?(?: (?:flyktninger|asylsøkere))?|einslege? mindreårige?"
    r"|unaccompanied (?:minors|children)|barnefamili\w+|families with children|kvinn\w+|menn(?:ene|a|er)?|jent\w+"
    r"|gut(?:t|a)\w*|barn(?:a|et|ene)?|ungdom\w*|unge|voksne|vaksne|eldre|eldste|foreldre(?:ne)?|mødre(?:ne)?"
    r"|fedre(?:ne)?|women|men|girls|boys|children|young people|adults|parents|mothers|fathers)\b",
    re.IGNORECASE,
)
# "De under 18", "over 67 år": not "over 30 kommuner".
_AGES = re.compile(
    r"\b(?:(?:de|dei|dem|those|barn|personer|personar|children|people)\s+)?(?:som er\s+|who are\s+)?"
    r"(?:(?:under|over|below|above)|(?:eldre|yngre|older|younger)\s+(?:enn|than)|(?:mellom|between)\s+\d{1,2}\s+(?:og|and))"
    r"\s+\d{1,2}(?:\s*(?:år|years?(?: old)?)\b|(?=\s*(?:[?!.,]|$)))",
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-ZÆØÅ][\wæøåÆØÅ-]+")
_PLACE_LED = re.compile(r"\b(?:i|på|in|fra|frå|from)\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Facet:
    """One kind of thing that is exchanged: where a text has it."""

    spans: Callable[[str], list[Span]]

    def of(self, text: str) -> list[str]:
        """What the text has of it, in its own words."""
        return [text[start:end] for start, end in self.spans(text)]


def facets(sources: Callable[[str], list[Span]]) -> tuple[Facet, ...]:
    """The kinds, a named source first, for its year is a part of its name; `sources` finds those in a text."""
    return Facet(sources), Facet(_of(_YEARS)), Facet(_places), Facet(_of(_GROUPS)), Facet(_of(_AGES))


def exchanged(earlier: str, turn: str, kinds: Iterable[Facet]) -> tuple[str, str]:
    """`earlier` with what `turn` has of each kind in place of its own, and what is left of `turn` then.

    What `earlier` has nothing of stays in what is left.
    """
    for kind in kinds:
        new, old = kind.spans(turn), kind.spans(earlier)
        if not new or not old:
            continue
        said = " ".join(turn[start:end].strip() for start, end in new)
        earlier = _cut(earlier, old, said)
        turn = _cut(turn, new)
    return earlier, turn


def placed(earlier: str, where: str) -> str:
    """`earlier` with another place in its own one's; empty where it has none."""
    spans = _places(earlier)
    return _cut(earlier, spans, where) if spans else ""


def without(text: str, kinds: Iterable[Facet]) -> str:
    """The text without anything of these kinds."""
    for kind in kinds:
        text = _cut(text, kind.spans(text))
    return text


def _cut(text: str, spans: list[Span], instead: str = "") -> str:
    """The text without these spans, the first of them replaced."""
    for place, (start, end) in reversed(list(enumerate(spans))):
        text = text[:start] + (instead if place == 0 else "") + text[end:]
    return re.sub(r"\s+([?.!,])", r"\1", re.sub(r"\s{2,}", " ", text)).strip()


def _of(pattern: re.Pattern[str]) -> Callable[[str], list[Span]]:
    return lambda text: [match.span() for match in pattern.finditer(text)]


def _places(text: str) -> list[Span]:
    """Names of places with the preposition before them; a question's first word is no name for being capital."""
    found = []
    for match in _WORD.finditer(text):
        if named(match[0]):
            led = _PLACE_LED.search(text[: match.start()])
            found.append((led.start() if led else match.start(), match.end()))
    return found
