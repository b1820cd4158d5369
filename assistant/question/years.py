"""The years that a question is about: named, in spans, and in words that lean on what the reports cover."""

import re
from collections.abc import Sequence

from assistant.language.numerals import count_of
from assistant.language.words import YEAR

_Y = r"(?<!\d)((?:19|20)\d\d)(?!\d)"
_SPAN = re.compile(rf"{_Y}\s*(?:-|–|til og med|til|to|and up to)\s*(?:i\s+)?{_Y}", re.IGNORECASE)
_SINCE = re.compile(rf"\b(?:siden|sidan|fra og med|frå og med|etter|since|from|after)\s+{_Y}", re.IGNORECASE)
_BEFORE = re.compile(rf"\b(?:før|fram til|inntil|before|until|up to)\s+{_Y}", re.IGNORECASE)
_LATELY = re.compile(
    r"\b(?:de|dei|the) (?:siste|seinare|senere|last|past|recent)(?: (\w+))? (?:årene|åra|år|years)\b"
    r"|\bi (?:senere|seinare) år\b|\brecent years\b",
    re.IGNORECASE,
)
# "Året etter" by itself, and not "ett år etter avsluttet program", which is no year.
_BESIDE = re.compile(
    r"\b(?:året|the year|(?P<count>\w+) (?:år|years?))"
    r" (?:(?P<before>før|tidlegare|tidligere|i forvegen|i forveien|before|earlier)"
    r"|etter|seinare|senere|after|later)\b(?=\s*(?:[?!.,;:]|$|og\b|and\b))"
    r"|\b(?P<previous>(?:det )?(?:foregående|føregåande|forrige|førre) år(?:et)?|the previous year)\b",
    re.IGNORECASE,
)
# "Nå om dagen", "de siste tallene": what is newest is asked for, without a year.
_NOW = re.compile(
    r"\b(?:nå om dagen|nå til dags|no til dags|i dag|per i dag|for (?:tiden|tida|øyeblikket)|i våre dager|nylig|nyleg"
    r"|currently|nowadays|today|these days|at present|recently"
    r"|(?:siste|sist|nyeste|nyaste|ferskeste|ferskaste|latest|newest|most recent)"
    r" (?:tal\w*|undersøk\w*|kartlegging\w*|rapport\w*|måling\w*|figures?|numbers?|survey|report))\b"
    r"|\bnå\s*\?",
    re.IGNORECASE,
)
_LATEST = 3  # years, where "lately" says no number
_MOST = 20  # years of a span that are meant one by one; of a longer one those that the reports cover


def years(text: str, covered: Sequence[int] = ()) -> tuple[str, ...]:
    """The years that a question is about, oldest first.

    `covered` are the years of the indexed reports: open spans ("siden 2019", "de siste årene") end or begin with them,
    and long ones hold no other.
    """
    found = {int(year) for year in YEAR.findall(text)}
    for first, last in _SPAN.findall(text):
        found |= _between(int(first), int(last), covered)
    if covered:
        found |= _open(text, covered)
    found |= _beside(text)
    return tuple(year for year in map(str, sorted(found)) if YEAR.fullmatch(year))


def asks_of_now(text: str) -> bool:
    """Whether a text asks of how things are now, and names no year."""
    return bool(_NOW.search(text)) and not YEAR.search(text)


def _open(text: str, covered: Sequence[int]) -> set[int]:
    found: set[int] = set()
    spans = {match.start(1) for match in _SPAN.finditer(text)}
    for match in _SINCE.finditer(text):
        if match.start(1) not in spans:
            found |= {year for year in covered if year >= int(match[1])}
    for match in _BEFORE.finditer(text):
        # "Fra 2017 og fram til 2023" is a span that another year begins.
        first = min((int(year) for year in YEAR.findall(text[: match.start()])), default=0)
        found |= {year for year in covered if first <= year <= int(match[1])}
    if lately := _LATELY.search(text):
        said = lately[1] or ""
        count = count_of(said) or (max(covered) if said.isdecimal() else _LATEST)
        found |= _between(max(covered) - count + 1, max(covered), covered)
    return found


def _between(first: int, last: int, covered: Sequence[int]) -> set[int]:
    span = range(first, last + 1)
    return set(span) if len(span) <= _MOST else {year for year in covered if year in span}


def _beside(text: str) -> set[int]:
    """Years told by their distance from one that is named: "i 2017, mot året før"."""
    named = [(match.start(), int(match[0])) for match in YEAR.finditer(text)]
    found: set[int] = set()
    for match in _BESIDE.finditer(text):
        count = count_of(match["count"] or "one")
        if not named or count is None:
            continue
        _, base = next((one for one in reversed(named) if one[0] < match.start()), named[0])
        found.add(base - count if match["before"] or match["previous"] else base + count)
    return found
