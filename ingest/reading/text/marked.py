"""Plain text and Markdown whose lines are whole paragraphs: blocks between blank lines, `#`, `-`, tabs, pipes."""

import re
from collections.abc import Iterator

from ingest.document import Row
from ingest.parts import Part, PartKind
from ingest.tabular import part_of, tables_of
from ingest.words.characters import tidy
from ingest.words.hyphens import Joiner
from ingest.words.inline import LEADING_SUPERSCRIPT, is_link, is_strong, plain
from ingest.words.lists import marker_of
from ingest.words.notes import CLOSE, OPEN, without_notes

_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_RULE = re.compile(r"\s*(?:[-*_=]\s*){3,}$")
_UNDERLINE = re.compile(r"\s*(=+|-+)\s*$")
_SEPARATOR = re.compile(r"[\s|:\t-]*-{2,}[\s|:\t-]*$")
_PIPE, _LAST_PIPE = re.compile(r"(?<!\\)\|"), re.compile(r"(?<!\\)\|$")
_BOLD_CELL = re.compile(r"\s*(?:<b>|<strong>|\*\*)")
_HARD_BREAK = re.compile(r"(?:\\| {2,})$")


def read_marked(text: str, joiner: Joiner) -> list[Part]:
    """The parts of a text in which a blank line ends a paragraph."""
    lines = text.splitlines()
    parts: list[Part] = []
    i = 0
    while i < len(lines):
        i = _take(lines, i, parts, joiner)
    return parts


def _take(lines: list[str], i: int, parts: list[Part], joiner: Joiner) -> int:
    """Reads the block that begins at line `i` into `parts`; the number of the line after it."""
    line = lines[i]
    if not line.strip():
        return i + 1
    if heading := _HEADING.match(line):
        parts.append(_heading(heading.group(2), len(heading.group(1))))
        return i + 1
    if (bare := _is_above_rule(lines, i)) or is_row(line):
        goes_on = (lambda row: "|" in row) if bare else is_row
        end = next((j for j in range(i, len(lines)) if not goes_on(lines[j])), len(lines))
        parts += read_rows(lines[i:end])
        return end
    if _RULE.match(line):
        return i + 1
    under = _UNDERLINE.match(lines[i + 1]) if i + 1 < len(lines) and len(line.strip()) > 2 else None
    if under and len(under.group(1)) >= 3 and not marker_of(line):
        parts.append(_heading(line, 1 if under.group(1)[0] == "=" else 2))
        return i + 2
    end = next((j for j in range(i + 1, len(lines)) if _ends_block(lines[j])), len(lines))
    parts += list(_paragraph(lines[i:end], joiner))
    return end


def _ends_block(line: str) -> bool:
    return (
        not line.strip()
        or bool(_HEADING.match(line))
        or is_row(line)
        or bool(marker_of(line))
        or bool(_RULE.match(line))
    )


def _heading(text: str, level: int) -> Part:
    if LEADING_SUPERSCRIPT.match(text):
        return Part(PartKind.FOOTNOTE, tidy(plain(LEADING_SUPERSCRIPT.sub("", text))))
    return Part(PartKind.HEADING, tidy(plain(text)), level=level)


def _paragraph(lines: list[str], joiner: Joiner) -> Iterator[Part]:
    """The paragraph or list item that the lines make up."""
    found = marker_of(lines[0])
    marker, first = found if found else ("", lines[0])
    raw = "\n".join([first, *lines[1:]])
    words = [_HARD_BREAK.sub("", line).strip() for line in plain(raw).splitlines()]
    text = tidy(joiner.mend(joiner.join(w for w in words if w)))
    if note := LEADING_SUPERSCRIPT.match(raw):
        text = text[text.find(CLOSE) + 1 :].lstrip() if text.startswith(OPEN) else text
    if not text:
        return
    if note:
        yield Part(PartKind.FOOTNOTE, text, marker=note.group(1))
    elif all(is_link(line) for line in [first, *lines[1:]]):
        yield Part(PartKind.NOISE if not found else PartKind.ITEM, text, marker=marker)
    elif marker:
        yield Part(PartKind.ITEM, text, marker=marker)
    else:
        yield Part(PartKind.TEXT, text, strong=is_strong(raw))


def is_row(line: str) -> bool:
    """True for a line of cells: parted by tabs or by pipes."""
    if _is_piped(line):
        return True
    return "\t" in line.strip("\r\n ") and len(line.split("\t")) >= 2 and bool(line.strip("\t \r\n"))


def _is_piped(line: str) -> bool:
    return line.count("|") >= 2 and line.strip().startswith("|")


def _is_above_rule(lines: list[str], i: int) -> bool:
    """True for the column headings of a table whose rows need no pipe at their ends: dashes and pipes stand below."""
    below = lines[i + 1].strip() if i + 1 < len(lines) else ""
    return "|" in lines[i] and "|" in below and bool(_SEPARATOR.fullmatch(below))


def read_rows(lines: list[str]) -> list[Part]:
    """The tables in consecutive lines of cells."""
    rows: list[Row] = []
    bold_first = False
    for line in lines:
        if _SEPARATOR.fullmatch(line.strip()):
            continue
        cells = _cells(line)
        if not rows:
            bold = [bool(_BOLD_CELL.match(c)) for c in cells]
            bold_first = bold[0] and not any(bold[1:]) and any(c.strip() for c in cells[1:])
        rows.append(Row(tuple(without_notes(tidy(plain(c))) for c in cells)))
    if not rows or max(len(r.cells) for r in rows) < 2:
        return [Part(PartKind.TEXT, c) for r in rows for c in r.cells if c]
    return [part_of(t) for t in tables_of(rows, bold_first)]


def _cells(line: str) -> list[str]:
    """The cells of a row, the empty ones at its ends among them: a pipe at either end parts nothing."""
    if "\t" in line and not _is_piped(line):
        return line.strip("\r\n").split("\t")
    return _PIPE.split(_LAST_PIPE.sub("", line.strip().removeprefix("|")))
