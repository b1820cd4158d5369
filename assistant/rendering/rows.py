"""The rows of an overview, a list, a summary or a comparison as Markdown, their quotes marked with `[n]`."""

import re
from collections.abc import Callable, Sequence
from itertools import groupby

from assistant.models import Answer, Citation, Request, Row
from assistant.texts import text

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|$~])")


def rows_markdown(answer: Answer) -> str:
    """The rows in the form that fits the request; empty where there are none."""
    if not answer.rows:
        return ""
    if answer.request is Request.COMPARISON:
        return _beside(answer.rows)
    lines: Callable[[Sequence[Row], str], str] = _table
    if answer.rows[0].quote is not None:
        lines = _quotes
    elif answer.request is Request.SUMMARY:
        lines = _summary
    return lines(answer.rows, answer.language)


def escape(words: str) -> str:
    """A report's words as Markdown that shows them as they are: nothing in a report is ever markup here."""
    return _MARKDOWN.sub(r"\\\1", words)


def named(row: Row) -> str:
    """The study, or the chapter that is nearest to the words."""
    return row.study or row.section.rsplit(" > ", 1)[-1] or row.document


def by(row: Row) -> str:
    """Who and when, in a few words; empty where neither is known."""
    return ", ".join(str(part) for part in (row.by, row.year) if part)


def columns(answer: Answer) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The keys of the column that names a side, where rows have one, and of those that hold quotes."""
    sides = ("row_side",) if any(row.side for row in answer.rows) else ()
    is_of_quotes = any(row.quote for row in answer.rows)
    return sides, ("row_quote",) if is_of_quotes else ("row_finding", "row_recommendation")


def _table(rows: Sequence[Row], language: str) -> str:
    header = [text(key, language) for key in ("row_study", "row_by", "row_year", "row_finding", "row_recommendation")]
    lines = [_line(header), _line(["---"] * len(header))]
    for row in rows:
        mentions = "" if row.core else f" ({text('row_mentions', language)})"
        cells = [escape(named(row)) + mentions, escape(row.by or ""), str(row.year or "")]
        lines.append(_line([*cells, _cited(row.finding), _cited(row.recommendation)]))
    return "\n".join(lines)


def _quotes(rows: Sequence[Row], language: str) -> str:
    del language  # a quote is shown as it is
    return "\n".join(f"- {_cited(row.quote)} ({escape(named(row))}{_after(by(row))})" for row in rows)


def _summary(rows: Sequence[Row], language: str) -> str:
    blocks = []
    for _, group in groupby(rows, key=lambda row: (row.document, row.study, row.section)):
        held = list(group)
        blocks.append(f"**{escape(named(held[0]))}**{_after(by(held[0]))}")
        blocks[-1] += "".join(f"\n- {_cited(row.finding)}" for row in held if row.finding)
        blocks[-1] += "".join(
            f"\n- {text('row_recommendation', language)}: {_cited(row.recommendation)}"
            for row in held
            if row.recommendation
        )
    return "\n\n".join(blocks)


def _beside(rows: Sequence[Row]) -> str:
    """One column a side; what stands in one line is alike."""
    sides = list(dict.fromkeys(row.side for row in rows))
    lines = [_line([escape(side) for side in sides]), _line(["---"] * len(sides))]
    for held in beside(rows):
        found = {row.side: row for row in held}
        cells = [_cited(found[side].finding) if side in found else "" for side in sides]
        if is_shared(held, sides):  # said once, and referred to on the other sides
            cells[1:] = [f"[{held[0].finding.n}]" if held[0].finding else ""] * (len(sides) - 1)
        lines.append(_line(cells))
    return "\n".join(lines)


def beside(rows: Sequence[Row]) -> list[list[Row]]:
    """The rows of a comparison by line: a line ends where a side comes that stands in it or before the last."""
    order = list(dict.fromkeys(row.side for row in rows))
    lines: list[list[Row]] = []
    last = len(order)
    for row in rows:
        place = order.index(row.side)
        if place <= last or not lines:
            lines.append([])
        lines[-1].append(row)
        last = place
    return lines


def is_shared(line: Sequence[Row], sides: Sequence[str]) -> bool:
    """Whether one quote tells of all sides."""
    return len(line) == len(sides) and len({row.finding.n for row in line if row.finding}) == 1


def _cited(citation: Citation | None) -> str:
    return f"{escape(citation.quote)} [{citation.n}]" if citation else ""


def _after(words: str) -> str:
    return f", {escape(words)}" if words else ""


def _line(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"
