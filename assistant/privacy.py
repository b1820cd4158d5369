"""Personal data in a question, seen before anything is stored or sent to a model.

Fødselsnummer and D-number are known by their two check digits (modulus 11, as Skatteetaten describes them), so that
other numbers of eleven digits pass; phone numbers and e-mail addresses by their form; names only beside one of these,
since a name alone may be a researcher's.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class PersonalKind(StrEnum):
    """What was seen; the values are keys of texts for the user."""

    NATIONAL_ID = "personal_national_id"
    PHONE = "personal_phone"
    EMAIL = "personal_email"
    NAME = "personal_name"


@dataclass(frozen=True, slots=True)
class PersonalData:
    """One find: the characters `start` to `end` of the text."""

    kind: PersonalKind
    start: int
    end: int


_NATIONAL_ID = re.compile(r"(?<!\d)\d{6}[ .-]?\d{5}(?!\d)")
_FIRST_WEIGHTS = (3, 7, 6, 1, 8, 9, 4, 5, 2)
_SECOND_WEIGHTS = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
# 8 digits as phone numbers are grouped; "45 000 000" is an amount.
_PHONE = re.compile(
    r"(?<![\d.,])(?:(?:\+|00)47[ -]?)?[2-9](?:\d{7}|\d(?: \d\d){3}|\d\d \d\d \d{3})(?![\d.,]?\d)"
    r"(?!\s*(?:kr|kroner|nok|million|mill|personar?|personer|flyktning)\b)",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_NAME = re.compile(r"\b[A-ZÆØÅ][a-zæøåéöäü]+(?:[ -](?:[A-ZÆØÅ][a-zæøåéöäü]+|[A-ZÆØÅ]\.))+")
_BESIDE = 60  # characters between a name and what makes it personal


def find_personal_data(text: str) -> tuple[PersonalData, ...]:
    """What in `text` is personal data, in the order it stands there."""
    found = [*_national_ids(text), *_matches(PersonalKind.EMAIL, _EMAIL, text)]
    found += [one for one in _matches(PersonalKind.PHONE, _PHONE, text) if not _overlaps(one, found)]
    found += [name for name in _matches(PersonalKind.NAME, _NAME, text) if _is_beside(name, found)]
    return tuple(sorted(found, key=lambda one: one.start))


def without_personal_data(text: str) -> str:
    """The text with what was found left out."""
    parts, end = [], 0
    for one in find_personal_data(text):
        parts.append(text[end : one.start])
        end = max(end, one.end)
    return re.sub(r"\s+", " ", "".join([*parts, text[end:]])).strip()


def _national_ids(text: str) -> Iterator[PersonalData]:
    for one in _matches(PersonalKind.NATIONAL_ID, _NATIONAL_ID, text):
        if _is_national_id([int(character) for character in text[one.start : one.end] if character.isdigit()]):
            yield one


def _is_national_id(digits: Sequence[int]) -> bool:
    return (
        _check(_FIRST_WEIGHTS, digits) == digits[9]
        and _check(_SECOND_WEIGHTS, digits) == digits[10]
        and _is_date(digits[0] * 10 + digits[1], digits[2] * 10 + digits[3])
    )


def _check(weights: Sequence[int], digits: Sequence[int]) -> int:
    """The check digit; 10 (which no digit is) where there is none."""
    rest = sum(weight * digit for weight, digit in zip(weights, digits, strict=False)) % 11
    return 11 - rest if rest else 0


def _is_date(day: int, month: int) -> bool:
    """Whether these can be a birthday: D-numbers add 40 to the day, numbers made for testing 40 or 80 to the month."""
    try:
        date(2000, month % 40, day - 40 if day > 40 else day)
    except ValueError:
        return False
    return True


def _matches(kind: PersonalKind, pattern: re.Pattern[str], text: str) -> Iterator[PersonalData]:
    return (PersonalData(kind, match.start(), match.end()) for match in pattern.finditer(text))


def _overlaps(one: PersonalData, others: Sequence[PersonalData]) -> bool:
    return any(one.start < other.end and other.start < one.end for other in others)


def _is_beside(name: PersonalData, others: Sequence[PersonalData]) -> bool:
    """Whether the name stands near something personal, and is not a part of it."""
    return not _overlaps(name, others) and any(
        max(one.start - name.end, name.start - one.end) <= _BESIDE for one in others
    )
