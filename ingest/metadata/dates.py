"""Dates as Norwegian documents write them."""

import re
from collections.abc import Iterable
from datetime import date

_MONTHS = (
    r"(?:jan(?:uar|uary)?|feb(?:ruar|ruary)?|mars?|march|apr(?:il)?|mai|may|jun[ie]?|jul[iy]?|aug(?:ust)?|"
    r"sep(?:t(?:ember)?)?|okt(?:ober)?|oct(?:ober)?|nov(?:ember)?|des(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?P<{}>(?:19|20)\d\d)"
_END = r"[./-]{1,2}\s?(?P<numbered>(?:19|20)\d\d|\d\d)|\s(?P<loose>(?:19|20)\d\d)"
_NUMBERED = rf"(?<![\d.])(?P<first>\d{{1,2}})[./-]{{1,2}}\s?(?P<second>\d{{1,2}})(?:{_END})(?![\d/])"
_ISO = r"(?<!\d)(?P<iso>(?:19|20)\d\d)-\d\d-\d\d(?!\d)"
_SPELT = rf"(?:\d{{1,2}}\.?\s+)?{_MONTHS}(?:/{_MONTHS})?,?\s+{_YEAR.format('spelt')}\b"
DATE = re.compile(rf"{_NUMBERED}|{_ISO}|\b{_SPELT}", re.I)
YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_RANGE = re.compile(r"(?:19|20)\d\d\s?[-–/]\s?(?:(?:19|20)?\d\d)(?!\d)")
_DATED = re.compile(rf"(?<=\w)\)?,?(?:\s[·•|–-])?\s+(?:{DATE.pattern}|(?:19|20)\d\d)\.?$", re.I)
_PLACE = r"(?:[A-ZÆØÅ][\w-]+(?:\s[A-ZÆØÅ][\w-]+){0,2},?\s+(?:den\s)?)?"
# "3.2.11" is a section more often than a day; a place before it, two digits each, or a label say that it is one.
_LIKE_A_SECTION = re.compile(r"\d{1,2}\.\d{1,2}\.\d\d")
_PLACED = re.compile(r"(?:\w,|\bden|\bdato:?)\s*$", re.I)
_NAMED = re.compile(
    r"(?:\b(?:versjon|version|utgave|v|kap(?:ittel)?|punkt|pkt|avsnitt|tabell|figur|boks|vedlegg|nr|del)|§)\.?:?\s*$",
    re.I,
)
_LINE = re.compile(rf"{_PLACE}(?:{DATE.pattern})\.?\s*", re.I)


def year_in(text: str, *, labelled: bool = False) -> int | None:
    """The year of the first date in the text; None where it has none. `labelled` says that it is told to be a date."""
    match = next((found for found in DATE.finditer(text) if _is_date(found, labelled)), None)
    if match is None:
        return None
    written = match["numbered"] or match["loose"] or match["iso"] or match["spelt"]
    return int(written) if len(written) == 4 else _whole(int(written))


def _whole(short: int) -> int:
    """The year that two digits stand for: the last one that has come, or comes next."""
    return 2000 + short if 2000 + short <= date.today().year + 1 else 1900 + short


def _is_date(match: re.Match[str], labelled: bool = False) -> bool:
    """Whether numbers between points are a day and a month, and no section's or version's number."""
    if match["first"] is None:
        return True
    first, second = match["first"], match["second"]
    if not (1 <= min(int(first), int(second)) <= 12 and max(int(first), int(second)) <= 31):
        return False
    if len(match["numbered"] or match["loose"]) == 4 or labelled:
        return True
    before = match.string[: match.start("first")]
    if _NAMED.search(before):
        return False
    section = _LIKE_A_SECTION.fullmatch(match.string, match.start("first"), match.end("numbered"))
    return not section or len(first + second) == 4 or bool(_PLACED.search(before))


def is_date_line(text: str, *, labelled: bool = False) -> bool:
    """Whether the line is a date and nothing else, but for its place: "Oslo, 3. mai 2025", "APRIL, 2026"."""
    line = _LINE.fullmatch(text.strip())
    return line is not None and _is_date(line, labelled)


def undated(text: str) -> str:
    """The line without the date or year that it ends with: "Fjordby kommune, mars 2024"."""
    return _DATED.sub("", text)


def single_years(text: str) -> list[int]:
    """The years that the text names, those of spans ("2024–2027") left out."""
    return [int(year) for year in YEAR.findall(_RANGE.sub(" ", text))]


def first_year(lines: Iterable[str]) -> int | None:
    """The year of the first line that is a date."""
    return next((year_in(line) for line in lines if is_date_line(line)), None)
