"""Whether a quote is verbatim, and on the page that is cited."""

import re
from collections.abc import Iterator
from itertools import islice

from evals.answering.runline import Cited
from evals.documents.folding import one_line, plain, squeeze
from evals.documents.numerals import values
from evals.documents.source import Document, Version

_PARTS = re.compile(r"…|\.\.\.|·|\||\t|\n")
_LEAST = 12  # letters of a quote; of a part, below which it must be a number or a whole cell
_REACH = 12_000  # letters between the first and the last part: about five pages, a long table with its headings
_PLACES = 50  # places of one part around another that are looked at
_SURE = 60  # letters that a quote's beginning must share with its page
_TURN = 25  # letters that are enough where the page ends soon after
_FOOT = 400  # letters from a page's end within which the text may turn to the next page

Place = tuple[int, int]


def parts_of(quote: str) -> list[str]:
    """The parts of a quote that need not follow one another (parted by … · | a tab or a line's end)."""
    return [part for part in _PARTS.split(quote) if squeeze(part)]


def verbatim(quote: str, document: Document) -> bool:
    """True where every part of the quote stands in one stretch of the document, words and numbers whole.

    Unlike a search of the letters alone, this refuses quotes pieced together from words all over the document and
    numbers that have lost their decimal comma or their thousands.
    """
    parts = parts_of(quote)
    if sum(len(squeeze(part)) for part in parts) < _LEAST:
        return False
    versions = document.versions
    return any(_stands_in(parts, one) or _stands_in(_rejoined(parts, one), one) for one in versions)


def is_heading(line: str, document: Document) -> bool:
    """True where the line is verbatim in the document, or, if short, a whole line or cell of it."""
    if verbatim(line, document):
        return True
    return any(any(_cell(place, version) for place in _true_places(line, version)) for version in document.versions)


def _rejoined(parts: list[str], version: Version) -> list[str]:
    """The parts with those made one that follow one another here: another version may have a page's end in a word."""
    whole = parts[:1]
    for part in parts[1:]:
        if squeeze(whole[-1] + part) in version.squeezed:
            whole[-1] = f"{whole[-1]} {part}"
        else:
            whole.append(part)
    return whole


def _stands_in(parts: list[str], version: Version) -> bool:
    anchor = max(parts, key=lambda part: len(squeeze(part)))
    for start, end in _true_places(anchor, version):
        within = max(0, start - _REACH), end + _REACH
        found = [list(islice(_true_places(part, version, *within), _PLACES)) for part in parts]
        if all(found) and _solid(parts, found, version):
            return True
    return False


def _true_places(part: str, version: Version, low: int = 0, high: int | None = None) -> Iterator[Place]:
    """The places where the part stands with its words whole and the same numbers."""
    stated = values(one_line(plain(part)))
    for start, end in version.places(squeeze(part), low, high):
        first, last = version.span(start, end)
        if version.whole_words(first, last) and _same_numbers(stated, first, last, version):
            yield start, end


def _same_numbers(stated: list[str], first: int, last: int, version: Version) -> bool:
    inside = version.numerals_in(first, last)
    if any(number.start < first or number.end > last for number in inside):
        return False  # the quote ends within a number: 95 of 95,2
    # White space is folded on both sides, since a line may end within a number.
    return values(one_line(version.plain[first:last])) == stated


def _solid(parts: list[str], found: list[list[Place]], version: Version) -> bool:
    """True where at most half of the quote's letters are scraps: short parts that are no number and no whole cell."""
    letters = scraps = 0
    for part, places in zip(parts, found, strict=True):
        length = len(squeeze(part))
        letters += length
        if length < _LEAST and not squeeze(part).isdigit() and not any(_cell(p, version) for p in places):
            scraps += length
    return scraps * 2 <= letters


def _cell(place: Place, version: Version) -> bool:
    """True where the stretch is all there is in its table cell or line."""
    first, last = version.span(*place)
    before = re.search(r"[\n\t|](?:[^\w\n\t|])*$|^[^\w]*$", version.plain[max(0, first - 40) : first])
    after = re.match(r"(?:[^\w\n\t|])*(?:[\n\t|]|$)", version.plain[last : last + 40])
    return before is not None and after is not None


def page_right(citation: Cited, document: Document) -> bool:
    """True where the quote begins on the page cited.

    A long beginning must agree to the page's foot or for 60 letters, a short one (a cell) needs the rest of the
    quote on the same page or the next.
    """
    page = citation.page
    parts = [squeeze(part) for part in parts_of(citation.quote)]
    if page is None or not 1 <= page <= len(document.pages) or not parts:
        return False
    text = document.pages[page - 1]
    if len(parts[0]) >= _TURN:
        return _begins_on(parts[0], text)
    spread = text + "".join(document.pages[page : page + 1])
    return parts[0] in text and sum(map(len, parts)) > 3 and all(_begins_on(p, spread) for p in parts[1:])


def _begins_on(letters: str, page: str) -> bool:
    if letters[:_SURE] in page:
        return True
    start = page.find(letters[:_TURN])
    while start >= 0:
        if len(page) - start <= _FOOT:
            return True
        start = page.find(letters[:_TURN], start + 1)
    return False
