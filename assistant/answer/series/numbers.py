"""Numbers and years as Norwegian reports write them, each with its place in the text."""

import re
from dataclasses import dataclass, replace

from assistant.language.detect import detect_language

PERCENT, MONEY, COUNT, DURATION = "percent", "money", "count", "duration"
KINDS = frozenset({PERCENT, MONEY, COUNT, DURATION})

_MONTH = r"januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember"
_ENGLISH_MONTH = r"january|february|march|may|june|july|october|december"
_MILLIONS = r"mill(?:ioner|ions?|\.)?(?!\w)|milliard(?:er)?(?!\w)|mrd(?!\w)\.?"
_ENGLISH = r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?(?![\d,])"
# A point before one or two digits may number a section: a unit tells that it is a decimal one.
_POINTED = rf"\d+\.\d{{1,2}}(?=\s?(?:prosent|per ?cent|pst|%|kr(?!\w)|kroner|{_MILLIONS}))"
_GAPS = r" \u00a0\u2009\u202f."  # between thousands
_NUMBER = rf"\d{{1,3}}(?:[{_GAPS}]\d{{3}})+(?:,\d+)?(?!\d)|{_ENGLISH}|{_POINTED}|\d+(?:,\d+)?"
_VALUE = re.compile(
    rf"(?<![\w.,/:–-])(?P<kr>kr\.? ?)?(?P<number>{_NUMBER})(?![\d/]|\.\d|[–-]\w|\.\s(?:{_MONTH}))"
    r"(?P<unit>\s?(?:(?:prosentpoeng|prosentenhet|percentage point)\w*|(?:prosents?|per ?cent|pst\.?|%)(?!\w))"
    rf"|\s(?:{_MILLIONS}|tusen)?\s?(?:kroner|kr\b)"
    rf"|\s(?:{_MILLIONS})"
    r"|\s[a-zæøå][a-zæøå-]+)?",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\d.,–-])(\d{1,2}\.\d{1,2}\.)?((?:19|20)\d\d)(?![–-]?\d|[.,]\d)")
# "Per september 2024", "første halvår 2024", "2024, så langt": what a figure is for where that is not the whole year.
_MONTH_OR_SHORT = rf"(?:\d+\.\s?)?(?:{_MONTH}|{_ENGLISH_MONTH}|(?:jan|feb|aug|sept?|okt|oct|nov|des|dec)\b\.?)"
_ORDER = r"(?:[1-4]\.|første|fyrste|andre|tredje|fjerde|first|second|third|fourth)"
_PART = (
    rf"(?:(?:per|pr\.?|innen|til(?: og med)?|t\.?o\.?m\.?|as of|through|until)\s(?:utgangen av\s)?)?{_MONTH_OR_SHORT}"
    r"|så langt|hittil|so far"
    rf"|{_ORDER}\s(?:halvår|halvdel|tertial|kvartal|half|quarter)(?:et|en)?"
    r"|(?:våren|sommeren|høsten|hausten|vinteren)"
)
_PART_BEFORE = re.compile(rf"(?<!\w)({_PART})\s?(?:(?:i|av|in|of|for)\s)?$", re.I)
_PART_AFTER = re.compile(
    r"\s?[,(]?\s?((?:per|pr\.?|til og med|t\.?o\.?m\.?|as of|through)\s(?:utgangen av\s)?"
    rf"{_MONTH_OR_SHORT}|så langt|hittil|so far|{_ORDER}\s(?:halvår|tertial|kvartal))"
    r"(?![\w.]*\s(?:(?:i|av)\s)?(?:19|20)\d\d)",
    re.I,
)
_SINCE = re.compile(r"\b(?:siden|sidan|etter|før|innen) $", re.I)
_REFERENCE = re.compile(rf"\([^()]*[^\W\d][^()]*,\s*(?:(?:{_MONTH})\s)?$", re.I)
# "Om lag 20 prosent" is no 20 prosent.
_ABOUT = re.compile(
    r"\b(?:om lag|ca\.?|cirka|rundt|nær|nesten|godt over|litt over|over|godt under|litt under|under|minst|høyst"
    r"|inntil|opptil|i underkant av|i overkant av|kring|omkring|knapt|mer enn|meir enn|mindre enn|drøyt)\s$",
    re.I,
)
# Numbers behind these words name something; they count nothing.
_NAMING = re.compile(
    r"(?:\b(?:figur|tabell|note|kapittel|kap\.?|post|side|s\.|spor|del|delmål|mål|trinn|nivå|punkt|vedlegg|nr\.?|§"
    r"|paragraf|ordning|sp)|[nN]\s?=)\s?$",
    re.I,
)
# "24 av 203 kommuner" tells who was counted.
_OUT_OF = re.compile(rf"(?:{_NUMBER}) av (?:de )?(?:{_NUMBER})(?: [a-zæøå]+)?", re.I)
_SAMPLE = re.compile(r"\b[nN]\s?=\s?\d[\d ]*")
_RANGE = re.compile(
    rf"\bmellom (?:om lag |ca\. )?(?:{_NUMBER})\S* og (?:{_NUMBER})|\bhenholdsvis\b|(?<!\d)\d+(?:,\d+)?\s?[–-]\s?\d+",
    re.I,
)
_SPAN = re.compile(r"(?:19|20)\d\d\s?[–-]\s?(?:(?:19|20)\d\d|\d\d(?!\d))")
_DURATIONS = re.compile(r"^(?:år|måned|uke|dag|time|minutt|årsverk)", re.I)
_FUNCTION = frozenset(
    "og i til mot av som er var for fra frå ble blei vart per på med etter da men eller en ein har hadde enn"
    " så hittil første fyrste".split()
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text: `text` as written, with its unit; `noun` what follows it; `kind` percent, money, …"""

    text: str
    value: float
    kind: str
    noun: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Year:
    """A year in a text; `part` says which part of it is meant where it is not the whole ("per september")."""

    year: int
    part: str
    start: int
    end: int


def numbers(text: str) -> list[Number]:
    """The numbers of a text that count something, in order: no years, no names of figures, no "24 av 203"."""
    taken = [match.span() for pattern in (_OUT_OF, _SAMPLE, _SPAN) for match in pattern.finditer(text)]
    taken += [match.span() for match in _YEAR.finditer(text) if not _unit_after(text, match.end(2))]
    found = []
    for match in _VALUE.finditer(text):
        start, end = match.span("number")
        if any(start < last and end > first for first, last in taken) or _NAMING.search(text[:start]):
            continue
        number = _number(match, start)
        if number is not None:
            about = _ABOUT.search(text[: number.start])
            found.append(replace(number, text=about.group(0) + number.text) if about else number)
    return found


def years(text: str) -> list[Year]:
    """The years that a text names one by one, in order: no spans ("2015–2018"), no references ("(SSB, 2024)")."""
    spans = [match.span() for match in _SPAN.finditer(text)]
    found = []
    for match in _YEAR.finditer(text):
        start, end = match.span(2)
        before = text[:start]
        if any(first <= start < last for first, last in spans) or _REFERENCE.search(before) or _NAMING.search(before):
            continue
        if _unit_after(text, end) or _SINCE.search(before):
            continue
        found.append(Year(int(match.group(2)), _part(text, match), match.start(), end))
    return found


def _part(text: str, match: re.Match[str]) -> str:
    """The part of a year that its words, or its date, tell; empty where it is the whole or its end."""
    if date := match.group(1):
        return "" if date == "31.12." else date
    part = _PART_BEFORE.search(text[: match.start()]) or _PART_AFTER.match(text[match.end() :])
    return part.group(1).strip().lower() if part else ""


def _unit_after(text: str, end: int) -> bool:
    return bool(re.match(r"\s?(?:kroner|prosent|%|kr\b)", text[end:]))


def counted(text: str, is_alone: bool = True) -> str:
    """Who or how many were counted, where the text says so: "24 av 203 kommuner", and beside a single figure "N=63"."""
    match = _OUT_OF.search(text) or (_SAMPLE.search(text) if is_alone else None)
    return match.group(0) if match else ""


def is_range(text: str) -> bool:
    """Whether numbers of the text go together in ways that tell no single one apart."""
    without_years = _SPAN.sub("", text)
    return bool(_RANGE.search(without_years))


def as_percent(number: Number) -> Number:
    """The same number read as a percentage, for "mot 92,3 i 2016" after "95,2 prosent"."""
    return replace(number, kind=PERCENT, noun="prosent")


def _number(match: re.Match[str], start: int) -> Number | None:
    written, unit = match.group("number"), (match.group("unit") or "").strip()
    value = _value(written, match.string)
    low = unit.casefold()
    end = match.end("number")
    if low.startswith(("prosentpoeng", "prosentenhet", "percentage")):
        return None  # how far it moved, not where it is
    if low in ("prosent", "prosents", "percent", "per cent", "pst", "pst.", "%"):
        return Number(match.group(0), value, PERCENT, "prosent", start, match.end())
    is_money = "kr" in low.split() or low.endswith("kroner")
    if match.group("kr") or is_money:
        last = match.end() if is_money else end
        return Number(match.string[match.start() : last], value, MONEY, _money(low), match.start(), last)
    if low.startswith(("mill", "mrd")):
        return Number(match.group(0), value, COUNT, low, start, match.end())
    if _DURATIONS.match(low):
        return Number(match.group(0), value, DURATION, low, start, match.end())
    noun = "" if low in _FUNCTION else low
    return Number(written, value, COUNT, noun, start, end)


def _value(written: str, text: str) -> float:
    """The number: 1,234 is a thousand and more in English alone, 1,234,567 and 1,250.5 in any text."""
    if re.fullmatch(_ENGLISH, written):
        clear = written.count(",") > 1 or "." in written
        if clear or detect_language(text) == "en":
            return float(written.replace(",", ""))
    if re.fullmatch(r"\d+\.\d{1,2}", written):
        return float(written)
    return float(re.sub(f"[{_GAPS}]", "", written).replace(",", "."))


def _money(unit: str) -> str:
    if unit.startswith("mill"):
        return "milliarder kroner" if unit.startswith("milliard") else "millioner kroner"
    if unit.startswith("mrd"):
        return "milliarder kroner"
    return "tusen kroner" if unit.startswith("tusen") else "kroner"
