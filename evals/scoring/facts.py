"""Whether an answer states a gold fact."""

import re
from functools import lru_cache

from evals.documents.folding import one_line, plain
from evals.documents.markers import without_markers
from evals.documents.numerals import canonical

WORDS = 250  # facts are looked for in this many words of an answer, so that a dump does not score

_EMPHASIS = re.compile(r"[*`]|(?<!\w)_|_(?!\w)")
_SHORT = 5  # letters; a short word must begin a word, a longer one may close a compound
# Words that mean something else when they go on: tre (3) is not in tredje, nor UDI in Udir.
_NUMBER_WORDS = "en ein to tre fire fem seks syv sju åtte ni ti elleve tolv one two six ten"
_WHOLE = frozenset(_NUMBER_WORDS.split(" "))
# A prefix or a word just before that turns the fact into its opposite.
_OPPOSITE = "".join(rf"(?<!\b{prefix})" for prefix in ("u", "un", "in", "des", "mis"))
_DENIED = "".join(rf"(?<!\b{word} )" for word in ("ikke", "ikkje", "not", "ingen", "uten", "utan", "without"))


def says(text: str, fact: str) -> bool:
    """True where the first 250 words of `text` state one alternative (parted by |) of `fact`.

    Numbers are matched whole, words from their beginning or as the end of a compound; a fact that is denied
    right there (`ikke 58`, `ukvalifisert`) is not stated.
    """
    folded = _fold(" ".join(text.split()[:WORDS]))
    return any(pattern.search(folded) for pattern in _patterns(fact))


@lru_cache(maxsize=4_000)
def _fold(text: str) -> str:
    text = plain(_EMPHASIS.sub("", without_markers(text)))
    text = text.replace("%", " prosent ").replace("–", "-")
    return canonical(one_line(text))


@lru_cache(maxsize=4_000)
def _patterns(fact: str) -> list[re.Pattern[str]]:
    return [_pattern(alternative) for alternative in fact.split("|") if alternative.strip()]


def _pattern(alternative: str) -> re.Pattern[str]:
    folded = _fold(alternative)
    body = re.escape(folded).replace(r"\ ", r"\s*")
    word = alternative.strip()
    start, end = "", ""
    if folded[:1].isalpha():
        start = r"\b" if len(word) <= _SHORT else _OPPOSITE
    if word.lower() in _WHOLE or (word.isalpha() and word.isupper()):
        end = r"(?:s|'s|-\w+)?\b"
    return re.compile(_DENIED + start + body + end)
