"""Bodies that a document's first page names on a line of their own: letterheads, imprints, a letter's foot."""

import re
from collections.abc import Iterator

from ingest.metadata.dates import is_date_line, undated
from ingest.metadata.front import Front, is_addressee
from ingest.metadata.organisations import is_organisation
from ingest.words.characters import squeezed

_CONTACT = re.compile(r"@|\bwww\.|\.no\b|\btlf|\btelefon|\borg\.?\s?nr", re.I)
_CORPORATE = re.compile(r"\borg\.?\s?nr|organisasjonsnummer|foretaksregister", re.I)
_ADDRESSED = re.compile(r"(.{3,60}?) (?:besøksadresse|postadresse|org\.?\s?nr)", re.I)
_UNIT = re.compile(
    r"(?:område|avdeling|seksjon|divisjon|enhet|eining|fakultet|institutt|klinikk)\b[^,]{0,60}, ([^,]{2,60})", re.I
)
_POST = re.compile(r"postboks|^\d{4}\s[A-ZÆØÅ]|\bdep\b", re.I)
_HEAD = 6  # lines, in which who wrote it may name a unit and the body that it is of
_MADE = re.compile(r"(?:utarbeid(?:et|d)|gjennomfør[td]|skrevet|skrive|utført) av|prepared by", re.I)


def letterheads(front: Front) -> Iterator[str]:
    """Bodies that stand alone on a line of the first page, those of the receiver's address left out."""
    first = front.lines[0].page if front.lines else 1
    lines = [line.text for line in front.lines if line.page <= first + 1]
    limit = max(front.text_start, front.head_end)
    for i, text in enumerate(map(undated, lines)):
        near = " ".join(lines[i + 1 : i + 6])
        if i < _HEAD and (unit := _UNIT.fullmatch(text)) and is_organisation(unit[1]):
            yield unit[1]
        elif (
            is_organisation(text)
            and not text.rstrip().endswith(":")
            and not _MADE.match(text)
            and (i < limit or _CORPORATE.search(near))
            and not is_date_line(text)
        ):
            follows = is_organisation(" ".join(lines[i + 1 : i + 2]))  # the address below is that one's
            if follows or not _POST.search(" ".join(lines[i + 1 : i + 3])) or _is_letterhead(front, i):
                yield text
        elif (found := _ADDRESSED.match(text)) and is_organisation(found[1]):
            yield found[1]
        elif (
            is_organisation(name := re.split(r",| [|•·] ", text)[0])
            and name != text
            and _CONTACT.search(text[len(name) :])
        ):
            yield name


def _is_letterhead(front: Front, i: int) -> bool:
    """Whether the address below line `i` is a sender's: it has a number of its own, which a receiver's never has."""
    return bool(_CORPORATE.search(" ".join(front.texts[i : i + 8])))


def receivers(front: Front) -> set[str]:
    """The letters of those that the document is sent to."""
    to = [front.fields.get("to", "")]
    for i, text in enumerate(front.texts[:30]):
        if is_addressee(text):
            to.append(re.sub(r"^\w+:?\s", "", text))
        elif _POST.search(text) and i and not _is_letterhead(front, i - 1):
            above = front.texts[max(0, i - 2) : i]
            to += above[-1:] if is_organisation(above[-1]) else above
    return {squeezed(re.sub(r"\s*v/.*", "", name)) for name in to if name} - {squeezed(front.sender)}
