"""ISBNs in texts, in one form: thirteen digits."""

import re

# Dashes of all kinds and single spaces part the groups; the ten-digit form counts only where it is called ISBN.
_DASH = r"[\u00a0\u00ad\u2010-\u2015\u2212 -]?"
_ISBN = re.compile(
    rf"(?<!\d)(97[89]{_DASH}(?:\d{_DASH}){{9}}\d)(?!\d)|"
    rf"ISBN(?:-10)?:?\s?((?:\d{_DASH}){{9}}[\dX])(?!{_DASH}\d)",
    re.IGNORECASE,
)


def isbns(text: str) -> tuple[str, ...]:
    """The valid ISBNs in the text, each once, in its order."""
    found = (normal(match.group(1) or match.group(2)) for match in _ISBN.finditer(text))
    return tuple(dict.fromkeys(isbn for isbn in found if isbn))


def normal(isbn: str) -> str:
    """The thirteen digits of an ISBN of either length, however its groups are parted; "" where it is not valid."""
    digits = re.sub(r"[^\dX]", "", isbn.upper())
    if re.fullmatch(r"\d{9}[\dX]", digits):
        values = [10 if digit == "X" else int(digit) for digit in digits]
        if sum(weight * value for weight, value in zip(range(10, 0, -1), values, strict=True)) % 11:
            return ""
        return f"978{digits[:9]}{_check(f'978{digits[:9]}')}"
    if re.fullmatch(r"97[89]\d{10}", digits) and digits[-1] == _check(digits[:12]):
        return digits
    return ""


def _check(twelve: str) -> str:
    return str(-sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(twelve)) % 10)
