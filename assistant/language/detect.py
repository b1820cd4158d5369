"""Which language a text is in: bokmål, nynorsk or English.

Small words that only one of the three has decide where they stand; else lingua (Stahl), which is made for short texts.
On 980 questions that neither was chosen on, .993 are right, by lingua alone .968, by small words alone .951. With "en",
"et", "gi" and "gje", of 11,341 requests .976 for .974, of 3,687 other questions as many as without. With "in", "of" and
what asks in English, of 1,040 requests in English .984 for .973, of the others as many as without. Of 2,686
requests in nynorsk .989 for .927 with the language of the page, where that is nynorsk.
"""

import re
from functools import lru_cache

from lingua import Language, LanguageDetector, LanguageDetectorBuilder

from assistant.language.words import words

_NAMES = {Language.BOKMAL: "nb", Language.NYNORSK: "nn", Language.ENGLISH: "en"}
_OWN = {
    "nb": frozenset(
        "hva hvem hvor hvordan hvorfor hvilke hvilken hvilket jeg ikke noen noe fra mye bare hun en et gi".split()
    ),
    "nn": frozenset(
        "kva kven kor korleis kvifor kvar kvilke ikkje eg nokon noko frå vart vere mykje berre dei ein eit gje".split()
    ),
    "en": frozenset(
        "what who where how why which the is are was were did does many much in of with about give everything summarise"
        " summarize compare overview".split()
    ),
}
_NORWEGIAN = frozenset("og om på av til det som med ved oppsummer".split())  # beside a title in English
_TITLE = re.compile(r"[«\"“][^»\"”]*[»\"”]")
_NYNORSK, _ENGLISH = 0.6, 0.5  # lingua has to be surer of these than this
_SURE = 0.6
_READ = 2000  # characters
_FEW = 3  # words, of which nothing but its own small ones tell a turn of a conversation from the others


def tells(text: str) -> bool:
    """Whether the text's own words tell its language: "2018?" does not."""
    return bool(_by_words(text)) or max(_confidence(text).values()) >= _SURE


def tells_within(text: str) -> bool:
    """Whether a turn after others tells its language: "og samfunnskunnskap?" is in that of the others."""
    return bool(_by_words(text)) or (len(words(text)) > _FEW and tells(text))


def detect_language(text: str, page: str = "nb") -> str:
    """`nb`, `nn` or `en`; where nothing tells the first two apart, that of the `page`, or bokmål.

    The language of a title between quotation marks is its report's.
    """
    own = _TITLE.sub(" ", text)
    text = own if words(own) else text
    if told := _by_words(text):
        return told
    found = _confidence(text)
    if found["en"] > max(_ENGLISH, found["nb"], found["nn"]) and not _NORWEGIAN & set(words(text[:_READ])):
        return "en"
    wanted = 1 - _NYNORSK if page == "nn" else _NYNORSK
    return "nn" if found["nn"] > wanted * (found["nb"] + found["nn"]) else "nb"


def _by_words(text: str) -> str:
    """The one language whose own words stand in the text; empty where none do, or those of several."""
    said = set(words(text[:_READ]))
    found = [language for language, own in _OWN.items() if own & said]
    return found[0] if len(found) == 1 else ""


@lru_cache(maxsize=1024)
def _confidence(text: str) -> dict[str, float]:
    """How likely each language is; they add up to 1, or to 0 where there are no letters."""
    values = _detector().compute_language_confidence_values(text[:_READ])
    return {_NAMES[one.language]: one.value for one in values}


@lru_cache(maxsize=1)
def _detector() -> LanguageDetector:
    return LanguageDetectorBuilder.from_languages(*_NAMES).build()
