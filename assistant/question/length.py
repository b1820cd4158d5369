"""How long a summary is to be: "i fem punkter", "på en halv side", "kort", "in 100 words"."""

import re
from dataclasses import dataclass

from assistant.language.numerals import count_of

_A_PAGE, _SHORT = 500, 200  # words
_MOST = (
    r"(?:(?:kun|bare|berre|maks(?:imalt)?|høyst|inntil|om lag|ca\.?|omtrent|rundt"
    r"|only|at most|max|about|the|de|dei)\s+)*"
)
_POINTS = re.compile(
    rf"\b(?:i|på|med|in|with|as|to|til|de|dei|the)\s+{_MOST}(?P<count>\w+)\s+"
    r"(?:\w+e\s+|main\s+|most important\s+|short\s+|key\s+|bullet\s+)?"
    r"(?:\w*punkt(?:er|ar|ene|a)?|setning(?:er|ar)?|linjer?|linjar|bullets|points?|sentences?|lines?)\b",
    re.IGNORECASE,
)
_WORDS = re.compile(
    rf"\b(?:på|i|med|in|with|under|til|to)\s+{_MOST}(?P<count>\d{{2,4}})\s+(?:ord|words)\b", re.IGNORECASE
)
_PAGE = re.compile(
    rf"\b(?:på|i|til|on|in|to)\s+{_MOST}(?:(?:en|ei|ein|én|éi|a|one|1)\s+)?"
    r"(?P<half>halv\w*|half(?:\s+a)?)?\s*(?<=\s)(?:A4[- ]?)?(?:side|page)\b(?!\s*\d)",
    re.IGNORECASE,
)
_BRIEFLY = re.compile(
    r"\b(?:kort|kortfatt(?:et|a)|stutt|i (?:korte|stutte|grove) trekk|brief(?:ly)?|short|concise(?:ly)?|in short)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Length:
    """So many points, or so many words, at most."""

    points: int | None = None
    words: int | None = None


def length_of(text: str) -> Length | None:
    """The length that a request names; None where it names none."""
    if (points := _POINTS.search(text)) and (count := count_of(points["count"])):
        return Length(points=count)
    if (said := _WORDS.search(text)) and (count := count_of(said["count"])):
        return Length(words=count)
    if page := _PAGE.search(text):
        return Length(words=_A_PAGE // 2 if page["half"] else _A_PAGE)
    return Length(words=_SHORT) if _BRIEFLY.search(text) else None


def without_length(text: str) -> str:
    """The text without how long the answer is to be."""
    for pattern in (_POINTS, _WORDS, _PAGE):
        text = pattern.sub(" ", text)
    return text
