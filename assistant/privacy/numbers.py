"""Numbers of people and what is theirs, known by their check digits, or by a word beside them."""

import re
from collections.abc import Iterator
from datetime import date

from stdnum import iban
from stdnum.no import fodselsnummer, kontonr, orgnr

from assistant.privacy.finds import PersonalData, PersonalKind
from assistant.privacy.normal import near

_GAP = r"[ .\-/]{0,2}"
_ELEVEN = re.compile(rf"(?<![\d.,])\d(?:{_GAP}\d){{10}}(?!\d|[.,]\d)")
_TWELVE = re.compile(r"(?<![\d.,])(?:19|20)\d\d[ .\-]?\d{6}[ .\-]?\d\d(?!\d|[.,]\d)")
_NINE = re.compile(r"(?<![\d.,])\d{3}[ .\-]?\d{3}[ .\-]?\d{3}(?!\d|[.,]\d)")
_IBAN = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{2}\d\d(?:[ -]?[A-Za-z0-9]{2,4}){3,8}(?![A-Za-z0-9])")
_AS_ACCOUNT = re.compile(r"\d{4}([ .\-])\d\d\1\d{5}")
_AS_IDENTITY = re.compile(r"\d{6}\D{0,2}\d{5}|\d\d([ .\-/])\d\d\1\d\d\D{0,2}\d{5}")

_IDENTITY_WORD = re.compile(
    r"\bf(?:ø|o)dselsn|\bpersonn(?:umm|r)|\b[fpd]\. ?nr|\bfnr|\bd-?n(?:umm|r)|\bnational id|\bidentity number"
    r"|\bsocial security|\bpersonal (?:id|number)|\bd-number",
    re.IGNORECASE,
)
_ACCOUNT_WORD = re.compile(r"\b(?:bank)?konto(?:en|n(?:umm|r))?|\baccount\b|\biban\b", re.IGNORECASE)
_ORGANISATION_WORD = re.compile(
    r"\borg(?:anisasjons|anisation|anization|\.)? ?-?n(?:umm|r|umber)|\benkeltpersonforetak|\bfirma|\bmva\b",
    re.IGNORECASE,
)
_DUF_WORD = re.compile(r"\bduf", re.IGNORECASE)
_MONEY_WORD = re.compile(r"^\s*,?-?\s*(?:kr|kroner|nok|mill|mrd|euro?|usd)\b", re.IGNORECASE)
_DUF_WEIGHTS = (4, 6, 3, 2, 4, 6, 3, 2, 7, 5)
# Registered as public bodies: whoever asks for these asks for no person.
_PUBLIC = frozenset("987879696 974760673 889640782 986128433 971526920 974761076".split())


def identities(text: str) -> Iterator[PersonalData]:
    """Fødselsnummer, D-numbers and DUF numbers."""
    for match in _ELEVEN.finditer(text):
        digits = _digits(match.group())
        is_one = _is_identity(digits) and not _MONEY_WORD.match(text[match.end() : match.end() + 12])
        if is_one or _is_mistyped(match.group(), text, match):
            yield PersonalData(PersonalKind.NATIONAL_ID, match.start(), match.end())
    for match in _TWELVE.finditer(text):
        if _is_duf(_digits(match.group())) or near(_DUF_WORD, text, match.start(), match.end(), before=30):
            yield PersonalData(PersonalKind.DUF, match.start(), match.end())


def accounts(text: str) -> Iterator[PersonalData]:
    """Numbers of Norwegian bank accounts."""
    for match in _ELEVEN.finditer(text):
        is_beside = near(_ACCOUNT_WORD, text, match.start(), match.end(), after=25)
        is_grouped = bool(_AS_ACCOUNT.fullmatch(match.group()))
        if (is_grouped and is_beside) or ((is_grouped or is_beside) and kontonr.is_valid(_digits(match.group()))):
            yield PersonalData(PersonalKind.ACCOUNT, match.start(), match.end())


def ibans(text: str) -> Iterator[PersonalData]:
    """Numbers of bank accounts anywhere."""
    for match in _IBAN.finditer(text):
        end = _end_of_iban(match.group())
        if end or near(_ACCOUNT_WORD, text, match.start(), match.end(), before=20, after=0):
            yield PersonalData(PersonalKind.ACCOUNT, match.start(), match.start() + (end or len(match.group())))


def organisations(text: str) -> Iterator[PersonalData]:
    """Organisation numbers that are told as such: a sole trader's names a person."""
    for match in _NINE.finditer(text):
        digits = _digits(match.group())
        if digits in _PUBLIC or not near(_ORGANISATION_WORD, text, match.start(), match.end(), before=30, after=12):
            continue
        if orgnr.is_valid(digits):
            yield PersonalData(PersonalKind.ORGANISATION, match.start(), match.end())


def _digits(words: str) -> str:
    return re.sub(r"\D", "", words)


def _is_identity(digits: str) -> bool:
    """Whether the check digits and the date are right; those made for testing add 40, 65 or 80 to the month."""
    month = int(digits[2:4])
    if fodselsnummer.calc_check_digit1(digits[:9]) != digits[9]:
        return False
    if fodselsnummer.calc_check_digit2(digits[:10]) != digits[10]:
        return False
    return any(_is_day(int(digits[:2]), month - more) for more in (0, 40, 65, 80))


def _is_day(day: int, month: int) -> bool:
    try:
        date(2000, month, day - 40 if day > 40 else day)
    except ValueError:
        return False
    return True


def _is_mistyped(words: str, text: str, match: re.Match[str]) -> bool:
    """Whether it stands where a person's number is told, as one is written, though a digit must be wrong."""
    if not near(_IDENTITY_WORD, text, match.start(), match.end()):
        return False
    return bool(_AS_IDENTITY.fullmatch(words)) or near(
        _IDENTITY_WORD, text, match.start(), match.end(), before=20, after=20
    )


def _is_duf(digits: str) -> bool:
    """By the rule that is generally taken for UDI's; UDI itself publishes none."""
    total = sum(int(digit) * weight for digit, weight in zip(digits[:10], _DUF_WEIGHTS, strict=True))
    return int(digits[10:]) == total % 11


def _end_of_iban(words: str) -> int:
    """Where the number ends in what may run on into the words that follow; 0 where it is none."""
    ends = [gap.start() for gap in re.finditer(r"[ -]", words)]
    return next((end for end in (len(words), *reversed(ends)) if iban.is_valid(re.sub(r"[ -]", "", words[:end]))), 0)
