"""Lines to paragraphs, list items and headings, by spacing, indents and type."""

import itertools
import re
from collections import Counter
from dataclasses import dataclass, replace

from assistant.models import PageMark
from ingest.parts import Part, PartKind, without_repeats
from ingest.reading.pdf.layout.lines import Line
from ingest.words.characters import LINE_END_HYPHENS, tidy
from ingest.words.hyphens import Joiner
from ingest.words.inline import plain
from ingest.words.lists import marker_of

_DEEPEST = 5
_WIDEST_MARKER = 4  # times the type size, from a marker's edge to its text
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_WITHIN = re.compile(r"(\(?)(\d{1,2}|[a-h]|(?=[ivx]{2}|v\b)(?:i[vx]|vi{0,3}|i{2,3}))(\)|\.)\s")
_LETTERED = re.compile(r"([a-h])\)\s")
_DASH = re.compile(r"\d\s+-$")  # a value that is missing, after one that is there
_CUT_NUMBER = re.compile(r"\d{1,3}\n\d{3}(?!\d)")
_CAPTIONED = re.compile(r"(?:figur|tabell|diagram|kart|boks|figure|table|chart)\s*\d", re.I)
_FIGURE = re.compile(r"\d\s?%|(?!(?:19|20)\d\d\b)\b\d{3,}|\d \d{3}\b|\d prosent")


@dataclass(frozen=True, slots=True)
class Setting:
    """How a document is set: body size, leading (as a multiple of the size), and which sizes head what level."""

    size: float
    leading: float
    right: float
    levels: dict[float, int]


def setting_of(pages: list[list[Line]]) -> Setting:
    """The document's setting, from all its lines."""
    weight: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            weight[round(line.size, 1)] += len(line.text)
    size = weight.most_common(1)[0][0] if weight else 10.0
    steps: Counter[float] = Counter()
    edges: Counter[int] = Counter()
    for lines in pages:
        for a, b in itertools.pairwise(lines):
            if a.page == b.page and abs(a.size - size) < 0.3 and 0.8 * size < a.y - b.y < 2.2 * size:
                steps[round((a.y - b.y) / size, 1)] += 1
        edges.update(round(line.x1) for line in lines if abs(line.size - size) < 0.3)
    leading = steps.most_common(1)[0][0] if steps else 1.3
    right = max((x for x, n in edges.items() if n >= max(2, sum(edges.values()) // 50)), default=500)
    return Setting(size, leading, float(right), _levels(pages, size))


def _levels(pages: list[list[Line]], body: float) -> dict[float, int]:
    """Heading levels by type size: the largest that heads anything is level 1."""
    larger: Counter[float] = Counter()
    for lines in pages[1:] if len(pages) > 3 else pages:  # a cover's type is larger than any heading's
        for line in lines:
            if line.size > body * 1.09 and len(line.text) < 200:
                larger[round(line.size, 1)] += 1
    sizes: list[float] = []
    for size in sorted(larger, reverse=True):
        if not sizes or sizes[-1] - size > 0.4:
            sizes.append(size)
    return {size: min(i + 1, _DEEPEST) for i, size in enumerate(sizes)}


def paragraphs(lines: list[Line], setting: Setting, joiner: Joiner) -> list[Part]:
    """The parts that the lines of all pages (in reading order) make up."""
    parts: list[Part] = []
    block: list[Line] = []
    for line in lines:
        if block and _begins(block, line, setting):
            parts += _part(block, setting, joiner)
            block = []
        block.append(line)
    return parts + (_part(block, setting, joiner) if block else [])


def _begins(block: list[Line], line: Line, setting: Setting) -> bool:
    """True where `line` begins a new paragraph after the lines of `block`."""
    last = block[-1]
    if (
        line.bullet
        or line.note
        or line.lettering != last.lettering
        or (_listed(line, block) and not _counted(block, line))
    ):
        return True
    if abs(line.size - last.size) > 0.08 * last.size or _heads(line, setting) != _heads(block[0], setting):
        return True
    if _heads(line, setting) and last.text[-1:] == "?" and line.text[:1].isupper():
        return True
    if (
        _heads(line, setting)
        and _figured(line)
        and _figured(last)
        and not (line.text[:1].islower() or line.text[0] == "(" or _cuts_number(last, line))
    ):
        return True  # figures in large type, each on a line of its own
    if (
        not block[0].note
        and not (line.text[:1].islower() and _CAPTIONED.match(block[0].text))
        and line.strong != last.strong
        and _all_strong(block) != line.strong
        and len(block) < 4
        and _short(last, setting)
    ):
        return True
    column = _column(block)
    indent = column[1].x0 if len(column) > 1 else (line.x0 if _hangs(column[0], line) else column[0].x0)
    if line.page == last.page and line.y > last.y + line.size and last.text[-1:] in ".?!" and line.text[:1].isupper():
        return True  # a new column begins with a new sentence
    if line.page != last.page or line.y > last.y + line.size:  # a new page or column
        return not _runs_over(block, line, indent, setting)
    if last.y - line.y > (setting.leading + 0.35) * max(line.size, last.size):
        return True
    return abs(line.x0 - indent) > 1.2 * line.size and not (len(block) == 1 and line.x0 < last.x0)


def _hangs(first: Line, line: Line) -> bool:
    """True where `line` may be an item's second: its words stand to the right of the marker that begins the first."""
    if first.bullet:
        return True
    return marker_of(first.text) is not None and 0 < line.x0 - first.x0 < _WIDEST_MARKER * first.size


def _listed(line: Line, block: list[Line]) -> bool:
    marker = marker_of(line.text)
    if marker is not None and (letter := _LETTERED.match(line.text)):  # "a) …" after a colon, "b) …" after "a) …"
        before = _LETTERED.match(block[0].text)
        follows = before is not None and ord(before.group(1)) + 1 == ord(letter.group(1))
        return follows or (letter.group(1) == "a" and block[-1].text.endswith(":"))
    lower = line.text[:1].islower()
    return marker is not None and (marker[0] == "•" or (marker[0][-1] in ")." and not lower))


def _column(block: list[Line]) -> list[Line]:
    """The lines of the block since it went on in a new column of the page."""
    start = 0
    for i, (a, b) in enumerate(itertools.pairwise(block), 1):
        if a.page == b.page and b.y > a.y + b.size and abs(b.x0 - a.x0) > 5 * b.size:
            start = i
    return block[start:]


def _counted(block: list[Line], line: Line) -> bool:
    """True where the enumerator at the line's beginning counts on within the sentence: "(1) helse, \n(2) trivsel"."""
    match = _WITHIN.match(line.text)
    last = block[-1]
    if match is None or last.text[-1:] in ".:;?!" or line.y > last.y or abs(line.size - last.size) > 0.5:
        return False
    opening, name, closing = match.groups()
    told = " ".join(b.text for b in block)
    return f" {opening}{_before(name)}{closing}" in told


def _before(name: str) -> str:
    """The enumerator before this one."""
    if name.isdigit():
        return str(int(name) - 1)
    return _ROMANS[_ROMANS.index(name) - 1] if name in _ROMANS[1:] else chr(ord(name) - 1)


def _heads(line: Line, setting: Setting) -> bool:
    return line.size > 1.09 * setting.size


def _figured(line: Line) -> bool:
    return bool(_FIGURE.search(line.text)) and any(c.isalpha() for c in line.text)


def _cuts_number(last: Line, line: Line) -> bool:
    """True where a number in groups of three digits may run over the line's end: "473" and "899"."""
    return bool(_CUT_NUMBER.search(f"{last.text[-3:]}\n{line.text[:4]}"))


def _all_strong(block: list[Line]) -> bool:
    return all(line.strong for line in block)


def _short(line: Line, setting: Setting) -> bool:
    return line.x1 < setting.right - 2 * line.size


def _runs_over(block: list[Line], line: Line, indent: float, setting: Setting) -> bool:
    """True where a paragraph goes on after the page (or column) end: its last line was full, nothing new begins."""
    last = block[-1]
    if line.text[:1].islower() or last.text[-1:] in LINE_END_HYPHENS:
        return abs(line.size - last.size) < 0.5
    if _heads(last, setting) or (last.text[-1:] in ".:?!" and _short(last, setting)):
        return False
    same_margin = abs(line.x0 - indent) < 1.0 if line.page == last.page + 1 else True
    widest = max(b.x1 for b in block) if len(block) > 1 else setting.right
    return same_margin and last.x1 >= max(widest, setting.right) - 0.6 * last.size and line.strong == last.strong


def _part(block: list[Line], setting: Setting, joiner: Joiner) -> list[Part]:
    first = block[0]
    if first.lettering:
        text, marks = _text(block, joiner)
        return [Part(PartKind.NOISE, text, marks)] if text else []
    marker = "•" if first.bullet else ""
    lines = block
    if not marker and not _heads(first, setting) and (found := marker_of(first.text)):
        marker, rest = found
        lines = [replace(first, text=rest), *block[1:]]
    text, marks = _text(lines, joiner)
    if not text:
        return []
    if _heads(first, setting) and not marker and not first.note:
        level = next((n for size, n in setting.levels.items() if abs(size - first.size) <= 0.4), _DEEPEST)
        return [Part(PartKind.HEADING, text, marks, level=level)]
    if first.note:
        return [Part(PartKind.FOOTNOTE, text, marks, marker=first.note)]
    kind = PartKind.ITEM if marker else PartKind.TEXT
    return [Part(kind, text, marks, marker=marker, strong=_all_strong(block) and len(block) <= 3)]


def _text(lines: list[Line], joiner: Joiner) -> tuple[str, tuple[PageMark, ...]]:
    """The lines as one text, with a mark where each page begins."""
    text = ""
    marks: list[PageMark] = []
    for line in lines:
        new = tidy_line(line.text)
        if text:
            left, new = joiner.sides(text, new)
            text = left
        if not marks or marks[-1].page != line.page:
            marks.append(PageMark(len(text), line.page))
        text += new
    return _finished(text, tuple(marks))


def tidy_line(text: str) -> str:
    """A line's characters made ordinary, its hyphen at the end left for the joining."""
    end = text.rstrip()[-1:] if text.rstrip()[-1:] in LINE_END_HYPHENS and not _DASH.search(text.rstrip()) else ""
    return tidy(text.rstrip()[:-1]) + end if end else tidy(text)


def _finished(text: str, marks: tuple[PageMark, ...]) -> tuple[str, tuple[PageMark, ...]]:
    """The text without markup that was printed as it stood, the marks moved along."""
    clean = tidy(plain(text)) if any(c in text for c in "<>*\\`[_&") else tidy(text)
    if clean == text or len(marks) == 1:
        return clean, marks
    moved = [
        PageMark(len(tidy(plain(text[: m.offset]))) + (1 if m.offset and text[m.offset - 1] == " " else 0), m.page)
        for m in marks
    ]
    return clean, without_repeats(tuple(moved))
