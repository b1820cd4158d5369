"""Numbers and their order in words, in bokmål, nynorsk and English."""

_NAMES = {
    1: "en ei ein et ett eitt one",
    2: "to two",
    3: "tre three",
    4: "fire four",
    5: "fem five",
    6: "seks six",
    7: "sju syv seven",
    8: "åtte eight",
    9: "ni nine",
    10: "ti ten",
    11: "elleve eleven",
    12: "tolv twelve",
    13: "tretten thirteen",
    14: "fjorten fourteen",
    15: "femten fifteen",
    16: "seksten sixteen",
    17: "sytten seventeen",
    18: "atten eighteen",
    19: "nitten nineteen",
    20: "tjue tyve twenty",
    30: "tretti tredve thirty",
    40: "førti forty",
    50: "femti fifty",
}
WORDED = {name: value for value, names in _NAMES.items() for name in names.split()}
# Words that count and are nothing else: "en" is an article as well.
COUNTING = frozenset(name for name, value in WORDED.items() if value > 1)
_ORDINALS = (
    "første først fyrste fyrst first",
    "andre second",
    "tredje third",
    "fjerde fourth",
    "femte fifth",
    "sjette sixth",
    "sjuende syvende sjuande seventh",
    "åttende åttande eighth",
    "niende niande ninth",
    "tiende tiande tenth",
)
ORDERED = {name: place for place, names in enumerate(_ORDINALS, 1) for name in names.split()}
_LONGEST = 9  # digits of what is counted


def count_of(word: str) -> int | None:
    """The number that a word or its figures say; None where they say none, or one too large to count with."""
    if word.isdecimal():
        return int(word) if len(word) <= _LONGEST else None
    return WORDED.get(word.casefold())
