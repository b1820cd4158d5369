"""Numbers in running text, whatever they are written like: 3 000, 3.000 and 3,000; 95,2 and 95.2."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

# Thousands in groups (the same sign between all of them), else digits with a decimal comma or point.
_NUMERAL = re.compile(
    r"(?<!\d)(?:(?P<grouped>[1-9]\d{0,2}(?P<sign>[ .,'])\d{3}(?:(?P=sign)\d{3})*(?!\d))(?P<tail>[.,]\d+(?![\d.]))?"
    r"|(?P<whole>\d+)(?:[.,](?P<decimals>\d+))?)"
)
_SIGN = re.compile(r"\D")
_CELL = re.compile(r"\d+")
_LONGEST = 15  # characters; what is longer than 999 999 999 999 is a row of a table whose cells lie side by side


@dataclass(frozen=True, slots=True)
class Numeral:
    """One number: its `value` in one way of writing, and where it stands in the text it was found in."""

    value: str
    start: int
    end: int


def numerals(text: str) -> Iterator[Numeral]:
    """The numbers of `text`, left to right. Three digits after a sign are thousands: 3.000 is 3000."""
    for match in _NUMERAL.finditer(text):
        grouped, tail = match["grouped"], match["tail"]
        if grouped and len(grouped) > _LONGEST:
            at = match.start()
            yield from (Numeral(m[0], at + m.start(), at + m.end()) for m in _CELL.finditer(grouped))
        elif grouped:
            value = _SIGN.sub("", grouped) + (f".{tail[1:]}" if tail else "")
            yield Numeral(value, match.start(), match.end())
        else:
            value = match["whole"] + (f".{match['decimals']}" if match["decimals"] else "")
            yield Numeral(value, match.start(), match.end())


def values(text: str) -> list[str]:
    """The values of the numbers in `text`, in order."""
    return [n.value for n in numerals(text)]


def canonical(text: str) -> str:
    """`text` with every number as ⟦value⟧, so that a number matches itself and no part of another."""
    pieces, last = [], 0
    for number in numerals(text):
        pieces += [text[last : number.start], f"⟦{number.value}⟧"]
        last = number.end
    return "".join([*pieces, text[last:]])
