"""A place in a report as a link that can be shared: found again by its words, also after the report is indexed anew."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote as quoted
from urllib.parse import urlencode

from assistant.answer.quotes import CELL, GAP, stated
from assistant.evidence.finding import shortened
from assistant.models import Citation

PATH = "kilde"
_LONGEST = 120  # characters of a quote in a link; of a longer one, its beginning and its end
_MOST = 400  # characters of a table row or of a quote in pieces, which are found together


@dataclass(frozen=True, slots=True)
class Place:
    """A quote in a document; `page` and `near` (the passage's number in it) say where to look first.

    `until` is the quote's end, where `quote` is its beginning alone; `label` the number printed on the page, where it
    is another than the PDF's.
    """

    document: str
    quote: str = ""
    until: str = ""
    page: int | None = None
    label: str = ""
    near: int | None = None


def place_of(citation: Citation) -> Place:
    """Where the words that a citation is for stand; what stands around them in its quote is left to the reader."""
    passage = citation.passage
    mark = passage.mark_at(citation.start)
    return Place(
        passage.document,
        stated(citation),
        page=mark.page if mark else citation.page,
        label=mark.label if mark else "",
        near=number_of(passage.id),
    )


def number_of(passage_id: str) -> int | None:
    """The passage's number in its document, as ids end with it."""
    number = passage_id.rpartition(":")[2]
    return int(number) if number.isdigit() else None


def link_to(place: Place) -> str:
    """The place as an address relative to the app's own."""
    return f"{PATH}?{urlencode(query_of(place), quote_via=quoted)}"


def query_of(place: Place) -> dict[str, str]:
    """The parameters of the place's link; the quote shortened as far as it is still found."""
    row = place.quote.split(GAP)[0] if CELL in place.quote else place.quote  # without its table's headings
    beginning, end = (row, place.until) if place.until else shortened(row, _LONGEST)
    fields = {
        "dokument": place.document,
        "side": place.page,
        "trykt": place.label,
        "avsnitt": place.near,
        "sitat": re.sub(r"\s*\S*$", "", beginning[:_MOST]) if len(beginning) > _MOST else beginning,
        "til": end,
    }
    return {name: str(value) for name, value in fields.items() if value not in ("", None)}


def place_from(query: Mapping[str, str]) -> Place | None:
    """The place that a link names; None where it names no document."""
    if not query.get("dokument"):
        return None
    return Place(
        query["dokument"],
        query.get("sitat", ""),
        query.get("til", ""),
        _number(query.get("side", "")),
        query.get("trykt", "")[:10],
        _number(query.get("avsnitt", "")),
    )


def printed(place: Place, page: int) -> str:
    """The number printed on a page, counted on from the place's own; empty where it is the PDF's or not known."""
    if page == place.page:
        return place.label
    if place.page is None or not place.label.isdigit():
        return ""
    number = int(place.label) + page - place.page
    return str(number) if number > 0 else ""


def _number(words: str) -> int | None:
    return int(words) if words.isascii() and words.isdigit() and len(words) < 9 else None


def passage_id(document: str, number: int) -> str:
    """The id of a document's passage by its number, as the ingestion gives it."""
    return f"{document}:{number:05d}"
