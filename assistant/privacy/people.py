"""Names of people beside what makes them personal: a number of theirs, a birth date, a diagnosis."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

from assistant.privacy.finds import Marks, PersonalData, PersonalKind

_WORDS: dict[str, list[str]] = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))


def _any_of(key: str) -> str:
    return "|".join(_WORDS[key])


_CAPITAL = r"[A-ZÆØÅ][a-zæøåéöäüáè]+"
_NAME = re.compile(rf"\b{_CAPITAL}(?:[ -](?:{_CAPITAL}|[A-ZÆØÅ]\.)){{1,4}}")
_FIRST = re.compile(rf"\b(?:{_any_of('first_names')})\b")
_CLIENT = re.compile(rf"\b(?:{_any_of('clients')})\w*,? (?:vår,? |min,? )?({_CAPITAL})\b", re.IGNORECASE)
_DIAGNOSIS = re.compile(rf"\b(?:{_any_of('diagnoses')})", re.IGNORECASE)
_RESEARCH = re.compile(rf"\b(?:{_any_of('research')})", re.IGNORECASE)
_NO_PERSON = re.compile(rf"(?:{_any_of('no_person')})", re.IGNORECASE)
_DATE = (
    r"(?:\d{1,2}[./-]\d{1,2}[./ -]{1,2}(?:19|20)?\d\d|(?:19|20)\d\d-\d\d-\d\d|\d{6}"
    rf"|\d{{1,2}}\.? (?:{_any_of('months')})\w* (?:19|20)\d\d)"
)
# In brackets alone, a date of this century is when something was published.
_LONG_AGO = r"\d{1,2}[./-]\d{1,2}[./ -]{1,2}19\d\d|19\d\d-\d\d-\d\d"
_AGED = re.compile(rf"\b({_CAPITAL}),? (?:\(\d\d?\)|(?:på )?\d\d? år\b|aged \d)")
_BORN = re.compile(
    rf"(?:\b(?:{_any_of('born')})[ .:]{{0,2}}({_DATE})|(?<=[(,])\s?({_LONG_AGO})\s?(?=[),]))(?!\d)", re.IGNORECASE
)
_FULL_STOP = re.compile(r"[.!?]\s+(?=[A-ZÆØÅ])")
_BESIDE = 60  # characters between a name and what makes it personal


def born(text: str) -> Iterator[PersonalData]:
    """Dates that are told as somebody's birth date, or stand as one does behind a name."""
    for match in _BORN.finditer(text):
        group = 1 if match.group(1) else 2
        yield PersonalData(PersonalKind.BIRTH_DATE, match.start(group), match.end(group))


def named(text: str, found: Sequence[PersonalData]) -> Iterator[PersonalData]:
    """Names near one of the finds, or in one sentence with a diagnosis that is no researcher's subject."""
    dates = Marks(len(text), (one for one in found if one.kind is PersonalKind.BIRTH_DATE))
    others = Marks(len(text), (one for one in found if one.kind is not PersonalKind.BIRTH_DATE))
    for name in _names(text):
        is_whole = bool(re.search(r"[ -]", text[name.start : name.end]))
        if (is_whole and others.near(name, _BESIDE)) or dates.near(name, _BESIDE) or _has_diagnosis(text, name):
            yield name


def _names(text: str) -> Iterator[PersonalData]:
    """What may be a client's name: two words and more, a usual first name, or a word behind `klienten`."""
    taken = Marks(len(text))
    whole = (match.span() for match in _NAME.finditer(text))
    first = (match.span() for match in _FIRST.finditer(text))
    clients = (match.span(1) for match in _CLIENT.finditer(text) if match.group(1)[0].isupper())
    aged = (match.span(1) for match in _AGED.finditer(text))
    for start, end in (*whole, *first, *clients, *aged):
        name = PersonalData(PersonalKind.NAME, start, end)
        if not taken.near(name) and not _NO_PERSON.search(text, start, end):
            taken.add(name)
            yield name


def _has_diagnosis(text: str, name: PersonalData) -> bool:
    start, end = _sentence(text, name)
    around = text[start:end]
    if not _DIAGNOSIS.search(around) or _RESEARCH.search(around):
        return False
    return any(
        max(start + match.start() - name.end, name.start - start - match.end()) <= _BESIDE
        for match in _DIAGNOSIS.finditer(around)
    )


def _sentence(text: str, name: PersonalData) -> tuple[int, int]:
    low, high = max(0, name.start - 200), min(len(text), name.end + 200)
    start = max((match.end() for match in _FULL_STOP.finditer(text, low, name.start)), default=low)
    after = _FULL_STOP.search(text, name.end, high)
    return start, after.start() if after else high
