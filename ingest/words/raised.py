"""Raised digits: the power of a unit or number (m², 10⁶), which belongs to the text, or a footnote's mark."""

import re
from collections.abc import Callable

_DIGITS = "0123456789-"
_SUPERS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻"
_TO_SUPER = str.maketrans(_DIGITS + "−–", _SUPERS + "⁻⁻")
_TO_DIGIT = str.maketrans(_SUPERS, _DIGITS)
_RAISED = re.compile(rf"(?<=\S)[{_SUPERS}]+")
_STRAY = re.compile(rf"([{_SUPERS}]) +(?=[.,;:)])")
# Lengths, with what Norwegians count timber, gas and snow in (fm³, Sm³, lm³), and the seconds of m/s².
_LENGTH = re.compile(r"(?<![^\W\d_])(?:[kcdmµn]?m|[SNflap]m|ft|in|yd|mi|s)$")
_UNIT = re.compile(r"(?<![^\W\d_])(?:[kcdmµnMG]?(?:m|g|s|l|L|W|J|Wh|mol|Pa|Hz)|h|kg|ha|år|min)$")
_TIMES_TEN = re.compile(r"(?:[·×∙⋅*•x]\s*|(?<=\s)x\s*)10$")
_TEN = re.compile(r"(?<![\d.,])(?<!\d\s)10$")
_COUNTED = re.compile(
    r"\s*(?:[kcdmµnMG]?(?:m[²³23]?|g|l|L|W|Wh|J|Pa|Hz)|kg|liter|tonn|kroner|personer|celler|år|[·×=])(?![^\W\d_])"
)
_SQUARED = re.compile(r"(?<![^\W\d_])(?:[RrIxyznσχηωε]|CO)$")


def is_power(before: str, raised: str, after: str) -> bool:
    """True where the digits `raised` after the text `before` (and before `after`) are a power and no footnote mark."""
    raised = raised.translate(_TO_DIGIT).replace("−", "-").replace("–", "-")
    if raised in ("2", "3") and _LENGTH.search(before):
        return True
    if raised == "2" and _SQUARED.search(before):
        return True
    if re.fullmatch(r"-\d{1,2}", raised):
        return bool(_UNIT.search(before) or _TEN.search(before))
    if not re.fullmatch(r"\d{1,2}", raised):
        return False
    return bool(_TIMES_TEN.search(before) or (_TEN.search(before) and _COUNTED.match(after)))


def raised(digits: str) -> str:
    """The digits as raised characters: "2" as "²"; other characters stay."""
    return digits.translate(_TO_SUPER)


def marks_parted(text: str, carry: Callable[[str], str]) -> str:
    """`text` with raised digits that are footnote marks carried along as such; powers stay."""
    if not any(c in _SUPERS for c in text):
        return text
    out, at = "", 0
    for match in _RAISED.finditer(text):
        out += text[at : match.start()]
        digits = match.group()
        at = match.end()
        power, mark = _split(out, digits, text[at:])
        out += power + (carry(mark.translate(_TO_DIGIT)) if mark else "")
    return _STRAY.sub(r"\1", out + text[at:])


def _split(before: str, digits: str, after: str) -> tuple[str, str]:
    """(what is a power, what is a mark) of the raised digits: "²³" after a unit is a square with a note behind it."""
    if is_power(before, digits, after):
        return digits, ""
    if len(digits) > 1 and digits[0] in "²³" and _LENGTH.search(before):
        return digits[0], digits[1:]
    return "", digits
