"""What a letter tells of who asks, and does not ask of: years and places there are not those of the question."""

import re
from functools import lru_cache

from assistant.language.words import STOP, YEAR, words
from assistant.question.facets import facets, without
from assistant.question.theme import asks
from assistant.question.wanted import Wanted, all_wanted

_, *_YEAR_AND_PLACE, _GROUPS, _AGES = facets(lambda text: [])
_SENTENCE = re.compile(r"(?<=[?!;])\s+|(?<=[^\W\d]{3}\.)\s+|(?<=\d{4}\.)\s+")
_ASKS = (
    r"(?:hva|hvem|hvor\w*|hvilke[nt]?|kva|kven|kor\w*|kvifor|finn?es|finst|fins|what|who|how|why|which|where|when"
    r"|is there|are there|gi|gje|vis|fortell?|finn|lag|list|oppsummer|skriv|beskriv|sammenlign|samanlikn|forklar"
    r"|give|show|tell|find|summari[sz]e|describe|compare|explain|har dere|har de|har dykk|kan (?:du|dere|de)|can you"
    r"|(?:er|var|ble|vart|bør|skal|må|kan|gjelder|gjeld|virker|verkar|hjelper|is|are|was|were|does|do|did|should)\s)"
)
_OPENS = re.compile(rf"^\W*(?:(?:og|men|så|and|but|so)\s+)?{_ASKS}(?!\w)", re.IGNORECASE)
# Where a sentence stops telling and asks: ", hva anbefales", "og lurer på om".
_TURN = re.compile(
    rf"[,:–—-]\s+(?:(?:og|men|så|and|but|so)\s+)?(?={_ASKS}\b)"
    r"|\b(?:lurer|lurar|undrer|undrast|undres|spør|spørsmålet|spurnaden|vil(?:le)? (?:gjerne )?(?:vite|vita)"
    r"|ønskj?er å (?:vite|vita)|trenger å vite|wonder\w*|(?:like|want|need) to know|question is)\b",
    re.IGNORECASE,
)
# Whose sentence it is: those who ask, or somebody whom they ask for.
_OF_THEM = re.compile(
    r"\b(?:jeg|eg|vi|me|min|mi|mitt|mine|vår|vårt|våre|oss|han|hun|ho|hans|hennes|hennar|we|my|our|us|he|she|his|her"
    r"|(?-i:I)(?:'\w+|\s+(?:am|have|had|was|do|did|can|would|wo\w+|want|need|live\w*|came|began|\w+ed))"  # not "I 2016"
    r"|(?:en|ei|ein|et|eit|a|an|den|det|the)\s+(?:\w+\s+)?(?:familie|mann|kvinne|dame|mor|far|jente|gutt?|ungdom"
    r"|eldste|yngste|deltaker|deltakar|bruker|brukar|elev|klient|person|family|man|woman|mother|father|girl|boy"
    r"|eldest|youngest|participant|client|pupil|student))\b",
    re.IGNORECASE,
)
_BORN = re.compile(
    r"\b(?:født|fødd|fødde|fødte|born|f\.)\s*(?:(?:i|in|den|on|året|around|rundt|ca\.?)\s+)*"
    r"(?:\d{1,2}\.?\s*(?:\d{1,2}\.|[^\W\d]{3,9})\s*|[A-Z][a-z]{2,8}\s+\d{1,2},?\s+)?(?:19|20)\d\d",
    re.IGNORECASE,
)
# What makes a year of the story the question's own: "da", "det året"; or that the story says what is asked of.
_THEN = re.compile(
    r"\b(?:da|då|then|samme år|same år(?:et)?|(?:det|dette) året|(?:that|the same|this) year|(?:året|the year) \w+"
    r"|siden|sidan|(?:den|denne) (?:perioden|tida|tiden)|at that time)\b",
    re.IGNORECASE,
)
_SAYS_WHAT = re.compile(
    r"\b(?:\w*undersøk\w+|studi\w+|\w*rapport\w*|\w*kartlegging\w*|evaluering\w*|survey|report|stud(?:y|ies)|\w*tall\w*"
    r"|\w*tala?|statistik\w+|figures|statistics|gjelder|gjeld|dreier|handler|tenk\w+ på"
    r"|(?:ser|leter|leitar|ute) (?:på|etter)|mener|meiner|snakke\w* om"
    r"|skriver om|skriv om|sammenlign\w*|samanlikn\w*|concern\w*|look\w* (?:at|for)|think\w* of|mean|about)\b",
    re.IGNORECASE,
)
_TELLS = 4  # words from which on a sentence tells something, and is no heading
_SUBJECT = 2  # words that a question has of its own, where it needs nothing of what stands before


@lru_cache(maxsize=64)  # a question is searched for and judged more than once
def asked_of(text: str) -> str:
    """The text without the years and places that only tell of those who ask: those left are asked of.

    All of it where nothing in it asks; a year stays where what asks leans on it.
    """
    parts = [part for sentence in _SENTENCE.split(text) for part in _turned(sentence)]
    asking = " ".join(part for part in parts if _is_asked(part))
    if not asking:
        return text
    told = [_without_story(part, asking) for part in parts]
    return text if told == parts else " ".join(filter(None, told))


def _without_story(part: str, asking: str) -> str:
    is_asked = _is_asked(part)
    if not (is_asked and Wanted.FIGURE in all_wanted(asking)):  # "hvor mange er født i 1990?" counts by it
        told, part = part, _BORN.sub("", part)
        if told != part and not is_asked and len(words(part)) < _TELLS:
            return ""
    return without(part, _YEAR_AND_PLACE) if not is_asked and _is_aside(part, asking) else part


def _turned(sentence: str) -> list[str]:
    """What a sentence tells first, and what it then asks."""
    turn = _TURN.search(sentence)
    if turn is None or _OPENS.search(sentence) or not _OF_THEM.search(sentence[: turn.start()]):
        return [sentence]
    return [sentence[: turn.start()], sentence[turn.start() :].lstrip(" ,:–—-")]


def _is_asked(part: str) -> bool:
    return part.rstrip().endswith("?") or bool(_OPENS.search(part) or _TURN.match(part))


def _is_aside(part: str, asking: str) -> bool:
    """Whether a part that does not ask only tells of those who do."""
    if _SAYS_WHAT.search(part) or _THEN.search(asking) or len(words(part)) < _TELLS:
        return False
    if _OF_THEM.search(part):
        return True
    own = [word for word in words(asking) if word not in STOP and not asks(word) and not YEAR.fullmatch(word)]
    return len(own) >= _SUBJECT and Wanted.FIGURE not in all_wanted(asking)
