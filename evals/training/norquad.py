"""Examples from NorQuAD (Ivanova et al. 2023, NoDaLiDa): Norwegian questions over encyclopaedia and news texts."""

import random
import re
from collections.abc import Iterator
from pathlib import Path

from assistant.language.sentences import Sentence, split_sentences
from assistant.language.words import STOP, YEAR, stem, words
from evals.training.examples import Example
from evals.training.lines import read_lines

_SHORTEST = 15  # characters of a sentence
_NAME = re.compile(r"(?<=[a-zæøå,] )[A-ZÆØÅ][\wæøå-]+(?: [A-ZÆØÅ][\wæøå-]+)*")


def read_norquad(path: Path, seed: int = 0) -> list[Example]:
    """Each question of the file, with a near-miss where a year or a name in it can be exchanged for another."""
    articles = read_lines(path)
    chance = random.Random(seed)
    names = sorted({name for article in articles for name in _NAME.findall(article["text"])})
    return [example for article in articles for example in _examples(article, names, chance)]


def _examples(article: dict[str, object], names: list[str], chance: random.Random) -> Iterator[Example]:
    text = str(article["text"])
    title = text.split("\n", maxsplit=1)[0][:60]
    sentences = [one for one in split_sentences(text) if len(one.text) >= _SHORTEST]
    for asked in article["questions"]:  # type: ignore[attr-defined]
        at = next((i for i, one in enumerate(sentences) if _holds(one, asked["start"])), None)
        if at is None:
            continue
        question, answer = str(asked["question"]).strip(), sentences[at].text
        others = _nearest(question, [one.text for i, one in enumerate(sentences) if i != at])
        wrong = tuple(f"{title}: {one}" for one in others if str(asked["answer"]) not in one)
        right = f"{title}: {answer}"
        near = _exchanged(question, text, names, chance)
        yield Example(question, (right,), wrong, (near,) if near else ())


def _holds(sentence: Sentence, start: int) -> bool:
    return sentence.start <= start < sentence.start + len(sentence.text)


def _nearest(question: str, texts: list[str]) -> list[str]:
    """The texts, those that share most stems with the question first."""
    asked = _stems(question)
    return sorted(texts, key=lambda text: -len(asked & _stems(text)))


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words(text) if word not in STOP)


def _exchanged(question: str, text: str, names: list[str], chance: random.Random) -> str:
    """The question with another year or name that its text does not hold; empty where it has neither."""
    if year := YEAR.search(question):
        other = str(int(year[0]) + chance.choice((-7, -3, -2, -1, 1, 2, 3, 7)))
        return question.replace(year[0], other) if other not in text else ""
    if name := _NAME.search(question):
        other = chance.choice(names)
        return question.replace(name[0], other) if other not in text else ""
    return ""
