"""Follow-ups made whole from what was asked before: subject, year and report are held until the subject changes."""

import re
from collections.abc import Sequence

from assistant.language.words import STOP, words

# Words that point back to what was asked before.
_OPENING = re.compile(r"^(og|men|hva med|kva med|enn|and|but|what about|how about)\b", re.IGNORECASE)
_POINTER = re.compile(
    r"\b(det|den|dette|denne|disse|desse|dei|de|dem|deres|deira|der|sånn|slik|ho|hun|han|it|they|them|that|those|there|their|she|he)\b",
    re.IGNORECASE,
)
# "Hva er det som …", "finnes det …": here the pointer points at nothing.
_EXPLETIVE = re.compile(
    r"\b(er|var|finnes|fins|finst|blir|ble|vart|har|is|are|was|were) (det|there)\b"
    r"|\b(det|there) (er|var|finnes|fins|finst|is|are|som)\b"
    r"|\b(de|dei|the) (siste|fleste|flest|ulike|enkelte|seinare|senere)\b"
    r"|\b(den|det|de|dei) \w+(e|a) \w+(en|et|ene|ane|a)\b",
    re.IGNORECASE,
)
_FEW_WORDS = 6
# What a question can hold without having a subject of its own.
_NO_SUBJECT = re.compile(
    r"^(\d+|anbefal\w*|tilråd\w*|råd|foresl\w*|føresl\w*|funn\w*|fant|fann|resultat\w*|konkl\w*|gjennomfør\w*|studi\w*"
    r"|undersøk\w*|rapport\w*|prosjekt\w*|utgi\w*|skr[ei]\w*|sier|seier|si|stå\w*|mener|meiner|gjorde|ga|gav|handl\w*"
    r"|flere|fleire|færre|mange|mer|meir|mindre|andel\w*|prosent\w*|tall\w*|antall\w*|år|året|siste|første|samme"
    r"|recommend\w*|found|find|findings?|report\w*|stud(y|ies)|survey\w*|said|say|says|more|fewer|year|share|result\w*"
    r"|kjem|kommer|nummer|best\w*|verst\w*|minst\w*|størst\w*|mest|egne|eigne|kost\w*|worst|least|most|cost"
    r"|blei|ut|etterpå|også|igjen|grunn\w*|årsak\w*|bare|kun|hele|annet|andre|else|other)$"
)
_YEAR = r"(?:19|20)\d\d"
_IN_YEAR = re.compile(
    rf"\s*(?:,\s*)?\b(?:i|for|fra|frå|in|from|during|siden|sidan|since|før|etter)?\s*\(?{_YEAR}\)?"
    rf"(?:\s*(?:-|–|til|to|og|and|,)\s*(?:i\s+)?{_YEAR})*",
    re.IGNORECASE,
)
_EMPTIED = re.compile(r"(?<=[?.!])\s*(?:og|men|hva med|kva med|and|but|what about)\s*[?.!]", re.IGNORECASE)
_COMPARES = re.compile(
    r"\b(flere|fleire|færre|mer|meir|mindre|høyere|høgare|lavere|lågare|bedre|betre|more|fewer|less|higher|lower|better)\b",
    re.IGNORECASE,
)
_NEXT = re.compile(r"\b(året|the year) (før|etter|before|after)\b", re.IGNORECASE)


def leans(text: str) -> bool:
    """Whether a question needs what was asked before: it points back, or has no subject of its own."""
    content = [word for word in words(text) if word not in STOP]
    if len(content) >= _FEW_WORDS:
        return False
    if _OPENING.search(text):
        return True
    subject = sum(not _NO_SUBJECT.match(word) for word in content)
    if not subject:
        return True
    return bool(_POINTER.search(_EXPLETIVE.sub(" ", text))) or (subject == 1 and bool(_POINTER.search(text)))


def whole(text: str, history: Sequence[str]) -> str:
    """The question with the nearest earlier one that stands by itself, and those after it, before it where it leans.

    A year that the follow-up names takes the place of the earlier ones, unless it is to be compared with them.
    """
    if not history or not leans(text):
        return text
    start = len(history) - 1
    while start > 0 and leans(history[start]):
        start -= 1
    earlier = ""
    for turn in [*history[start:], text]:
        earlier = _joined(earlier, turn)
    return earlier


def context(text: str, history: Sequence[str]) -> str:
    """What came before a short question that stands by itself: it may be meant along, so it helps to search."""
    if not history or leans(text) or sum(word not in STOP for word in words(text)) >= _FEW_WORDS:
        return ""
    return whole(history[-1], history[:-1])


def _joined(earlier: str, turn: str) -> str:
    if not earlier:
        return turn
    turn = _with_year(earlier, turn)
    if re.search(_YEAR, turn) and not _COMPARES.search(turn):
        earlier = _EMPTIED.sub("", re.sub(r"\s+([?.!,])", r"\1", _IN_YEAR.sub("", earlier))).strip()
    return f"{earlier} {turn}"


def _with_year(earlier: str, turn: str) -> str:
    """ "Og året før?" with the year that is meant."""
    match, named = _NEXT.search(turn), re.findall(_YEAR, earlier)
    if not match or not named:
        return turn
    year = int(named[-1]) + (-1 if match[2].casefold() in ("før", "before") else 1)
    return f"{turn[: match.end()]} ({year}){turn[match.end() :]}"
