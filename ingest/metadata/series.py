"""The series and number that a document bears: "Meld. St. 9 (2023–2024)", "Rapport 2020:5"."""

import re

_SPAN = r"(?:\s?\((?:19|20)\d\d\s?[–-]\s?(?:19|20)?\d\d\))?"
_SERIES = re.compile(
    rf"(?:(?:Meld\. ?St\.?|St\. ?meld\.?(?: nr\.?)?|Prop\.|Innst\.|Ot\. ?prp\.(?: nr\.?)?) \d+(?: [SLE])*{_SPAN}|"
    r"NOU (?:19|20)\d\d: ?\d+|(?:[\wÆØÅæøå-]+[- ])?(?:rapport|notat|veileder|rundskriv)(?: nr\.?)? "
    r"(?:(?:19|20)\d\d[:/–-] ?\d{1,4}|\d{1,4}[:/–-] ?(?:19|20)\d\d|IS-\d{3,5}))",
    re.I,
)


def series_of(texts: list[str]) -> str:
    """The first series with a number on the first pages; "" where there is none."""
    for i, text in enumerate(texts):
        if len(text) < 140 and (found := _SERIES.search(f"{text} {texts[i + 1] if i + 1 < len(texts) else ''}")):
            return " ".join(found.group().split()) if found.start() < len(text) else ""
    return ""
