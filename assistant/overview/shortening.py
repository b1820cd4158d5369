"""A summary cut to the length that was asked for, at whole points."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from assistant.models import Citation, Row, SectionKind
from assistant.overview.context import Gathered
from assistant.question.length import Length

_FINDINGS = 2  # to each recommendation that stands by itself


def shortened(gathered: Gathered, length: Length) -> Gathered:
    """The findings first, each row one point; the quotes that are left are numbered anew."""
    rows = [replace(row, recommendation=None) if row.finding else row for row in gathered.rows if row.cited]
    kept: list[int] = []
    words = 0
    for place in _in_turn(rows):
        words += sum(len(one.quote.split()) for one in rows[place].cited)
        if kept and (len(kept) >= (length.points or len(rows)) or (length.words and words > length.words)):
            break
        kept.append(place)
    return _numbered(gathered, [rows[place] for place in sorted(kept)])


def _in_turn(rows: Sequence[Row]) -> Iterator[int]:
    """The places of the rows: findings, and among them those that only recommend, so that a short one has both."""
    findings = [place for place, row in enumerate(rows) if not row.recommendation]
    findings.sort(key=lambda place: not _is_marked(rows[place]))
    advice = [place for place, row in enumerate(rows) if row.recommendation]
    portions = [findings[:1], *(findings[start : start + _FINDINGS] for start in range(1, len(findings), _FINDINGS))]
    for portion, one in zip_longest(portions, advice):
        yield from portion or ()
        if one is not None:
            yield one


def _is_marked(row: Row) -> bool:
    """Whether the report itself calls it a finding."""
    return row.finding is not None and row.finding.passage.kind is SectionKind.FINDINGS


def _numbered(gathered: Gathered, rows: Sequence[Row]) -> Gathered:
    cited: list[Citation] = []

    def again(one: Citation | None) -> Citation | None:
        if one is None:
            return None
        cited.append(replace(one, n=len(cited) + 1))
        return cited[-1]

    made = tuple(
        replace(row, finding=again(row.finding), recommendation=again(row.recommendation), quote=again(row.quote))
        for row in rows
    )
    return replace(gathered, rows=made, citations=tuple(cited))
