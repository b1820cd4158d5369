"""A question's premise held against the nearest statement: the way things are taken to have gone, and did go."""

import re

from assistant.language.words import fold

_WHY = re.compile(r"\b(?:hvorfor|kvifor|why|årsaken til at|grunnen til at|hva skyldes|kva kjem)\b")
_UP = re.compile(
    r"\b(?:økt\w*|øker|auk\w+|steg\w*|stig\w+|vokst\w*|flere|fleire|høyere|høgare|opp|increas\w+|rose|grew|more)\b"
)
_DOWN = re.compile(
    r"\b(?:falt|fall\w*|gikk ned|gått ned|gjekk ned|sank|synk\w*|redusert\w*|minsk\w+|nedgang\w*|færre|lavere|lågare"
    r"|decreas\w+|fell|drop\w+|declin\w+|fewer)\b"
)
_ENDED = re.compile(
    r"\b(?:avvikl\w+|nedlagt\w*|lagt ned|legge ned|opphør\w*|avslutt\w+|stans\w+|abolish\w+|shut down|ended)\b"
)
_KEPT = re.compile(
    r"\b(?:videreført?\w*|vidareført?\w*|fortsett\w+|opprettholdt?\w*|permanent\w*|fast ordning|continu\w+)\b"
)
_OPPOSITES = ((_UP, _DOWN), (_DOWN, _UP), (_ENDED, _KEPT))


def contradicts(question: str, said: str) -> bool:
    """Whether a question asks why things went one way, and a statement says that they went the other."""
    asked, told = fold(question), fold(said)
    if not _WHY.search(asked):
        return False
    return any(
        taken.search(asked) and not opposite.search(asked) and opposite.search(told) and not taken.search(told)
        for taken, opposite in _OPPOSITES
    )
