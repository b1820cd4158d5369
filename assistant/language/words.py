"""Norwegian text as search terms: folded, stemmed, and cut into letter n-grams."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

import Stemmer

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_GROUPED = re.compile(r"(?<![\d.,])(\d{1,3})(?:[ .\u00a0\u202f](\d{3}))+(?![\d])")
_HYPHENS = str.maketrans({"\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u00ad": None})
_STEMMER = Stemmer.Stemmer("norwegian")


def fold(text: str) -> str:
    """Lower case, one form for every hyphen and number: `6–8` and `6-8`, `3.000` and `3 000` become the same."""
    text = unicodedata.normalize("NFKC", text).casefold().translate(_HYPHENS)
    return _GROUPED.sub(lambda match: re.sub(r"\D", "", match.group(0)), text)


def words(text: str) -> list[str]:
    """The words and numbers of a text, folded, in order."""
    return _WORD.findall(fold(text))


def numbers(text: str) -> set[str]:
    """The numbers of a text that are written in figures, each in one way: 3 000 as `3000`, 2.5 as `2,5`."""
    return {word.replace(".", ",") for word in words(text) if word[0].isdigit()}


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The word without its inflection: kommunene and kommunane both give kommun."""
    return str(_STEMMER.stemWord(word))


@lru_cache(maxsize=100_000)
def ngrams(word: str, n: int = 5) -> tuple[str, ...]:
    """The word's runs of `n` letters, its edges marked: they find parts of compounds and survive typos."""
    marked = f"_{word}_"
    return tuple(marked[i : i + n] for i in range(max(1, len(marked) - n + 1)))


def runs(terms: Sequence[str], longest: int) -> Iterator[tuple[str, ...]]:
    """All that follow one another, up to `longest` of them: single ones first."""
    for size in range(1, longest + 1):
        for start in range(len(terms) - size + 1):
            yield tuple(terms[start : start + size])


def letter_terms(text: str) -> list[str]:
    """The letter n-grams of a text's content words."""
    return [gram for word in words(text) if word not in STOP for gram in ngrams(word)]


def word_terms(text: str) -> list[str]:
    """The stems of a text's content words."""
    return [stem(word) for word in words(text) if word not in STOP]


STOP = frozenset(
    """
    alle at av bare ble blei blir da de deg dei deira dem den denne der deres det dette di din disse ditt dykk
    du e eg eit ei ein eller en er et ett etter for fra frå få får gjennom gjer gjør ha hadde han har hans
    hennar hennes her hun hva hvem hver hvilke hvilken hvilket hvis hvor hvordan hvorfor i ifølge ikke ikkje
    inn ja jeg kan kor korleis kva kven kvifor kvar kva man med meg men mot mykje mye må ned no noe noen noko
    nokon nå når og også om opp oss over på seg selv sin sine sitt sjå skal skulle slik som så the til to ut
    var ved vi vil ville vært vart vere være å a an and are as at be been by did do does for from had has have
    how in is it its many much of on or that the their they this to was were what when where which who why
    will with
    """.split()
)
