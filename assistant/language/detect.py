"""Which language a text is in: bokmål, nynorsk or English, by its function words."""

from assistant.language.words import words

_MARKERS = {
    "nb": frozenset(
        """
    hva hvem hvor hvordan hvorfor hvilke hvilken hvilket ikke jeg dere noen noe fra ble være mye bare hun
    gjør gjøre sier etter også kommuner kommunene flyktninger
    """.split()
    ),
    "nn": frozenset(
        """
    kva kven kor korleis kvifor kvar ikkje eg dykk nokon noko frå vart vert vere mykje berre ho gjer gjere
    seier dei ein eit òg kommunar kommunane flyktningar eitt meir fleire sjølv einsleg einslege busetje busett
    """.split()
    ),
    "en": frozenset(
        """
    what who where how why which the of and is are was were did does do in to for with many much
    municipalities refugees by on that have has had from share not
    """.split()
    ),
}


def tells(text: str) -> bool:
    """Whether the text holds any word that tells its language."""
    return any(word in markers for word in words(text) for markers in _MARKERS.values())


def detect_language(text: str) -> str:
    """`nb`, `nn` or `en`; bokmål where nothing tells."""
    found = words(text)
    counts = {language: sum(word in markers for word in found) for language, markers in _MARKERS.items()}
    best = max(counts.values())
    return next(language for language in ("nb", "nn", "en") if counts[language] == best)
