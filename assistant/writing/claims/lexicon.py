"""Words by what they say: see words.toml and same.toml."""

import re
import tomllib
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from assistant.language.words import STOP, fold, stem

_FOLDER = Path(__file__).parent
_TOKEN = re.compile(r"[^\W_]+(?:[.,'_/-][^\W_]+)*|%")


class Words:
    """Words, beginnings and phrases that say one thing."""

    def __init__(self, listed: str) -> None:
        items = listed.split()
        self.exact = frozenset(item for item in items if not item.endswith("*"))
        self._begin = tuple(item[:-1] for item in items if item.endswith("*"))

    def hold(self, token: str) -> bool:
        """Whether the token is one of them."""
        return token in self.exact or (bool(self._begin) and token.startswith(self._begin))


@cache
def table(*keys: str) -> dict[str, Words]:
    """The words under a key of words.toml, by name."""
    data: Any = _data()
    for key in keys:
        data = data[key]
    return {name: Words(value) for name, value in data.items() if isinstance(value, str)}


@cache
def tables(key: str) -> dict[str, dict[str, Words]]:
    """The tables under a key: the poles, or the groups, by dimension."""
    return {name: table(key, name) for name in _data()[key]}


@lru_cache(maxsize=2048)
def tokens(text: str) -> tuple[str, ...]:
    """The words of a text, folded, a phrase that the tables know as one."""
    folded = _phrases().sub(lambda match: match.group().replace(" ", "_"), fold(text))
    return tuple(_TOKEN.findall(folded))


@lru_cache(maxsize=50_000)
def key_of(token: str) -> str:
    """What a content word is compared by: the same for the same thing in three languages, else its stem."""
    token = token.replace("heit", "het").replace("skul", "skol")
    for number, words in enumerate(_same()):
        if words.hold(token):
            return f"#{number}"
    for key in ("group", "pole"):
        for kind, name in kinds(token, key):
            return f"{kind}.{name}"
    return place_names().get(token) or stem(token)


@lru_cache(maxsize=50_000)
def is_content(token: str) -> bool:
    """Whether a word says something of the matter."""
    if token in STOP or token[0].isdigit() or token == "%":
        return False
    little = ("negation", "exclusive", "telling", "modality", "quantifier", "bound", "unit")
    return not any(words.hold(token) for name in little for words in table(name).values())


@lru_cache(maxsize=200_000)
def named(token: str, *keys: str) -> frozenset[str]:
    """The names of the words under a key that the token is one of."""
    return frozenset(name for name, words in table(*keys).items() if words.hold(token))


@lru_cache(maxsize=50_000)
def kinds(token: str, key: str) -> tuple[tuple[str, str], ...]:
    """(kind, name) of each pole or group that the token names."""
    return tuple((kind, name) for kind in tables(key) for name in named(token, key, kind))


@lru_cache(maxsize=50_000)
def words_of_group(token: str) -> bool:
    """Whether the token names people or places of work."""
    return bool(kinds(token, "group"))


@cache
def place_names() -> dict[str, str]:
    """Each place by the name that it goes by here."""
    names = {name: name for name in _data()["places"]["words"].split()}
    for same in _data()["places"]["same"].split(";"):
        names.update(dict.fromkeys(same.split(), same.split()[0]))
    return names


@cache
def office_names() -> frozenset[str]:
    """Names of those who carry out studies and give advice."""
    return frozenset(_data()["offices"]["words"].split())


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((_FOLDER / "words.toml").read_text(encoding="utf-8"))


@cache
def _same() -> tuple[Words, ...]:
    lines = tomllib.loads((_FOLDER / "same.toml").read_text(encoding="utf-8"))["lines"]
    return tuple(Words(line) for line in lines.split("\n") if line)


@cache
def _phrases() -> re.Pattern[str]:
    text = (_FOLDER / "words.toml").read_text(encoding="utf-8") + (_FOLDER / "same.toml").read_text(encoding="utf-8")
    phrases = {item.strip('*"_') for item in re.findall(r"[^\s\"=]+_[^\s\"]+", text)}
    longest = sorted((_spaced(phrase) for phrase in phrases if "_" in phrase), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(longest)})")


def _spaced(phrase: str) -> str:
    """The phrase as it is written; `mer enn` is one only before a figure, else two are compared."""
    spaced = re.escape(phrase).replace("_", " ")
    return rf"{spaced}(?= (?:\d|halv|half))" if phrase.endswith(("_enn", "_than")) else spaced
