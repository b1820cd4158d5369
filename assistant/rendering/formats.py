"""Numbers and dates as people read them in each language."""

from collections.abc import Sequence
from datetime import datetime

from assistant.texts import text


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


def date(iso: str, language: str) -> str:
    """A date in ISO 8601 (a time after it is left out) in words: `7. mai 2018`, `7 May 2018`."""
    day = datetime.fromisoformat(iso)
    months = text("months", language).split()
    return text("date_written", language, day=day.day, month=months[day.month - 1], year=day.year)
