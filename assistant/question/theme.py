"""The theme of a request that is no single question: of "gi meg en oversikt over alt om tolk" it is "tolk".

What is left of a request once the words that ask for something are gone. They are taken from requests that are kept for
training (`evals/training/questions/requests`).
"""

import re
from pathlib import Path

from assistant.language.words import STOP, YEAR, fold, stem, words
from assistant.question.length import without_length

# What asks, and what is asked for; by their stems, as `words.stem` gives them.
_ASKING = frozenset(map(stem, Path(__file__).with_name("asking.txt").read_text(encoding="utf-8").split()))
_ABOUT = re.compile(
    r"\b(?:om|angående|vedrørende|gjelder|gjeld|temaet|emnet|about|on|regarding|concerning)\b[:\s]+(?P<theme>.+)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.?!;])\s+|\s+[–-]\s+")
_PLACED = re.compile(r"\b(?:i|fra|frå|for|in|from)\s+(?:årene\s+|åra\s+)?(?=(?:19|20)\d\d\b)", re.IGNORECASE)
_EDGES = re.compile(
    r"^(?:(?:og|and|eller|or|i|på|av|for|til|fra|frå|mot|hos|blant|the|of|in|to|from|with|by|against|among|de|den|det|dei)"
    r"\b[\s,]*)+"
    r"|[\s,]*(?:\b(?:og|and|eller|or|i|på|av|for|til|fra|frå|of|in|to|from)\s*)+$",
    re.IGNORECASE,
)


def theme_of(text: str) -> str:
    """The words of a request that say what it is about, in their order; empty where all of it asks."""
    # "Barn og unge: skole og fritid" is one theme.
    clauses = [clause for clause in _SENTENCE.split(without_length(text).replace(": ", ", ")) if clause]
    for clause in clauses:
        if (match := _ABOUT.search(clause)) and (theme := _without_asking(match["theme"])):
            return theme
    return next((theme for clause in clauses if (theme := _without_asking(clause))), "")


def _without_asking(clause: str) -> str:
    """The clause without the words that ask and its years; commas and conjunctions stay between what is left."""
    clause = YEAR.sub(" ", _PLACED.sub(" ", clause))
    kept: list[str] = []
    for token in re.findall(r"[^\W_]+(?:-[^\W_]+)*-?|,", clause):
        if token == ",":
            kept.append(",")
        elif not asks(token):
            kept.append(token)
    said = re.sub(r"\s+,", ",", " ".join(kept))
    said = re.sub(r"(,\s*)+(?=,|$)|^[,\s]+", "", said).strip()
    return re.sub(r"\s+", " ", _EDGES.sub("", said)).strip(" ,") if _has_content(said) else ""


def asks(token: str) -> bool:
    """Whether the word asks for something, and says nothing of what about."""
    folded = fold(token)
    return folded not in _KEPT and (stem(folded) in _ASKING or folded in STOP)


def _has_content(said: str) -> bool:
    return any(word not in STOP for word in words(said))


# Words that join what a theme is made of: they say nothing, but where one part ends.
_KEPT = frozenset("og and eller or av for til blant hos i på mot mellom med of to in among with".split())
