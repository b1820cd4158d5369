"""Verbatim quotes: a statement as the report has it, and the words that the answer shows for it."""

from collections.abc import Collection

from assistant.answer.units import BULLET, Unit
from assistant.models import Citation, Passage

GAP = " … "
CELL = " · "
STOREYS = " › "  # between a column's heading and the one above it
# A quote's first letters must stand on the page that is cited, whatever is folded further on.
OPENING = 60
SHORTEST_PART = 4
SHORT_PARAGRAPH = 500  # a paragraph of up to this many characters is quoted whole
LONG_ROW = 40  # words of a row from which on its remarks are left out
LONG_CELL = 12  # words that make a cell a remark


def cite(number: int, unit: Unit, title: str = "") -> Citation:
    """The citation of one statement, with the page on which its quote begins; a title it is shown with comes last."""
    passage = unit.passage
    if passage.cells:
        return Citation(number, passage, _row(passage), passage.page_at(unit.start), unit.start, unit.end)
    unit = _in_context(unit)
    quote = _joined(unit, _breaks(unit))
    return Citation(
        number, passage, f"{quote}{GAP}{title}" if title else quote, passage.page_at(unit.start), unit.start, unit.end
    )


def _in_context(unit: Unit) -> Unit:
    """The whole bullet or paragraph around a statement, where it is short: it shows what the statement hangs on."""
    text = unit.passage.text
    start = text.rfind("\n", 0, unit.start) + 1
    end = text.find("\n", unit.end)
    line = text[start : end if end >= 0 else len(text)]
    body = line.removeprefix(BULLET)
    whole = Unit(body, start + len(line) - len(body), unit.passage, unit.hit_rank)
    return whole if len(body) <= SHORT_PARAGRAPH and can_be_quoted(whole) else unit


def can_be_quoted(unit: Unit) -> bool:
    """False where the first piece, up to what stands in between, is too short to be found again."""
    breaks = _breaks(unit)
    return not breaks or _letters(unit.text[: breaks[0]]) >= SHORTEST_PART


def shown(unit: Unit, asked: Collection[str] = ()) -> str:
    """The statement as an answer states it.

    A table row has each value behind its column's heading: those alone whose heading holds a word that was `asked`
    for (a year), where there are such. A list stands in one line behind its lead-in.
    """
    cells = [(heading, value) for heading, value in unit.passage.cells if value]
    if not cells:
        lead, *items = unit.text.split("\n" + BULLET)
        return f"{lead} {'; '.join(item.rstrip('.;,') for item in items)}" if items else unit.text
    (_, label), *rest = cells
    wanted = [(heading, value) for heading, value in rest if any(word in heading for word in asked)] or rest
    if sum(len(value.split()) for _, value in wanted) > LONG_ROW:
        wanted = [cell for cell in wanted if len(cell[1].split()) < LONG_CELL] or wanted
    pairs = CELL.join(f"{heading}: {value}" if heading else value for heading, value in wanted)
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
    # A heading over several columns stands once in the report, above theirs.
    headings = list(dict.fromkeys(part for heading, _ in passage.cells if heading for part in heading.split(STOREYS)))
    return CELL.join(values) + (GAP + CELL.join(headings) if headings else "")


def _letters(text: str) -> int:
    return sum(character.isalnum() for character in text)
