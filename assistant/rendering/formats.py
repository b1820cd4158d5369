"""Numbers and dates as people read them in each language."""

import re
from collections.abc import Sequence
from datetime import datetime

from assistant.texts import LANGUAGES, text

_FIGURES = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")
_WORDED = re.compile(r"(?:(\d{1,2})\.?\s?)?([^\W\d]+)\s(\d{4})")

_MONTHS = [text("months", language).casefold().split() for language in LANGUAGES]


def number(value: int, language: str) -> str:
    """A whole number with its thousands parted: `26 534` in Norwegian (by a space that does not break), `26,534`."""
    grouped = f"{value:,}"
    return grouped if language == "en" else grouped.replace(",", "\N{NO-BREAK SPACE}")


def many(key: str, count: int, language: str) -> str:
    """How many there are of something that has texts for one (`…_one`) and for more: `1 rapport`, `5 rapporter`."""
    return text(f"{key}_one", language) if count == 1 else text(key, language, count=number(count, language))


def listed(parts: Sequence[str], language: str) -> str:
    """A list as a sentence has it: "2015, 2016 og 2017"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {text('list_and', language)} {parts[-1]}"


def capitalised(words: str) -> str:
    """Words as they stand at the beginning of a line: the first letter large, the others as they are."""
    return words[:1].upper() + words[1:]


def decimal(value: float, digits: int, language: str) -> str:
    """A number with this many digits behind its point, which is a comma in Norwegian: `5,7`."""
    said = f"{value:.{digits}f}"
    return said if language == "en" else said.replace(".", ",")


def date(iso: str, language: str) -> str:
    """A date in ISO 8601 (a time after it is left out) in words: `7. mai 2018`, `7 May 2018`."""
    day = datetime.fromisoformat(iso)
    months = text("months", language).split()
    return text("date_written", language, day=day.day, month=months[day.month - 1], year=day.year)


def clock(at: datetime, language: str) -> str:
    """A date and the time of day: `7. mai 2018 kl. 09.05`, `7 May 2018 at 09:05`."""
    return text("clock_written", language, date=date(at.isoformat(), language), hour=f"{at:%H}", minute=f"{at:%M}")


def written(told: str | None, language: str) -> str:
    """A date as a report spelt it (`16.mai 2018`, `27.02.2018`, `mai 2018`) in one form; what is no date, as it is."""
    if not told:
        return ""
    try:
        if found := _FIGURES.fullmatch(told.strip()):
            day, month, year = map(int, found.groups())
            return date(datetime(year, month, day).isoformat(), language)
        if found := _WORDED.fullmatch(told.strip()):
            place = _month(found[2])
            if found[1]:
                return date(datetime(int(found[3]), place, int(found[1])).isoformat(), language)
            return f"{text('months', language).split()[place - 1]} {found[3]}"
        return date(told.strip(), language)
    except ValueError:
        return told


def _month(name: str) -> int:
    """Which month is called that in any of our languages; raises ValueError."""
    named = next((names for names in _MONTHS if name.casefold() in names), list[str]())
    return named.index(name.casefold()) + 1
