"""Which studies and chapters deal with a theme, and of which it is the subject."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.models import SectionKind
from assistant.overview.units import Unit
from assistant.overview.wording import MENTIONED, ThemeWords
from assistant.statements import Statement, pairs_of

_SUBJECT = 1 / 3  # of the statements: from there on the theme is what a study or chapter is about
_FILLED, _SEVERAL = 0.05, 2  # of a chapter's statement: with less, and fewer of them, the theme is named in passing
# How a study was made is not what it says.
NOT_SAID = (SectionKind.TABLE, SectionKind.METHOD, SectionKind.ABOUT)
_OWN = 0.3  # of the theme that a statement says itself where its heading says the rest


@dataclass(frozen=True, slots=True)
class Told:
    """A statement and how much of the theme it says, 0 to 1; `speaks` where that is enough."""

    statement: Statement
    share: float
    speaks: bool


@dataclass(frozen=True, slots=True)
class OnTheme:
    """A study or chapter that deals with the theme; `core` where the theme is its subject."""

    unit: Unit
    told: tuple[Told, ...]
    core: bool


@dataclass(frozen=True, slots=True)
class Sifted:
    """What deals with the theme, how many name it in passing, and those that name it in tables alone."""

    found: tuple[OnTheme, ...]
    in_passing: int = 0
    in_tables: tuple[OnTheme, ...] = ()


def sift(units: Iterable[Unit], wording: ThemeWords) -> Sifted:
    """The units that deal with the theme by their words."""
    return sift_told(((unit, told_of(unit, wording)) for unit in units), wording)


def sift_told(units: Iterable[tuple[Unit, tuple[Told, ...]]], wording: ThemeWords) -> Sifted:
    """Those that deal with the theme, by what is told of them.

    A study counts from one statement on, a chapter needs more than a word.

    Those near in meaning alone are mentions: studies, and chapters that hold a part of the theme.
    """
    found: list[OnTheme] = []
    in_tables: list[OnTheme] = []
    in_passing = 0
    for unit, told in units:
        said = [one for one in told if one.speaks]
        in_words = [one for one in said if one.statement.passage.kind not in NOT_SAID]
        titled = titled_share(unit, wording) >= MENTIONED
        share = len(in_words) / max(1, len(told))
        if titled or (in_words and (unit.study or _says_enough(in_words, wording))):
            under = above_share(unit, wording) >= MENTIONED
            found.append(OnTheme(unit, told, titled or under or share >= _SUBJECT))
        elif in_words:
            in_passing += 1
        elif any(one.statement.passage.cells for one in said):
            in_tables.append(OnTheme(unit, told, core=False))
        elif unit.near and (unit.study or max((one.share for one in told), default=0.0) >= _OWN):
            found.append(OnTheme(unit, told, core=False))
    return Sifted(tuple(found), in_passing, tuple(in_tables))


def titled_share(unit: Unit, wording: ThemeWords) -> float:
    """How much of the theme the unit's own title says, 0 to 1."""
    return wording.share(wording.held(unit.title))


def above_share(unit: Unit, wording: ThemeWords) -> float:
    """How much of the theme the headings above say, and its report's title where it is no study, 0 to 1."""
    return wording.share(wording.held(" ".join((*unit.path, "" if unit.study else unit.passages[0].title))))


def _says_enough(said: Sequence[Told], wording: ThemeWords) -> bool:
    return len(said) >= _SEVERAL or any(wording.fill(one.statement.text) >= _FILLED for one in said)


def told_of(unit: Unit, wording: ThemeWords) -> tuple[Told, ...]:
    """How much of the theme each of its statements says by its words."""
    above = wording.held(unit.title)
    told = []
    for one in unit.statements:
        own = wording.held(f"{one.span.about} {one.lead} {pairs_of(one.passage) or one.text}")
        share, with_heading = wording.share(own), wording.share(own, above)
        told.append(Told(one, share, share >= MENTIONED or (with_heading >= 0.99 and share >= _OWN)))
    return tuple(told)
