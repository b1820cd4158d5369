"""Comparisons: the statements of either side that answer, like beside like; a side without any is told."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from assistant.answer.choose import choose
from assistant.answer.quotes import cite
from assistant.index.scope import Scope
from assistant.models import Citation, Hit, Request, Row
from assistant.overview.about import sift
from assistant.overview.context import Context, Gathered
from assistant.overview.looking import looked_through
from assistant.overview.quoting import finding_of
from assistant.overview.rows import Numbered, row_of
from assistant.overview.sides import MOST, Side, comparison_said, sides_of
from assistant.overview.units import units_about, units_of
from assistant.overview.wording import ThemeWords
from assistant.reader.reading import Reading, read
from assistant.search import find_candidates
from assistant.statements import Statement

_OF_A_SIDE = 4  # statements
_LIKE = 0.9  # nearness from which on two statements say the same kind of thing


@dataclass(frozen=True, slots=True)
class Compared:
    """The rows of the sides, and the passages that were found for any of them.

    `sides` are their labels, `empty` those of them that have nothing; `named` is how many sides the question names;
    `is_alike` whether anything that is said of one side is the like of what is said of another.
    """

    gathered: Gathered
    sides: tuple[str, ...]
    empty: tuple[str, ...]
    named: int
    hits: tuple[Hit, ...]
    is_alike: bool


def compare(context: Context) -> Compared | None:
    """The sides of a comparison beside one another; None where there are no two sides, or nothing on any."""
    named = sides_of(context)
    sides = named[-MOST:]
    if len(sides) < 2:
        return None
    total = len(context.within)
    told = [  # each is asked of all reports
        _said(side, _having_come(i * total // len(sides), total, context)) for i, side in enumerate(sides)
    ]
    context.tell(total, total)
    if not any(said for said, _ in told):
        return None
    numbered = Numbered(context.index.manifest)
    rows: list[Row] = []
    shared, own = _parted([said for said, _ in told])
    lines: list[list[Statement | None]] = [[one] * len(sides) for one in shared]
    paired, nearest = _alike(own, context)
    for beside in [*lines, *paired]:
        cited: dict[str, Citation | None] = {}  # what tells of all sides is one quote
        for side, one in zip(sides, beside, strict=True):
            if one is not None:
                unit = units_of([one.passage], context.index)[0]
                finding = cited.get(_place(one)) or cited.setdefault(_place(one), numbered.cite([one]))
                rows.append(row_of(unit, numbered.manifest, finding=finding, side=side.label))
    gathered = Gathered(
        Request.COMPARISON,
        comparison_said(sides, context),
        tuple(rows),
        tuple(numbered.citations),
        looked_through(context, ()),
    )
    labels = tuple(side.label for side in sides)
    empty = tuple(label for label, (said, _) in zip(labels, told, strict=True) if not said)
    hits = tuple(hit for _, reading in told for hit in reading.hits)
    return Compared(gathered, labels, empty, len(named), hits, bool(shared) or nearest >= _LIKE)


def _having_come(done: int, total: int, context: Context) -> Context:
    """Tells that so many reports are behind, and the same whenever it is told of a part of what is left."""

    def tell(*_: int) -> None:
        context.tell(done, total)

    tell()
    return replace(context, tell=tell)


def _said(side: Side, context: Context) -> tuple[list[Statement], Reading]:
    """What a side says, the likeliest first."""
    index, settings = context.index, context.settings
    scope = index.scope(side.filters)
    candidates = [
        one
        for one in find_candidates(side.question, index, context.embedder, settings.search, scope)
        if side.tells(one.passage)
    ]
    reading = read(side.question, candidates, index.lexical, context.reader, settings.reader)
    chosen = choose(side.question, reading.statements, settings.answer)
    likely = [one for one in chosen if one.chance >= settings.answer.keep_side_above and side.says(one.first)]
    quoted: dict[str, Statement] = {}  # a short paragraph is quoted whole, whichever of its statements is meant
    for one in likely:
        quoted.setdefault(cite(0, [one.first]).quote, one.first)
    return [*quoted.values()][:_OF_A_SIDE] or _on_theme(side, context, scope), reading


def _on_theme(side: Side, context: Context, scope: Scope | None) -> list[Statement]:
    """What a side says of the theme, where nothing of it answers the question by itself."""
    theme = side.question.whole
    wording = ThemeWords(theme, context.asked.language, context.index.lexical)
    units = units_about(theme, wording, context, scope)
    found = [
        finding_of(one, context.roles) for one in sift(units, wording).found if any(told.speaks for told in one.told)
    ]
    return [one for one in found if one is not None and side.tells(one.passage) and side.says(one)][:_OF_A_SIDE]


def _parted(sides: Sequence[Sequence[Statement]]) -> tuple[list[Statement], list[list[Statement]]]:
    """What is said on every side, which sets them against one another by itself, and what is each side's own."""
    held = [{_place(one) for one in side} for side in sides]
    everywhere = set.intersection(*held)
    shared = [one for one in sides[0] if _place(one) in everywhere]
    return shared, [[one for one in side if _place(one) not in everywhere] for side in sides]


def _place(one: Statement) -> str:
    return f"{one.passage.id}:{one.start}"


def _alike(sides: Sequence[Sequence[Statement]], context: Context) -> tuple[list[list[Statement | None]], float]:
    """The first side's statements, each beside what is nearest to it in meaning of the others; then what is left. And
    how near the nearest two are.
    """
    left = [list(side) for side in sides]
    table: list[list[Statement | None]] = []
    nearest = 0.0
    vectors = {
        id(one): vector
        for side in sides
        if side
        for one, vector in zip(side, context.embedder.embed_passages([one.text for one in side]), strict=True)
    }
    while any(left):
        first = next(side for side in left if side)[0]
        near = {id(one): float(np.dot(vectors[id(first)], vectors[id(one)])) for side in left for one in side}
        beside = [max(side, key=lambda one: near[id(one)], default=None) for side in left]
        for side, one in zip(left, beside, strict=True):
            if one is not None:
                side.remove(one)
        nearest = max((nearest, *(near[id(one)] for one in beside if one is not None and one is not first)))
        table.append(beside)
    return table, nearest
