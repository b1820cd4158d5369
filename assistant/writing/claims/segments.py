"""A sentence in its segments: what each says, of which group, place and year, with which figures."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from assistant.language.words import YEAR
from assistant.writing.claims.figures import WORDED, Figure, figures_of
from assistant.writing.claims.lexicon import (
    is_content,
    key_of,
    kinds,
    office_names,
    place_names,
    table,
    tokens,
)

_JOINTS = re.compile(
    r";|:\s|,\s+men\s+|,?\s+(?:mens|medan|but|while|whereas)\s+"
    r"|,\s+(?:fulgt av|følgd av|followed by|og|and|mot|against|compared|selv om|sjølv om|although)\s+"
    r"|,?\s+(?=(?:nesten |almost )?(?:dobbelt|twice|doubl))",
    re.IGNORECASE,
)
_AND = re.compile(r"\s+(?:og|and)\s+|,\s+", re.IGNORECASE)
_THAN = re.compile(r"^(?:enn|than)$")
_COMPARED = re.compile(r"\s*(?:nesten |almost )?(?:dobbelt|twice|doubl)", re.IGNORECASE)


@dataclass(frozen=True)
class Segment:
    """One part of a sentence that says one thing."""

    text: str
    tokens: tuple[str, ...] = field(repr=False)

    @cached_property
    def years(self) -> frozenset[str]:
        """The years that stand in it."""
        return frozenset(YEAR.findall(self.text))

    @cached_property
    def places(self) -> frozenset[str]:
        """The places that it names, each in one way."""
        names = place_names()
        found = {names[token] for token in self.tokens if token in names}
        return frozenset(found | {names[own] for token in self.tokens if (own := token.removesuffix("s")) in names})

    @cached_property
    def offices(self) -> frozenset[str]:
        """The offices and research houses that it names."""
        return frozenset(own for token in self.tokens for own in {token, token.removesuffix("s")} & office_names())

    @cached_property
    def groups(self) -> frozenset[tuple[str, str]]:
        """(kind, name) of the groups of people and places of work that it tells of."""
        return frozenset(pair for token in self.tokens for pair in kinds(token, "group"))

    @cached_property
    def poles(self) -> dict[str, set[str]]:
        """Which pole of each dimension it names."""
        found: dict[str, set[str]] = {}
        for token, after in zip(self.tokens, (*self.tokens[1:], ""), strict=True):
            for kind, name in kinds(token, "pole"):
                if kind != "most" or (not after[:1].isdigit() and after not in WORDED):
                    found.setdefault(kind, set()).add(name)
        return found

    @cached_property
    def denies(self) -> bool:
        """Whether it says that something is not so."""
        (words,) = table("negation").values()
        count = sum(words.hold(token) for token in self.tokens)
        paired = any(token in ("verken", "korkje", "hverken", "nor") for token in self.tokens) and count > 1
        return bool((count - paired) % 2)

    @cached_property
    def content(self) -> frozenset[str]:
        """What it is about: the keys of its content words."""
        return frozenset(key_of(token) for token in self.tokens if is_content(token))

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """The figures that stand in it."""
        return figures_of(self.tokens)

    @cached_property
    def is_comparison(self) -> bool:
        """Whether it only compares: its years are others than those of what is told."""
        return bool(_COMPARED.match(self.text))

    def holds(self, *keys: str, name: str) -> bool:
        """Whether a word of this list stands in it."""
        words = table(*keys)[name]
        return any(words.hold(token) for token in self.tokens)

    @cached_property
    def than(self) -> tuple[list[str], list[str]] | None:
        """What stands before `enn` and behind it: what is compared with what."""
        at = next((i for i, token in enumerate(self.tokens) if _THAN.match(token)), None)
        if at is None:
            return None
        after = _keys(self.tokens[at + 1 :])
        return _keys(self.tokens[:at]), after

    @cached_property
    def is_elliptic(self) -> bool:
        """Whether it leaves out what it is about, which stands in the part before."""
        return len(self.content) <= 1


@dataclass(frozen=True)
class Sentence:
    """A whole sentence and its segments."""

    whole: Segment
    segments: tuple[Segment, ...]


@lru_cache(maxsize=4096)
def sentence(text: str) -> Sentence:
    """A sentence taken apart."""
    parts = [piece for part in _JOINTS.split(text) if part and part.strip() for piece in _parted(part.strip())]
    return Sentence(_segment(text), tuple(_segment(part) for part in parts) or (_segment(text),))


def _parted(part: str) -> Iterator[str]:
    """The part, cut at `og` where both sides have figures, years or opposite poles of their own."""
    start = 0
    joints = list(_AND.finditer(part))
    for joint, following in zip(joints, [*(one.start() for one in joints[1:]), len(part)], strict=False):
        left, right = _segment(part[start : joint.start()]), _segment(part[joint.end() : following])
        is_listed = joint.group().startswith(",")
        has_figures = left.figures and right.figures and not _is_span(left, right)
        if has_figures or (is_listed and left.years and right.years) or _are_opposed(left, right, is_listed):
            yield left.text
            start = joint.end()
    yield part[start:]


def _is_span(left: Segment, right: Segment) -> bool:
    """Whether the two figures stand right beside `og`: from one and to the other."""
    last, first = left.tokens[-1], right.tokens[0]
    return last[0].isdigit() and first[0].isdigit() and not YEAR.fullmatch(last)


def _are_opposed(left: Segment, right: Segment, is_listed: bool) -> bool:
    """Whether they name opposite poles; of parts that a comma alone joins, before and after."""
    opposed = (kind for kind, poles in left.poles.items() if kind in right.poles and not poles & right.poles[kind])
    return any(kind == "time" or not is_listed for kind in opposed)


@lru_cache(maxsize=8192)
def _segment(text: str) -> Segment:
    return Segment(text, tokens(text))


def _keys(some: tuple[str, ...]) -> list[str]:
    return [key_of(token) for token in some if is_content(token) or YEAR.fullmatch(token)]
