"""What a question wants counted ("hvor mange kommuner"), and whether a statement gives a number of just that."""

import re

from assistant.language.terms import load_terms
from assistant.language.words import STOP, fold, stem, words

_ASKED = re.compile(
    r"\b(?:hvor mange|kor mange|how many|antall(?:et)?(?: av)?|talet på|number of)\b((?: [^\W\d]+){1,3})"
)
OF_OTHERS = 0.5
_AFTER = 4  # words between a number and what it counts
_YEAR = re.compile(r"(?:19|20)\d\d$")
_SHARE = re.compile(
    r"prosent|%|\b\w+ av (?:ti|tre|fire|fem|seks|åtte|\d+)\b|halvparten|(?:tredje|fjerde|femte)del|flertall"
)
_IN_WORDS = frozenset("to tre fire fem seks sju syv åtte ni ti elleve tolv".split())
# "Hvor mange av dem", "hvor mange nye": not what is counted.
_IDLE = frozenset("flere fleire nye slike andre ulike forskjellige different new other".split())


def counted(question: str, language: str) -> frozenset[str]:
    """Stems of what is counted, with other words for it; empty where nothing is."""
    found: set[str] = set()
    for match in _ASKED.finditer(fold(question)):
        noun = next((word for word in words(match[1]) if word not in STOP and word not in _IDLE), "")
        others = {stem(part) for other in load_terms().other_words(noun, language) for part in words(other)}
        # The reports are Norwegian: an English word stands in them as a part of names.
        found |= others if others and language == "en" else others | {stem(noun)} - {""}
    return frozenset(found)


def counts(what: frozenset[str], said: str, is_row: bool) -> float:
    """1 where a statement has a number of `what`: right before it, as a share of it, or in a table's row about it.

    `OF_OTHERS` where it has a share of something else: those who answered may stand for what is asked.
    """
    parts = words(said)
    numbers = [i for i, word in enumerate(parts) if (word[0].isdigit() and not _YEAR.match(word)) or word in _IN_WORDS]
    held = [i for i, word in enumerate(parts) if _is(word, what)]
    is_share = bool(_SHARE.search(said.casefold()))
    if not held:
        return OF_OTHERS * is_share
    if is_row or is_share:
        return float(is_share or bool(numbers))
    return float(any(0 < at - number <= _AFTER for at in held for number in numbers))


def _is(word: str, what: frozenset[str]) -> bool:
    """Whether a word is one of these, or a compound that ends with it ("bosettingskommuner")."""
    own = stem(word)
    return own in what or any(len(one) > 4 and own.endswith(one) for one in what)
