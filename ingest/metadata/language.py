"""The language of a text, by its small words."""

import re

# Words of one language alone: "i", "for", "by", "to" and their like mean something in the others too.
_TELLING = {
    "nb": frozenset(
        "ikke jeg fra et ble hvor hva hvordan noen mer være dem hun deres hvis slik hver mye også bare".split()
    ),
    "nn": frozenset(
        "ikkje eg frå eit vart blei kvar kva korleis nokon nokre meir vere dei deira slik kvart mykje berre ein".split()
    ),
    "en": frozenset(
        "the of and is was were with that this are from which have has been their not they would these".split()
    ),
}
_FEWEST = 3  # telling words; with fewer, what the file says of itself is the better guess


def language_of(text: str, claimed: str) -> tuple[str, bool]:
    """The language ("nb", "nn", "en") and whether it is a guess; `claimed` counts where the text does not tell."""
    counts = _counts(text)
    best = detect_language(text)
    if counts[best] >= _FEWEST:
        return best, False
    return (claimed if claimed in _TELLING else best), True


def detect_language(text: str) -> str:
    """ "nb", "nn" or "en": the language whose own small words (those of no other) come most often; "nb" in doubt."""
    counts = _counts(text)
    best = max(counts, key=lambda language: counts[language])
    return best if counts[best] > counts["nb"] else "nb"


def _counts(text: str) -> dict[str, int]:
    words = re.findall(r"[^\W\d_]+", text[:400_000].lower())
    return {language: sum(1 for w in words if w in own) for language, own in _TELLING.items()}
