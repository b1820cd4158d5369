"""What a cell of a workbook shows: its value by its own number format, in Norwegian figures."""

import re
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Any

from ingest.words.characters import tidy

# The pieces of a number format: words in quotes, `_x` (a gap), `*x` (filling), `[Red]`, `[$kr-414]`, digits.
_PIECE = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|(?P<gap>_.)|(?P<filling>\*.)|\[\$(?P<currency>[^\]-]*)[^\]]*\]'
    r"|\[(?P<bracket>[^\]]*)\]|(?P<digits>General|[#?,]*[0#?][0#?,]*(?:\.[0#?,]*)?|\.[0#?]+)|(?P<other>.)",
    re.I | re.S,
)
_UNCERTAIN = frozenset("/@EeYyMmDdHhSsGg")  # fractions, powers, calendars: the figure itself is shown
_MOST_DIGITS = 10  # of a figure without a format of its own, those before the comma among them
_SMALL = Decimal("1e-4")  # less has its digits counted from the first that is no zero
_LARGEST = 20  # power of ten; more is no figure of any report
_WIDE = Context(prec=400)
_THOUSANDS = re.compile(r"(?<=\d)(?=(?:\d{3})+$)")

_Section = list[re.Match[str]]


def shown(value: Any, form: str) -> str:
    """The value as its sheet shows it, as far as that is certain: shares as per cent, dates in figures."""
    if value is None or isinstance(value, bool):
        return "" if value is None else ("ja" if value else "nei")
    if isinstance(value, (int, float)):
        return tidy(_number(value, form))
    if isinstance(value, date):
        return _date(value, form)
    if isinstance(value, (time, timedelta)):
        return _time(value, form)
    return tidy(str(value))


def _date(value: date, form: str) -> str:
    parts = _letters(form)
    if parts == {"y"}:
        return str(value.year)
    day = f"{value.day:02}.{value.month:02}.{value.year}"
    return f"{day} {_time(value.time(), form)}" if isinstance(value, datetime) and "h" in parts else day


def _time(value: time | timedelta, form: str) -> str:
    if isinstance(value, timedelta):
        seconds = round(value.total_seconds())
    else:
        seconds = value.hour * 3600 + value.minute * 60 + value.second
    hours, left = divmod(seconds, 3600)
    clock = f"{hours:02}:{left // 60:02}"
    return f"{clock}:{left % 60:02}" if "s" in _letters(form) else clock


def _letters(form: str) -> set[str]:
    """The letters of the format for days and hours: y, m, d, h, s."""
    said = "".join(piece["other"] or piece["bracket"] or "" for piece in _PIECE.finditer(form))
    return {letter for letter in said.lower() if letter.isalpha()}


def _number(value: int | float, form: str) -> str:
    # Fifteen digits are what a sheet keeps; what a float has beyond them is no figure of anybody's.
    exact = Decimal(value) if isinstance(value, int) else Decimal(f"{value:.15g}")
    if not exact.is_finite() or exact.adjusted() > _LARGEST:
        return str(value)
    sections = _sections(form)
    sign = "-" if exact < 0 else ""
    if form == "" or not all(map(_is_certain, sections[:3])):  # the fourth is for words
        return sign + _plain(abs(exact))
    if exact < 0 and len(sections) > 1:
        return _filled(sections[1], abs(exact), "")
    return _filled(sections[2 if exact == 0 and len(sections) > 2 else 0], abs(exact), sign)


def _sections(form: str) -> list[_Section]:
    """The pieces of a format: those for positive figures, for negative ones, for nought."""
    sections: list[_Section] = [[]]
    for piece in _PIECE.finditer(form):
        if piece["other"] == ";":
            sections.append([])
        else:
            sections[-1].append(piece)
    return sections


def _is_certain(section: _Section) -> bool:
    if sum(1 for piece in section if piece["digits"]) > 1:
        return False
    others = {piece["other"] for piece in section}
    return not others & _UNCERTAIN and not any(
        (piece["bracket"] or "").startswith(("<", ">", "=")) for piece in section
    )


def _filled(section: _Section, value: Decimal, sign: str) -> str:
    """The section with the figure in the place of its digits."""
    value *= 100 ** sum(1 for piece in section if piece["other"] == "%")
    text = ""
    for piece in section:
        if piece["digits"]:
            figure = _digits(piece["digits"], value)
            sign = sign if figure.strip("0,") else ""
            text += figure
        elif piece["gap"]:
            text += " "
        elif piece["other"] == "%":
            text = f"{text.rstrip()} %"
        else:
            text += piece["quoted"] or piece["escaped"] or piece["currency"] or piece["other"] or ""
    return sign + text.strip()


def _digits(pattern: str, value: Decimal) -> str:
    """The figure by a pattern such as "#,##0.0#": grouped, with as many places; a comma at its end is a thousand."""
    if pattern.lower() == "general":
        return _plain(value)
    whole, _, places = pattern.partition(".")
    bare = whole.rstrip(",")
    value /= 1000 ** (len(whole) - len(bare) + places.count(","))
    places = places.replace(",", "")
    before, _, after = f"{_rounded(value, len(places)):f}".partition(".")
    while len(after) > places.count("0") and after.endswith("0"):
        after = after[:-1]
    before = before.lstrip("0").zfill(bare.count("0"))
    if "," in bare:
        before = _THOUSANDS.sub(" ", before)
    return f"{before},{after}" if after else before


def _plain(value: Decimal) -> str:
    """The figure as it is, where its cell has no format for it."""
    if value and value < _SMALL:
        places = _MOST_DIGITS - 1 - value.adjusted()
    else:
        places = max(0, _MOST_DIGITS - max(1, value.adjusted() + 1))
    text = f"{_rounded(value, places):f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")


def _rounded(value: Decimal, places: int) -> Decimal:
    """Rounded as sheets do it, halves away from nought."""
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _WIDE)
