"""What kind of statement a text is: whether it advises, whether it denies."""

import re

_ADVISES = re.compile(r"\b(?:bør|burde|anbefaler?|anbefales|foreslår|foreslås|må)\b", re.IGNORECASE)
_RECOMMENDS = re.compile(
    r"\b(?:bør|burde|anbefal\w*|tilrå\w*|foreslå\w*|føreslå\w*|should|recommend\w*)\b", re.IGNORECASE
)
_DEMANDS = re.compile(
    r"\b(?:krav|krever|kreves|plikt\w*|pålegg\w*|pålagt|\w*mål(?:et|ene|sett\w*)?(?= (?:er|om|at|for))"
    r"|ønsker|ønskes|etterlys\w*|etterspør\w*|behov(?:et)? for)\b",
    re.IGNORECASE,
)
_DENIES = re.compile(r"\b(?:ikke|ikkje|ingen|uten|utan)\b", re.IGNORECASE)


def advises(said: str) -> bool:
    """Whether a statement says what should be done."""
    return bool(_ADVISES.search(said))


def recommends(said: str) -> bool:
    """Whether a statement recommends something; what must be done may as well be told as a fact."""
    return bool(_RECOMMENDS.search(said))


def demands(said: str) -> bool:
    """Whether a statement says what is required, aimed at, wished for or needed."""
    return bool(_DEMANDS.search(said))


def modality(said: str) -> tuple[bool, bool]:
    """Whether a statement advises, and whether it denies: two that differ in it do not say the same."""
    return advises(said), bool(_DENIES.search(said))
