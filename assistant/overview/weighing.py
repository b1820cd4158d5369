"""Which studies and chapters deal with a theme, by what their likeliest statements say and by their words, weighed.

The statements are read by a scorer (`evals train-themes`); two logistic regressions say from that and from the words
whether a study or chapter deals with the theme, and whether it is its subject (`evals calibrate-themes`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import numpy as np

from assistant.overview.about import NOT_SAID, OnTheme, Sifted, Told, above_share, sift_told, titled_share, told_of
from assistant.overview.context import Context
from assistant.overview.looking import all_gone_through, going_through
from assistant.overview.units import Unit
from assistant.overview.wording import ThemeWords
from assistant.reader.scorer import Scorer, or_none
from assistant.reader.weights import Floats, chance, odds
from assistant.statements import as_read

FILE = Path(__file__).with_name("themes.safetensors")
# What is told of a study or chapter, in the order of the weights in the scorer's card.
TOLD = (
    "best score", "mean of the best three", "share of the read above even", "any read", "best share of words",
    "any speaks", "how many speak", "share that speak", "title", "headings", "nearness", "statements", "is a study",
)  # fmt: skip
_READ, _EACH, _AT_ONCE = 180, 3, 36  # statements: of all, of one unit, and of those in one go
_UNREAD, _FAR = -6.0, -4.0
_SPREAD = 0.022  # of the passages' nearness to a theme: one standard deviation
_SHARE = 2.0  # what words are worth beside nearness where it is chosen what is read


@dataclass(frozen=True, slots=True)
class Weighed:
    """Of each unit: what its statements say of the theme by their words, what they say read, and what is told of it,
    shape (units, TOLD)."""

    by_words: tuple[tuple[Told, ...], ...]
    heard: tuple[tuple[Told, ...], ...]
    features: Floats


@lru_cache(maxsize=1)
def load_themes(path: Path) -> Scorer | None:
    """The scorer of themes, which all of a process share; None, with one line in the log, where it cannot be read."""
    return or_none(lambda: Scorer.load(path), "Overviews go by words alone.")


def weigh(units: Sequence[Unit], wording: ThemeWords, theme: str, context: Context, scorer: Scorer) -> Sifted:
    """The units that deal with the theme: by their words, unless that is unlikely, and those that likely do without.

    What is likely enough stands in the scorer's card.
    """
    looked = look(units, wording, theme, context, scorer)
    by_words = {id(one.unit): one for one in sift_told(zip(units, looked.by_words, strict=True), wording).found}
    weights, limits = scorer.card["weights"], scorer.card["limits"]
    deals, core = (chance(odds(looked.features, weights[name])) for name in ("deals", "core"))
    found, left = [], []
    read = looked.features[:, TOLD.index("any read")] > 0
    for unit, one, likely, subject, was_read in zip(units, looked.heard, deals, core, read, strict=True):
        named = by_words.get(id(unit))
        # Of very many, those that were not read go by their words.
        if likely >= limits["words" if named else "deals"] or (named and not was_read):
            found.append(OnTheme(unit, one, bool(subject >= limits["core"]) or (named is not None and named.core)))
        else:
            left.append(OnTheme(unit, one, core=False))
    unsaid = [one for one in left if not any(_in_words(said) for said in one.told)]
    in_tables = [one for one in unsaid if any(said.speaks and said.statement.passage.cells for said in one.told)]
    return Sifted(tuple(found), len(left) - len(unsaid), tuple(in_tables))


def _in_words(said: Told) -> bool:
    return said.speaks and said.statement.passage.kind not in NOT_SAID


def look(units: Sequence[Unit], wording: ThemeWords, theme: str, context: Context, scorer: Scorer) -> Weighed:
    """Read the likeliest statements of the units, and gather what is told of each."""
    told = [told_of(unit, wording) for unit in going_through(units, context)]
    chosen = _likeliest(units, told)
    said = [told[u][s].statement for u, s in chosen]
    scores = _read([as_read(one.passage, one.span) for one in said], theme, context, scorer)
    by_unit: dict[int, dict[int, float]] = {}
    for (u, s), score in zip(chosen, scores, strict=True):
        by_unit.setdefault(u, {})[s] = score
    rows = [
        _features(unit, one, [*by_unit.get(u, {}).values()], wording)
        for u, (unit, one) in enumerate(zip(units, told, strict=True))
    ]
    heard = [_heard(one, by_unit.get(u, {})) for u, one in enumerate(told)]
    return Weighed(tuple(told), tuple(heard), np.array(rows, dtype=np.float64).reshape(len(units), len(TOLD)))


def _likeliest(units: Sequence[Unit], told: Sequence[tuple[Told, ...]]) -> list[tuple[int, int]]:
    """The statements to read, as (unit, statement): a few of each unit, the nearest units first."""
    best: list[tuple[float, list[tuple[int, int]]]] = []
    for u, (unit, one) in enumerate(zip(units, told, strict=True)):
        near = {passage.id: nearness / _SPREAD for passage, nearness in zip(unit.passages, unit.nearness, strict=True)}
        worth = [near[said.statement.passage.id] + _SHARE * said.share for said in one]
        order = sorted(range(len(one)), key=lambda s: -worth[s])[:_EACH]
        if order:
            best.append((worth[order[0]], [(u, s) for s in order]))
    best.sort(key=lambda one: -one[0])
    return [place for _, places in best for place in places][:_READ]


def _read(statements: Sequence[str], theme: str, context: Context, scorer: Scorer) -> list[float]:
    """The statements' scores; those of about one length are read together, which is quicker."""
    order = sorted(range(len(statements)), key=lambda i: len(statements[i]))
    portions = [order[start : start + _AT_ONCE] for start in range(0, len(order), _AT_ONCE)]
    scores = [0.0] * len(statements)
    for places in all_gone_through(portions, context):
        for i, score in zip(places, scorer.scores(theme, [statements[i] for i in places]), strict=True):
            scores[i] = float(score)
    return scores


def _features(unit: Unit, told: Sequence[Told], scores: Sequence[float], wording: ThemeWords) -> tuple[float, ...]:
    best = sorted(scores, reverse=True)
    speaking = sum(one.speaks and one.statement.passage.kind not in NOT_SAID for one in told)
    return (
        best[0] if best else _UNREAD,
        float(np.mean(best)) if best else _UNREAD,
        sum(score > 0 for score in best) / len(best) if best else 0.0,
        float(bool(best)),
        max((one.share for one in told), default=0.0),
        float(speaking > 0),
        float(np.log1p(speaking)),
        speaking / max(1, len(told)),
        titled_share(unit, wording),
        above_share(unit, wording),
        max(_FAR, max(unit.nearness) / _SPREAD),
        float(np.log1p(len(told))),
        float(unit.study is not None),
    )


def _heard(told: tuple[Told, ...], scores: dict[int, float]) -> tuple[Told, ...]:
    """What the words say, or what was read where that says more."""
    likely = {place: float(chance(np.array(score))) for place, score in scores.items()}
    return tuple(
        replace(one, share=max(one.share, likely.get(place, 0.0)), speaks=one.speaks or likely.get(place, 0.0) > 0.5)
        for place, one in enumerate(told)
    )
