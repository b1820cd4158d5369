"""Strings with personal data and strings without: every number is made up, and its check digits are reckoned here."""

import re
from itertools import count
from pathlib import Path

from stdnum import iban
from stdnum.no import fodselsnummer, kontonr, orgnr

_FOLDER = Path(__file__).parent
_SLOT = re.compile(r"\{(\w+):([^}]*)\}")
_DUF_WEIGHTS = (4, 6, 3, 2, 4, 6, 3, 2, 7, 5)


def held() -> list[tuple[str, str]]:
    """(kind, string) of each string that holds personal data."""
    lines = [line.split("|", 1) for line in _lines("held.txt")]
    return [(kind, filled(words, number)) for number, (kind, words) in enumerate(lines)]


def clean() -> list[str]:
    """The strings that hold none."""
    return _lines("clean.txt")


def filled(words: str, number: int) -> str:
    """The string with a made number, the `number`-th of its kind, in each `{kind:groups}`."""
    return _SLOT.sub(lambda slot: grouped(made(slot.group(1), number), slot.group(2)), words)


def grouped(digits: str, groups: str) -> str:
    """The digits in groups of these sizes, set apart by what stands between the sizes."""
    rest = iter(digits)
    parts = re.split(r"(\d+)", groups)
    return "".join("".join(next(rest) for _ in range(int(part))) if part.isdigit() else part for part in parts)


def made(kind: str, number: int) -> str:
    """A made number of a kind."""
    if kind in ("fnr", "dnr"):
        return _national(number, 40 if kind == "dnr" else 0)
    if kind in ("wrong", "wrongd"):
        right = _national(number, 40 if kind == "wrongd" else 0)
        return right[:8] + str((int(right[8]) + 3) % 10) + right[9:]
    if kind == "account":
        return _account(number)
    if kind == "iban":
        account = _account(number)
        return f"NO{iban.calc_check_digits('NO00' + account)}{account}"
    if kind == "org":
        return next(org for n in count(981_000_000 + 70 * number) if orgnr.is_valid(org := str(n)))
    ten = f"{2001 + number % 20}{410_000 + 37 * number}"
    rest = sum(int(digit) * weight for digit, weight in zip(ten, _DUF_WEIGHTS, strict=True)) % 11
    return f"{ten}{rest if kind == 'duf' else 11 + number:02d}"


def _national(number: int, added: int) -> str:
    day, month, year = 1 + number % 28, 1 + number % 12, 50 + number % 49
    nine = f"{day + added:02d}{month:02d}{year:02d}"
    individuals = (f"{nine}{individual:03d}" for individual in count(100 + number))
    checked = (one + fodselsnummer.calc_check_digit1(one) for one in individuals)
    return next(found for one in checked if fodselsnummer.is_valid(found := one + fodselsnummer.calc_check_digit2(one)))


def _account(number: int) -> str:
    return next(one for n in count(15_032_000_000 + 1_117 * number) if kontonr.is_valid(one := str(n)))


def _lines(name: str) -> list[str]:
    lines = (_FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
