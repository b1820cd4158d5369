"""Tables get their titles, go on over page ends, and lose nothing on the way."""

from dataclasses import replace

from ingest.parts import Part, PartKind
from ingest.structure.forms import is_closed, is_table_caption
from ingest.tabular import continues, part_of, together

_SHORT, _LONGEST = 120, 250  # characters of a title that is set as text, and of one in bold type or with a colon
_SMALL = (PartKind.NOISE, PartKind.FOOTNOTE)


def settle(parts: list[Part]) -> list[Part]:
    """The parts with each table titled by the caption (or heading) above it, and continued tables made one."""
    out: list[Part] = []
    for part in parts:
        if part.table is None:
            out.append(part)
            continue
        title = part.table.title or _title(out)
        at = _earlier(out)
        before = out[at].table if at is not None and not title else None
        if at is not None and before is not None and continues(before, part.table):
            whole = part_of(together(before, part.table))
            out[at] = replace(out[at], text=whole.text, marks=whole.marks, table=whole.table)
            continue
        title = before.title if before else title or _heading(out)
        out.append(replace(part, table=replace(part.table, title=title)))
    return out


def _earlier(out: list[Part]) -> int | None:
    """Where the table before stands, if nothing but notes and noise came since."""
    for at in range(len(out) - 1, -1, -1):
        if out[at].kind is PartKind.TABLE:
            return at
        if out[at].kind not in _SMALL:
            return None
    return None


def _title(out: list[Part]) -> str:
    """The words right above a table: its caption, or the heading or lead-in that it stands under."""
    for part in reversed(out[-3:]):
        if part.kind is PartKind.NOISE:
            continue
        if is_table_caption(part.text) or part.kind is PartKind.HEADING or _leads_in(part):
            return part.text
        return ""
    return ""


def _leads_in(part: Part) -> bool:
    """True for a paragraph that is but a title, or ends in the colon that the table follows."""
    if part.kind is not PartKind.TEXT:
        return False
    return (len(part.text) < (_LONGEST if part.strong else _SHORT) and not is_closed(part.text)) or (
        len(part.text) < _LONGEST and part.text.endswith(":")
    )


def _heading(out: list[Part]) -> str:
    """The heading of the section in which the table stands, for want of words right above it."""
    return next((p.text for p in reversed(out) if p.kind is PartKind.HEADING), "")
