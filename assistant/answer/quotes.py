"""Verbatim quotes: a statement as the report has it, and the words that the answer shows for it."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from assistant.models import ITEM_GAP, Citation, Passage, Span
from assistant.statements import BULLET, NOTE_MARKS, Statement

GAP = " … "
CELL = " · "
STOREYS = " › "  # between a column's heading and the one above it
SHORTEST_PART = 4
SHORTEST_LEAD = 12
SHORT_PARAGRAPH = 500  # a paragraph of up to this many characters is quoted whole
LONG_ROW = 40  # words of a row from which on its remarks are left out
LONG_CELL = 12  # words that make a cell a remark


def cite(number: int, statements: Sequence[Statement]) -> Citation:
    """The citation of one statement, or of items of one list with what leads into it; its page is where it begins."""
    first, last = statements[0], statements[-1]
    passage = first.passage
    if passage.cells:
        return Citation(number, passage, _row(passage), passage.page_at(first.start), first.start, first.end)
    parts = _with_lead(statements) if first.span.is_item else [_in_context(one) for one in statements]
    quote = GAP.join(_joined(part, _breaks(part)) for part in parts)
    return Citation(number, passage, quote, passage.page_at(parts[0].start), first.start, last.end)


def stated(citation: Citation) -> str:
    """The words of a quote that the answer states: the sentence, where the quote is the paragraph around it."""
    passage, start, end = citation.passage, citation.start, citation.end
    # An item is looked for together with what leads into it: alone it may stand anywhere.
    if passage.cells or any(span.is_item and span.start == start for span in passage.spans):
        return citation.quote
    one = Statement(passage, Span(start, end))
    said = _joined(one, _breaks(one))
    return said if said in citation.quote and can_be_quoted(one) else citation.quote


def _with_lead(items: Sequence[Statement]) -> list[Statement]:
    lead = replace(items[0], span=Span(*items[0].span.lead))
    return [lead, *items] if lead.text and can_be_quoted(lead) and _letters(lead.text) >= SHORTEST_LEAD else [*items]


def _in_context(statement: Statement) -> Statement:
    """The whole bullet or paragraph around a statement, where it is short: it shows what the statement hangs on."""
    text = statement.passage.text
    start = text.rfind("\n", 0, statement.start) + 1
    end = text.find("\n", statement.end)
    line = text[start : end if end >= 0 else len(text)]
    body = line.removeprefix(BULLET)
    whole = replace(statement, span=Span(start + len(line) - len(body), start + len(line)))
    return whole if len(body) <= SHORT_PARAGRAPH and can_be_quoted(whole) else statement


def can_be_quoted(statement: Statement) -> bool:
    """False where the first piece, up to what stands in between, is too short to be found again."""
    breaks = _breaks(statement)
    return not breaks or _letters(statement.text[: breaks[0]]) >= SHORTEST_PART


def shown(statements: Sequence[Statement], asked: Collection[str] = ()) -> str:
    """A statement as an answer states it, or items of one list in one line behind what leads into it.

    A table row has each value behind its column's heading: those alone whose heading holds a word that was `asked`
    for (a year), where there are such. What a statement is about, where only words before it say so, stands before it
    in brackets.
    """
    first = statements[0]
    cells = [(heading, value) for heading, value in first.passage.cells if value]
    if cells:
        row = _shown_row(cells, asked)
        borne = NOTE_MARKS.findall(row)
        remarks = ((mark, words) for mark, words in first.passage.remarks if mark in borne)
        return " ".join((row, *(f"({mark} {words})" for mark, words in remarks)))
    lead = f"{first.lead} " if first.span.is_item and first.lead else ""
    about = f"[{first.span.about}] " if first.span.about else ""
    return about + lead + (ITEM_GAP.join(items_of(statements)) or first.text)


def items_of(statements: Sequence[Statement]) -> tuple[str, ...]:
    """The items of one list as an answer states them; none where there is one statement alone."""
    return tuple(one.text.rstrip(".;,") for one in statements) if len(statements) > 1 else ()


def _shown_row(cells: Sequence[tuple[str, str]], asked: Collection[str]) -> str:
    (_, label), *rest = cells
    wanted = [(heading, value) for heading, value in rest if any(word in heading for word in asked)] or rest
    if sum(len(value.split()) for _, value in wanted) > LONG_ROW:
        wanted = [cell for cell in wanted if len(cell[1].split()) < LONG_CELL] or wanted
    pairs = CELL.join(f"{heading}: {value}" if heading else value for heading, value in wanted)
    return f"{label}: {pairs}" if pairs else label


def _breaks(statement: Statement) -> list[int]:
    """Offsets in the statement where the file does not go on with the next word.

    In a file with pages these are also page ends, where running heads stand between, and footnotes' marks, which any
    other reader of the file finds glued to the words.
    """
    passage, end = statement.passage, len(statement.text)
    offsets = {*passage.seams, *(mark.offset for mark in passage.marks), *(passage.notes if passage.marks else ())}
    return sorted(offset - statement.start for offset in offsets if 0 < offset - statement.start < end)


def _joined(statement: Statement, breaks: list[int]) -> str:
    ends = [*breaks, len(statement.text)]
    pieces = [statement.text[start:end].strip() for start, end in zip([0, *breaks], ends, strict=True)]
    return GAP.join(piece for piece in pieces if piece)


def _row(passage: Passage) -> str:
    """The row's cells, then its table's headings: each stands in the report, though not side by side."""
    values = [value for _, value in passage.cells if value]
    while len(values) > 1 and _letters(values[0]) < SHORTEST_PART:
        values[:2] = [f"{values[0]} {values[1]}"]
    # A heading over several columns stands once in the report, above theirs.
    headings = list(dict.fromkeys(part for heading, _ in passage.cells if heading for part in heading.split(STOREYS)))
    return GAP.join(
        part for part in (CELL.join(values), CELL.join(headings), *(words for _, words in passage.remarks)) if part
    )


def _letters(text: str) -> int:
    return sum(character.isalnum() for character in text)
