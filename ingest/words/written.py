"""Raised and lowered digits of Word files and web pages: an exponent belongs to its number, a note's mark does not."""

import re

from ingest.words.notes import carried

_RAISED = str.maketrans("0123456789+-−–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻")
_LOWERED = str.maketrans("0123456789+-−–", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋")
_EXPONENT = re.compile(r"[-+−–]?\d{1,2}")
_MARK = re.compile(r"[\[(]?(\d{1,3}(?:\s?[,;]\s?\d{1,3})*|\*{1,3}|[†‡])[\]).]?")
# A unit of length after its number, a slash or a space ("12 m", "kr/m"), a second after a slash; ten alone, or a
# product's last factor.
_UNIT = re.compile(r"(?:^|[\s\d/(])(?:[kcdmµn]?m|fot|tommer)$|/s$")
_SQUARE = re.compile(r"[23]")
_TEN = re.compile(r"(?:^|[^\d.,])10$")
_TIMES = re.compile(r"\d\s?[x×·⋅*]\s?\d+$")


def raised(before: str, text: str) -> str:
    """`text` that stands raised behind `before`, as it is to be read: "²", a footnote's mark carried along, or words.

    A mark behind a number stays a mark: only ten alone, a product and a unit have exponents in such reports.
    """
    bare = text.strip()
    if _EXPONENT.fullmatch(bare) and not text[:1].isspace() and _has_exponent(before, bare):
        return text.replace(bare, bare.translate(_RAISED))
    if found := _MARK.fullmatch(bare):
        return carried(found.group(1))
    return text


def lowered(before: str, text: str) -> str:
    """`text` that stands lowered behind `before`: as plain letters and digits where no number can come of it."""
    return text.translate(_LOWERED) if before[-1:].isdigit() else text


def _has_exponent(before: str, exponent: str) -> bool:
    if exponent[0] in "-+−–":
        return bool(before) and before[-1].isalnum()
    if _UNIT.search(before):
        return bool(_SQUARE.fullmatch(exponent))
    return bool(_TEN.search(before) or _TIMES.search(before))
