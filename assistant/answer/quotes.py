"""Verbatim quotes: a statement as the report has it, and the words that the answer shows for it."""

from assistant.answer.units import Unit
from assistant.models import Citation, Passage

GAP = " … "
CELL = " · "
# A quote's first letters must stand on the page that is cited, whatever is folded further on.
OPENING = 60
SHORTEST_PART = 4


def cite(number: int, unit: Unit) -> Citation:
    """The citation of one statement, with the page on which its quote begins."""
    passage, end = unit.passage, unit.start + len(unit.text)
    quote = _row(passage) if passage.cells else _joined(unit, _breaks(unit))
    return Citation(number, passage, quote, passage.page_at(unit.start), unit.start, end)


def can_be_quoted(unit: Unit) -> bool:
    """False where the first piece, up to what stands in between, is too short to be found again."""
    breaks = _breaks(unit)
    return not breaks or _letters(unit.text[: breaks[0]]) >= SHORTEST_PART


def shown(unit: Unit) -> str:
    """The statement as an answer states it: a table row with each value behind its column's heading."""
    cells = [(heading, value) for heading, value in unit.passage.cells if value]
    if not cells:
        return unit.text
    (_, label), *rest = cells
    pairs = CELL.join(f"{heading}: {value}" if heading else value for heading, value in rest)
    return f"{label}: {pairs}" if pairs else label


def _breaks(unit: Unit) -> list[int]:
    """Offsets in the statement where the file does not go on with the next word.

    A page end or a footnote's mark counts within the opening alone: further on it is folded, as readers expect.
    """
    end = len(unit.text)
    seams = {offset - unit.start for offset in unit.passage.seams}
    folded = {mark.offset - unit.start for mark in unit.passage.marks} | {
        offset - unit.start for offset in unit.passage.notes if unit.passage.marks
    }
    opening = {offset for offset in folded if 0 < offset < end and _letters(unit.text[:offset]) < OPENING}
    return sorted({offset for offset in seams if 0 < offset < end} | opening)


def _joined(unit: Unit, breaks: list[int]) -> str:
    ends = [*breaks, len(unit.text)]
    pieces = [unit.text[start:end].strip() for start, end in zip([0, *breaks], ends, strict=True)]
    return GAP.join(piece for piece in pieces if piece)


def _row(passage: Passage) -> str:
    """The row's cells, then its table's headings: each stands in the report, though not side by side."""
    values = [value for _, value in passage.cells if value]
    while len(values) > 1 and _letters(values[0]) < SHORTEST_PART:
        values[:2] = [f"{values[0]} {values[1]}"]
    headings = [heading for heading, _ in passage.cells if heading]
    return CELL.join(values) + (GAP + CELL.join(headings) if headings else "")


def _letters(text: str) -> int:
    return sum(character.isalnum() for character in text)
