"""The year of a document: what it bears, its colophon and date lines, then its file."""

import re
from dataclasses import dataclass

from ingest.metadata.dates import YEAR, first_year, single_years, year_in
from ingest.metadata.front import Front
from ingest.metadata.properties import Properties
from ingest.metadata.standing_out import Title

_OUT = re.compile(
    r"^(?:(?:først |første gang |fyrst )?(?:utgitt|utgjeve|publisert|published|tilråding fr[aå]|trykt|trykket)\b|"
    r".{0,40}?(?:©|\(c\)|copyright))[^\n]{0,60}?(?<!\d)((?:19|20)\d\d)(?!\d)",
    re.I | re.M,
)
_NUMBERED = re.compile(
    r"(?:rapport|notat|report|skrift)[ \w]{0,12}?(?<!\d)"
    r"(?:((?:19|20)\d\d)[:/–-] ?\d{1,3}|\d{1,3}[:/–-] ?((?:19|20)\d\d))(?!\d)",
    re.I,
)
_NOU = re.compile(r"^NOU ((?:19|20)\d\d)\s?: ?\d{1,3}\b", re.M)
_ADVICE = re.compile(r"tilråding fr[aå] ", re.I)  # with which a white paper's first chapter begins
_UPLOAD = re.compile(r"^(?:19|20)\d\d[-_. ]?(?:0[1-9]|1[0-2])(?:[-_. ]|$)")


@dataclass(frozen=True, slots=True)
class Year:
    """A year, where it was read and whether it is a guess."""

    year: int | None
    origin: str = ""
    guessed: bool = True


def year_of(
    document: str, title: Title, properties: Properties, front: Front, *, opening: list[str], tail: list[str]
) -> Year:
    """The year that the document itself bears; a file's date and name only where it bears none."""
    if properties.published:
        return Year(properties.published, "properties", False)
    texts = front.texts
    if numbered := _NOU.search("\n".join(text for text in texts[:60] if len(text) < 80)):
        return Year(int(numbered.group(1)), "cover", False)
    written = _written(front, tail)
    if (own := _of_title(title)) and (written is None or -1 <= (written.year or own) - own <= 2):
        return Year(own, "title", title.guessed)
    if written is not None:
        return written
    if own:
        return Year(own, "title", True)
    if advised := next((y for text in opening if _ADVICE.match(text) and (y := year_in(text))), None):
        return Year(advised, "date line", False)
    if numbered := _NUMBERED.search("\n".join(text for text in texts[: front.text_start][:40] if len(text) < 80)):
        return Year(int(numbered.group(1) or numbered.group(2)), "cover", False)
    named = YEAR.findall(document)
    if named and not _UPLOAD.match(document):
        return Year(int(named[-1]), "file name", True)
    for text in texts[: min(15, front.text_start)]:
        if (found := single_years(text)) and (properties.year is None or found[-1] <= properties.year):
            return Year(found[-1], "cover", True)
    if properties.year:
        return Year(properties.year, "file date", True)
    if year := next((y for t in texts[front.text_start :][:15] if (y := year_in(t))), None):
        return Year(year, "first words", True)
    later = YEAR.findall(document[7:]) or named
    return Year(int(later[0]), "file name", True) if later else Year(None)


def _of_title(title: Title) -> int | None:
    """The year that the title names; one of a span ("2024–2027") is no year of the document."""
    for text in (title.text, title.subtitle):
        if title.origin != "file name" and (found := single_years(text)):
            return found[-1]
    return None


def _written(front: Front, tail: list[str]) -> Year | None:
    """The year of a colophon, a date line, a cover or a signature, in this order."""
    texts = front.texts
    if "date" in front.fields and (year := year_in(front.fields["date"], labelled=True)):
        return Year(year, "date line", False)
    head = texts[: max(front.text_start + 1, front.head_end)][:60]
    if out := _OUT.search("\n".join(text for text in head if len(text) < 160)):
        return Year(int(out.group(1)), "colophon", False)
    if year := first_year(head):
        return Year(year, "date line", False)
    if year := next((int(t.strip(" .")) for t in head if re.fullmatch(r"\s*(?:19|20)\d\d\s*\.?", t)), None):
        return Year(year, "cover", False)
    if year := next((y for t in head if len(t) < 110 and (y := year_in(t))), None):
        return Year(year, "date line", False)
    if year := first_year(tail):
        return Year(year, "signature", False)
    return None
