"""Telephone numbers, Norwegian and foreign; sums of money, years and figures of tables are none."""

import re
from collections.abc import Iterator

from assistant.privacy.finds import PersonalData, PersonalKind
from assistant.privacy.normal import near

_BY_THREES = r"[2-9]\d\d([ .\-])\d\d\2\d{3}"
_BY_TWOS = r"[2-9]\d([ .\-])\d\d\3\d\d\3\d\d"
_EIGHT = re.compile(
    rf"(?<![\d.,+])(?<!\d[ \-])(?:([2-9]\d{{7}})|{_BY_THREES}|{_BY_TWOS}"
    r"|([2-9]\d\d [2-9]\d\d \d\d|[2-9]\d{3} \d{4}))"
    r"(?!\d|[.,\-/]\d| \d)"
)
_NORWEGIAN = re.compile(r"(?<!\d)(?:\+|00)47\)?[ .\-]{0,2}[2-9](?:[ .\-]?\d){7}(?!\d)")
_FOREIGN = re.compile(r"(?<![\d+])(?:\+|00)([1-9]\d{0,2})[ .\-]?((?:[(]?\d+[)]?[ .\-]{0,2}){1,7})(?!\d)")
_ANY = re.compile(r"(?<![\d.,])\(?\d(?:[ .\-()]{0,2}\d){7,14}(?!\d|[.,]\d)")
_CALLED = re.compile(
    r"\b(?:tlf|tel|telefon(?:en|nr|nummer(?:et)?)?|mob(?:il(?:en|nr|nummer(?:et)?)?)?|ring(?:e|er|t)?|sms|nås|whatsapp"
    r"|phone|call|reach|kontakt\w*|nummer(?:et)?)\b",
    re.IGNORECASE,
)
_CALLED_BEFORE = re.compile(_CALLED.pattern + r"[^\d\n]{0,40}\Z", re.IGNORECASE)
_COUNTED_AFTER = re.compile(
    r"\s*(?:,-|,? ?(?:kr|kroner|nok|million|mill|mrd|prosent|pst|%|person|people|flyktning|innbygger|overnatting"
    r"|samtale|deltaker|deltakar|euro?\b|usd))",
    re.IGNORECASE,
)
_COUNTED_BEFORE = re.compile(
    r"(?:\bkr\.?|\bnok|\beuro?|€|\$|\b(?:sum|totalt|i alt|antall(?:et)?|utvalg|side|n|beløp(?:et)?|tilskudd(?:et)?"
    r"|utgifter|budsjett(?:et)?|befolkning(?:en)?|folketall(?:et)?|var|about|total|om lag|rundt|opptil)\b ?[=:]?|\bca\."
    r"|/|=)\s*\Z",
    re.IGNORECASE,
)
# NAV, IMDi, UDI and the numbers that nobody has at home: 800, 810, 815.
_PUBLIC = re.compile(r"55553333|24168800|2335160\d|8(?:00|10|15)\d{5}")
_YEARS = re.compile(r"(?:(?:19|20)\d\d){2}")
_LEAST, _MOST = 8, 15  # digits of a number with its country's; E.164 allows 15
_SHORT_CODES = "1 7".split()  # these countries' numbers have ten digits


def phones(text: str) -> Iterator[PersonalData]:
    """Numbers that somebody may be called at."""
    seen: set[int] = set()
    for match in (*_NORWEGIAN.finditer(text), *_foreign(text), *_eight(text), *_called(text)):
        is_public = _PUBLIC.fullmatch(_digits(match.group())[-8:])
        if match.start() not in seen and not is_public and not _is_counted(text, match):
            seen.add(match.start())
            end = match.start() + len(match.group().rstrip(" .-("))
            yield PersonalData(PersonalKind.PHONE, match.start(), end)


def _eight(text: str) -> Iterator[re.Match[str]]:
    """Norwegian numbers without +47. Grouped by twos with spaces, they look like four figures of a table."""
    for match in _EIGHT.finditer(text):
        whole, _, by_twos, other = match.groups()
        if _YEARS.fullmatch(_digits(match.group())):
            continue
        is_weak = by_twos == " " or bool(other) or _is_bare_figure(text, match, bool(whole))
        if (
            not is_weak
            or _is_called(text, match)
            or near(_CALLED, text, match.start(), match.end(), before=0, after=25)
        ):
            yield match


def _is_bare_figure(text: str, match: re.Match[str], is_whole: bool) -> bool:
    """Whether eight figures in a row stand alone, or are a part of an address on the web."""
    alone = len(text.strip()) == len(match.group())
    return is_whole and (alone or bool(re.search(r"[/=]\s*\Z", text[max(0, match.start() - 3) : match.start()])))


def _foreign(text: str) -> Iterator[re.Match[str]]:
    for match in _FOREIGN.finditer(text):
        digits = _digits(match.group()).removeprefix("00")
        code = digits[0]
        is_long = len(digits) == 11 if code in _SHORT_CODES else _LEAST < len(digits) <= _MOST
        if is_long and (match.group().startswith("+") or _is_called(text, match)):
            yield match


def _called(text: str) -> Iterator[re.Match[str]]:
    """Any number of a telephone's length right behind a word for calling."""
    for match in _ANY.finditer(text):
        if _is_called(text, match) and not _is_thousands(match):
            yield match


def _is_called(text: str, match: re.Match[str]) -> bool:
    return bool(_CALLED_BEFORE.search(text[max(0, match.start() - 60) : match.start()]))


def _is_thousands(match: re.Match[str]) -> bool:
    """Whether it is grouped as a large number is; what was counted by telephone stands behind `telefon` as well."""
    return bool(re.fullmatch(r"1\d{0,2}(?: \d{3})+", match.group()))


def _is_counted(text: str, match: re.Match[str]) -> bool:
    """Whether it is money or a count, by the words around it."""
    end = match.start() + len(match.group().rstrip())
    return bool(
        _COUNTED_AFTER.match(text, end) or _COUNTED_BEFORE.search(text[max(0, match.start() - 25) : match.start()])
    )


def _digits(words: str) -> str:
    return re.sub(r"\D", "", words)
