"""What makes a segment say something else than its source does. Each rule names the kind of difference, "" for none."""

import re
from functools import lru_cache

from assistant.writing.claims.figures import Figure
from assistant.writing.claims.lexicon import is_content, key_of, named, table, words_of_group
from assistant.writing.claims.segments import Segment, Sentence

# Poles of these are claims of their own: what the source does not say of them is not said.
_CLAIMED = ("direction", "frequency", "speed", "keeping", "importance", "satisfaction")
_COMPARED = ("amount", "level", "frequency", "speed", "length", "quality", "size")
_VERY = frozenset("svært veldig ganske så for bare berre kun de dei nokså relativt altfor forholdsvis".split())
_CODE = re.compile(r"[a-zæøå]{1,3}\d{1,3}")
_RESTRICTING = ("gender", "age", "origin")
_AMOUNTS = {"all": 100, "nearly_all": 90, "most": 50.1, "half": 45, "many": 40}


def figures_differ(said: Segment, own: Segment, source: Sentence, around: Segment) -> str:
    """A number that is not there, or there with another unit, bound, year or of others."""
    for figure in said.figures:
        same = [one for one in own.figures if one.value == figure.value]
        if not same:
            return "number"
        reasons = [_figure_differs(figure, one, own.content) for one in same]
        if all(reasons):
            return reasons[0]
        if figure.counted and not figure.counted & (source.whole.groups | around.groups):
            return "unit"
        if not figure.counted and any(
            kind in _RESTRICTING and (kind, name) not in said.groups for one in same for kind, name in one.counted
        ):
            return "group"
    codes = {token for token in said.tokens if _CODE.fullmatch(token)}
    if codes - set(source.whole.tokens) - set(around.tokens):
        return "number"
    paired = {one.value: one.year for one in own.figures if one.year}
    if len(said.years) == 1 and len(said.figures) == 1:
        year = paired.get(said.figures[0].value)
        if year and year not in said.years and len(source.whole.years) > 1:
            return "year"
    return ""


def _figure_differs(said: Figure, own: Figure, around: frozenset[str]) -> str:
    if said.unit != own.unit and (said.unit or own.unit in ("percent", "point")):
        return "unit"
    if said.bound != own.bound and (said.bound or own.bound != "near"):
        return "bound"
    if said.year and own.year and said.year != own.year:
        return "year"
    for kind, name in said.counted:
        others = {other for own_kind, other in own.counted if own_kind == kind}
        if others and name not in others:
            return "group"
    if said.counted and own.counted and not said.counted & own.counted:
        return "unit"
    if said.noun and own.noun and said.noun not in (own.noun, *around):
        return "unit"
    return ""


def places_differ(said: Segment, own: Segment, source: Sentence, around: Segment) -> str:
    """Another year, place or group than the segment's own, or than what it takes over from the others."""
    others = [one for one in source.segments if one is not own and not one.is_comparison]
    places = [one.places for one in others if not (one.figures and said.figures)]
    for mine, its, inherited in (
        (said.years, own.years, [*(one.years for one in others), *_of_headings(source.whole.years, around.years)]),
        (said.places, own.places, [*places, *_of_headings(source.whole.places, around.places)]),
    ):
        if mine and not mine <= its and (its or not any(mine <= one for one in inherited)):
            return "place" if mine is said.places else "year"
    if said.figures and own.places - said.places:
        return "place"
    return _groups_differ(said, own, source, around)


def _of_headings(own: frozenset[str], around: frozenset[str]) -> list[frozenset[str]]:
    """The years or places of the headings, which hold for a sentence that has none of its own."""
    return [] if own else [around, *(frozenset({one}) for one in around)]


def _groups_differ(said: Segment, own: Segment, source: Sentence, around: Segment) -> str:
    own_kinds = {kind for kind, _ in own.groups}
    for kind, name in said.groups:
        if (kind, name) not in source.whole.groups | around.groups:
            return "group"
        if kind in own_kinds and not {one for one in said.groups if one[0] == kind} & own.groups:
            return "group"
        if kind not in own_kinds and kind in _RESTRICTING and own.figures and not own.is_elliptic:
            return "group"
    if said.figures and not any(figure.counted for figure in own.figures):
        missing = {(kind, name) for kind, name in own.groups if kind in _RESTRICTING} - said.groups
        return "group" if missing else ""
    return ""


def denial_differs(said: Segment, own: Segment) -> str:
    """One says that it is so, the other that it is not. `Not satisfied` is `dissatisfied`."""
    if said.denies == own.denies:
        return ""
    opposed = any(
        kind in own.poles and not poles & own.poles[kind] and kind not in ("direction", "advice")
        for kind, poles in said.poles.items()
    )
    return "" if opposed else "negation"


def poles_differ(said: Segment, own: Segment, source: Sentence) -> str:
    """More for less, up for down, satisfied for dissatisfied, or what the source says nothing of."""
    swapped = _is_swapped(said, source)
    for kind, poles in said.poles.items():
        its = own.poles.get(kind) or (
            source.whole.poles.get(kind) if own.is_elliptic or kind not in _CLAIMED + _COMPARED else None
        )
        if its is None and kind in source.whole.poles:
            return kind
        if its is None:
            if kind in _CLAIMED and not _is_reckoned(kind, poles, source):
                return kind
            continue
        is_reversed = not poles & its
        if kind in _COMPARED and swapped:
            is_reversed = not is_reversed
        if is_reversed and said.denies == own.denies:
            return kind
    if swapped and not any(kind in _COMPARED for kind in said.poles):
        return "comparison"
    return ""


def _is_swapped(said: Segment, source: Sentence) -> bool:
    """Whether what is compared with is what was compared."""
    if not said.than or not source.whole.than:
        return False
    (its_before, its_after), (before, after) = source.whole.than, said.than
    first, its_first = (after or [""])[0], (its_after or [""])[0]
    if first != its_first:
        return first in its_before and (its_first in before or first not in before)
    only_before, only_after = set(its_before) - set(its_after), set(its_after) - set(its_before)
    straight = len(only_before & set(before)) + len(only_after & set(after))
    return len(only_before & set(after)) + len(only_after & set(before)) > straight


def _is_reckoned(kind: str, poles: set[str], source: Sentence) -> bool:
    """Whether figures of two years bear a direction that the source does not name."""
    if kind != "direction" or len(source.whole.years) < 2:
        return False
    try:
        dated = [
            (min(segment.years), float(figure.value.replace(",", ".")))
            for segment in source.segments
            for figure in segment.figures
            if len(segment.years) == 1
        ]
    except ValueError:
        return False
    if len(dated) != 2 or dated[0][0] == dated[1][0]:
        return False
    (_, first), (_, last) = sorted(dated)
    return poles == {"up" if last > first else "down" if last < first else "same"}


def modality_differs(said: Segment, own: Segment, source: Sentence) -> str:
    """Must for should, is for may: what binds otherwise, or is surer, than the source says."""
    mine, its = (_modality(one) for one in (said, own))
    if not its and own.tokens[:1] in (("å",), ("to",)):  # `anbefaler å øke … og å redusere …`
        its = _modality(source.whole)
    is_denied_power = its == "may" and mine == "" and said.denies and own.denies  # cannot tell: does not tell
    if mine == its or (mine == "may" and its == "") or is_denied_power:
        return ""
    return "modality"


@lru_cache(maxsize=8192)
def _modality(segment: Segment) -> str:
    found = {name for token in segment.tokens for name in named(token, "modality")}
    return next((name for name in ("should", "must", "may") if name in found), "")


def amounts_differ(said: Segment, own: Segment, source: Sentence) -> str:
    """All for most, most for some: more than the source says, or less."""
    mine, its = (_quantifiers(one) for one in (said, own))
    shares = [figure.percent for figure in own.figures if figure.percent is not None]
    for name in mine - its:
        least = _AMOUNTS.get(name)
        if name == "some" and (its & {"many", "most"} or "some" in _quantifiers(source.whole)):
            continue
        if name == "none" and own.denies:
            continue
        if name == "half" and any(45 <= share <= 55 for share in shares):
            continue
        if name == "few" and any(share < 30 for share in shares):
            continue
        if least and name != "half" and any(share >= least for share in shares):
            continue
        return "quantifier"
    if its & {"some", "few", "half", "third", "quarter"} and not mine and not said.figures:
        return "quantifier"
    return "exclusive" if said.holds("exclusive", name="words") and not own.holds("exclusive", name="words") else ""


@lru_cache(maxsize=8192)
def _quantifiers(segment: Segment) -> frozenset[str]:
    """The amounts that it names; `få` is one before those who are few, else it is to get."""
    found: set[str] = set()
    for i, token in enumerate(segment.tokens):
        before, after = segment.tokens[i - 1 : i], segment.tokens[i + 1 : i + 2]
        is_verb = token == "få" and i > 0 and before[0] not in _VERY and not any(words_of_group(one) for one in after)
        found |= set() if is_verb else named(token, "quantifier")
    return frozenset(found)


def cause_differs(said: Segment, source: Sentence) -> str:
    """A cause where the source has none, or the effect for the cause."""
    strict, wide = table("cause")["strict"], table("cause")["wide"]
    if not any(strict.hold(token) for token in said.tokens):
        return ""
    tokens = source.whole.tokens
    if not any(strict.hold(token) or wide.hold(token) for token in tokens):
        return "cause"
    mine, its = _cause_and_effect(said), _cause_and_effect(source.whole)
    if mine and its:
        straight = len(mine[0] & its[0]) + len(mine[1] & its[1])
        crossed = len(mine[0] & its[1]) + len(mine[1] & its[0])
        return "cause" if crossed > straight else ""
    return ""


def _cause_and_effect(segment: Segment) -> tuple[frozenset[str], frozenset[str]] | None:
    words = table("cause")
    at = next((i for i, token in enumerate(segment.tokens) if words["strict"].hold(token)), None)
    if at is None:
        return None
    sides = [
        frozenset(key_of(token) for token in some if is_content(token))
        for some in (segment.tokens[:at], segment.tokens[at + 1 :])
    ]
    before, after = sides
    return (after, before) if words["reversed"].hold(segment.tokens[at]) else (before, after)
