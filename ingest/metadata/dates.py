"""Dates as Norwegian documents write them."""

import re
from collections.abc import Iterable

_MONTHS = (
    r"(?:jan(?:uar|uary)?|feb(?:ruar|ruary)?|mars?|march|apr(?:il)?|mai|may|jun[ie]?|jul[iy]?|aug(?:ust)?|"
    r"sep(?:t(?:ember)?)?|okt(?:ober)?|oct(?:ober)?|nov(?:ember)?|des(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?P<{}>(?:19|20)\d\d)"
_END = r"[./-]{1,2}\s?(?P<numbered>(?:19|20)\d\d|\d\d)|\s(?P<loose>(?:19|20)\d\d)"
_NUMBERED = rf"(?<![\d.])\d{{1,2}}[./-]{{1,2}}\s?\d{{1,2}}(?:{_END})(?![\d/])"
_ISO = r"(?<!\d)(?P<iso>(?:19|20)\d\d)-\d\d-\d\d(?!\d)"
_SPELT = rf"(?:\d{{1,2}}\.?\s+)?{_MONTHS}(?:/{_MONTHS})?,?\s+{_YEAR.format('spelt')}\b"
DATE = re.compile(rf"{_NUMBERED}|{_ISO}|\b{_SPELT}", re.I)
YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_RANGE = re.compile(r"(?:19|20)\d\d\s?[-–/]\s?(?:(?:19|20)?\d\d)(?!\d)")
_DATED = re.compile(rf"(?<=\w)\)?,?\s+(?:{DATE.pattern}|(?:19|20)\d\d)\.?$", re.I)
_PLACE = r"(?:[A-ZÆØÅ][\w-]+(?:\s[A-ZÆØÅ][\w-]+){0,2},?\s+(?:den\s)?)?"
_LINE = re.compile(rf"{_PLACE}(?:{DATE.pattern})\.?\s*", re.I)


def year_in(text: str) -> int | None:
    """The year of the first date in the text; None where it has none."""
    match = DATE.search(text)
    if match is None:
        return None
    written = match["numbered"] or match["loose"] or match["iso"] or match["spelt"]
    return int(written) if len(written) == 4 else 2000 + int(written)


def is_date_line(text: str) -> bool:
    """Whether the line is a date and nothing else, but for its place: "Oslo, 3. mai 2025", "APRIL, 2026"."""
    return bool(_LINE.fullmatch(text.strip()))


def undated(text: str) -> str:
    """The line without the date or year that it ends with: "Fjordby kommune, mars 2024"."""
    return _DATED.sub("", text)


def single_years(text: str) -> list[int]:
    """The years that the text names, those of spans ("2024–2027") left out."""
    return [int(year) for year in YEAR.findall(_RANGE.sub(" ", text))]


def first_year(lines: Iterable[str]) -> int | None:
    """The year of the first line that is a date."""
    return next((year_in(line) for line in lines if is_date_line(line)), None)
