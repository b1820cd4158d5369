"""Training of what tells requests apart (`assistant.reader.requests`): adapters and a head of classes."""

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.models import TABLES, Request
from assistant.reader.network import Network, Shape
from assistant.reader.pairs import Pairs
from assistant.reader.requests import ORDER, Recogniser
from evals.training.classes import learn_classes
from evals.training.lines import read_lines

SHAPE = Shape(layers=12, rank=16, scale=2.0, question=48, pair=112, outputs=len(ORDER))
_MARKS = "?!.,;:«»\"'()–-"
_ASKED_WITH = 25  # tables that are asked for with a word before it names no theme
_LONG = 4  # letters of a word that may be a theme
_OFTEN = 8  # questions that may have a word before it is taken less often
_SHARE_ODD = 0.3
_ODD = (
    "{}?",
    "{}??",
    "#{}",
    "<b>{}</b>",
    "{} 😀",
    "«{}»",
    "{}' OR 1=1 --",
    "{}.",
    "{}…",
    "* {}",
    "\ufffd{}",
    "{} 2016",
    "({})",
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed, the turns before it, and what it asks for."""

    text: str
    history: tuple[str, ...]
    request: Request


def read_requests(path: Path) -> list[Asked]:
    """The lines of a file of requests."""
    return [
        Asked(one["text"], tuple(one.get("history") or ()), Request(one["request"].replace("_", " ")))
        for one in read_lines(path)
    ]


def read_questions(path: Path) -> list[Asked]:
    """The lines of a question set as questions, without overviews and comparisons: those may be either."""
    kept = (one for one in read_lines(path) if one["type"] not in ("overview", "comparison"))
    return [Asked(one["question"], tuple(one.get("history") or ()), Request.QUESTION) for one in kept]


def words_alone(questions: Sequence[Asked], requests: Sequence[Asked], several: int, seed: int) -> list[Asked]:
    """One to three words of a question in a row, some oddly typed: a theme by itself is asked of the reports, no talk.

    Words that few questions have are likelier: what all questions are asked with names no theme. What tables are asked
    for with ("oversikt") is left out.
    """
    chance = random.Random(seed)
    spoken = [one.text.split() for one in questions]
    often = Counter(word.strip(_MARKS).lower() for words in spoken for word in words)
    of_tables = Counter(
        word
        for one in requests
        if one.request in TABLES
        for word in {w.strip(_MARKS).lower() for w in one.text.split()}
    )
    made: list[Asked] = []
    while len(made) < several:
        words = chance.choice(spoken)
        first = chance.randrange(len(words))
        run = words[first : first + chance.choice((1, 1, 1, 2, 2, 3))]
        bare = [word.strip(_MARKS).lower() for word in run]
        rarest = min((often[word] for word in bare if len(word) >= _LONG), default=0)
        if rarest and max(of_tables[word] for word in bare) < _ASKED_WITH and chance.random() < _OFTEN / rarest:
            text = " ".join(run).strip(_MARKS)
            odd = chance.choice(_ODD) if chance.random() < _SHARE_ODD else "{}"
            made.append(
                Asked(odd.format(chance.choice((text, text, text.lower(), text.upper()))), (), Request.QUESTION)
            )
    return made


@dataclass(frozen=True, slots=True)
class Wish:
    """What is wanted of any subject: a sentence `after` or `before` a question, or a `frame` around a theme."""

    text: str
    place: str
    request: Request


def read_wishes(path: Path) -> list[Wish]:
    """The lines of a file of wishes."""
    return [Wish(one["text"], one["kind"], Request(one["request"])) for one in read_lines(path)]


def wished(
    wishes: Sequence[Wish], questions: Sequence[Asked], themes: Sequence[str], several: int, seed: int
) -> list[Asked]:
    """Wishes beside questions, and around themes: what is wanted is said by the wish, whatever the question is."""
    chance = random.Random(seed)
    alone = [one.text for one in questions if not one.history]
    made: list[Asked] = []
    for _ in range(several):
        wish = chance.choice(wishes)
        about = chance.choice(themes if wish.place == "frame" else alone)
        texts = {"frame": wish.text.replace("{}", about), "after": f"{about} {wish.text}"}
        made.append(Asked(texts.get(wish.place, f"{wish.text} {about}"), (), wish.request))
    return made


def train(network: Network, pairs: Pairs, asked: Sequence[Asked], rate: float, seed: int) -> None:
    """One pass over what was asked, in any order."""
    told = [(one.history[-1] if one.history else "", one.text, ORDER.index(one.request)) for one in asked]
    learn_classes(network, pairs, told, rate, seed)


def shares(recogniser: Recogniser, asked: Sequence[Asked]) -> dict[str, tuple[float, int]]:
    """For each request the share that is taken for what it is, and how many there are."""
    taken = [recogniser.recognise(one.text, one.history)[0] for one in asked]
    told: dict[str, tuple[float, int]] = {}
    for request in ORDER:
        right = [one is request for one, a in zip(taken, asked, strict=True) if a.request is request]
        if right:
            told[request.value] = (sum(right) / len(right), len(right))
    return told
