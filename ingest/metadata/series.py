"""The series and number that a document bears: "Meld. St. 9 (2023–2024)", "Rapport 2020:5"."""

import re

_SPAN = r"(?:\s?\((?:19|20)\d\d\s?[–-]\s?(?:19|20)?\d\d\))?"
_SERIES = re.compile(
    rf"(?:(?:Meld\. ?St\.?|St\. ?meld\.?(?: nr\.?)?|Prop\.|Innst\.|Ot\. ?prp\.(?: nr\.?)?)\s\d+(?: [SLE])*{_SPAN}|"
    r"NOU (?:19|20)\d\d: ?\d+|(?:[\wÆØÅæøå-]+[- ])?(?:rapport|notat|veileder|rundskriv)(?: nr\.?)?\s"
    r"(?:(?:19|20)\d\d[:/–-] ?\d{1,4}|\d{1,4}[:/–-] ?(?:19|20)\d\d|IS-\d{3,5}))",
    re.I,
)


def series_of(texts: list[str]) -> str:
    """The first series with a number on the first pages; "" where there is none."""
    for i, text in enumerate(texts):
        found = _SERIES.search("\n".join([text, *texts[i + 1 : i + 2]])) if len(text) < 140 else None
        if found and found.start() < len(text):
            return " ".join(found.group().split())
    return ""
