"""Contents lists: found, taken out of the body, and used to know the headings by."""

import re
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from assistant.models import SectionKind
from ingest.parts import Part, PartKind
from ingest.structure.forms import is_sentence
from ingest.words.characters import squeezed
from ingest.words.headwords import CONTENTS, is_preface, kind_of

# Patterns that never go back: a text may hold thousands of dots.
_PAGE = re.compile(r"(?<!\d)\d{1,3}$")
_LEADERS = re.compile(r"(?:(?<!\.)\.{3,}+|…)\s*+(\d{1,3})(?=\s|$)")
_DOTTED = re.compile(r"(?<!\.)\.{4,}+\s*+\d{1,3}\b")
_NUMBER = re.compile(r"^(\d{1,2}(?:\.\d{1,2})*)\.?\s+")


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a contents list: the heading it names, and its level (1 outermost, 0 unknown)."""

    title: str
    level: int = 0

    @property
    def key(self) -> str:
        """The title as headings are compared: letters alone, without its number."""
        return bare_key(self.title)


def bare_key(title: str) -> str:
    """A heading's letters and digits without its number."""
    return squeezed(_NUMBER.sub("", title.strip()))


def take_contents(parts: list[Part]) -> tuple[list[Part], list[Entry]]:
    """The parts with contents lists made noise, and the lists' entries in order."""
    kept, entries = _without_cover(parts), list[Entry]()
    for i, part in enumerate(parts):
        if _opens(part):
            end = _end(parts, i + 1)
            entries += levelled(_raw(parts[i + 1 : end]))
            kept[i:end] = [replace(p, kind=PartKind.NOISE, table=None) for p in parts[i:end]]
    for i, part in enumerate(kept):  # a list without its own heading, or parted from it
        if part.kind is not PartKind.NOISE and _is_list(part):
            entries += levelled(_lines(part))
            kept[i] = replace(part, kind=PartKind.NOISE, table=None)
    return kept, entries


def _raw(parts: list[Part]) -> list[str]:
    """The list's lines, a chapter's number set large on a line of its own put before its title."""
    lines: list[str] = []
    number = ""
    for part in parts:
        if part.kind is PartKind.HEADING and part.text.strip().isdigit():
            number = part.text.strip()
            continue
        found = _lines(part)
        if number and found and any(c.isalpha() for c in found[0]):
            found[0] = f"{number} {found[0]}"
            number = ""
        lines += found
    return lines


def _without_cover(parts: list[Part]) -> list[Part]:
    """The parts with the scraps of a cover, before the contents list, made noise; a preface there stays."""
    start = next((i for i, p in enumerate(parts[:60]) if _opens(p)), 0)
    if any(len(p.text) > 180 or p.kind is PartKind.ITEM for p in parts[:start]):
        return list(parts)
    preface = next((i for i in range(start) if _is_front_heading(parts[i]) and _told(parts, i + 1)), start)
    return [replace(p, kind=PartKind.NOISE) for p in parts[:preface]] + parts[preface:]


def _is_front_heading(part: Part) -> bool:
    """True for the heading of a preface, a summary or another section that stands before the chapters."""
    short = part.kind in (PartKind.HEADING, PartKind.TEXT) and len(part.text) < 60
    return short and (is_preface(part.text) or kind_of(part.text) is not SectionKind.OTHER) and not _is_entry(part)


def _told(parts: list[Part], start: int) -> bool:
    """True where sentences follow."""
    return start < len(parts) and _is_prose(parts[start])


def _is_prose(part: Part) -> bool:
    """True for a sentence or more, or a point of a list, that is no line of a contents list."""
    if part.kind not in (PartKind.TEXT, PartKind.ITEM) or _is_entry(part):
        return False
    return is_sentence(part.text) and len(part.text.split()) > 5


def _opens(part: Part) -> bool:
    short = part.kind in (PartKind.HEADING, PartKind.TEXT) and bool(CONTENTS.fullmatch(part.text.strip()))
    return short or (part.kind is PartKind.TEXT and bool(CONTENTS.match(part.text)) and len(_entries(part.text)) > 2)


def _end(parts: list[Part], start: int) -> int:
    """Where the list ends: at a long paragraph, or where its first entries come again as the headings of the body."""
    seen: set[str] = set()
    end = start
    paged = False  # entries with page numbers were seen
    for i in range(start, len(parts)):
        part = parts[i]
        keys = {bare_key(t) for t, _ in (_split(line) for line in _lines(part)) if t}
        listed = _is_entry(part)
        if not listed and (len(part.text) > 160 or (part.kind is PartKind.ITEM and len(part.text) > 90)):
            return end
        again = bool(keys & seen) and not listed and not part.text.strip().isdigit()
        if again:
            return _back_over_numbers(parts, start, i)
        if paged and _begins_text(parts, i):
            return i
        paged = paged or (listed and part.kind is not PartKind.HEADING)
        seen |= keys
        end = i + 1
        if not listed and part.kind is PartKind.TEXT and len(part.text) > 110:
            return i
    return end


def _begins_text(parts: list[Part], i: int) -> bool:
    """True where, after a list with page numbers, a sentence stands, or the heading (without such) of one."""
    if _is_prose(parts[i]):
        return True
    short = parts[i].kind in (PartKind.HEADING, PartKind.TEXT) and len(parts[i].text) < 100
    return short and not _is_entry(parts[i]) and any(c.isalpha() for c in parts[i].text) and _told(parts, i + 1)


def _back_over_numbers(parts: list[Part], start: int, end: int) -> int:
    while end > start and (parts[end - 1].kind is PartKind.HEADING and parts[end - 1].text.strip().isdigit()):
        end -= 1
    return end


def _is_entry(part: Part) -> bool:
    """True where the part reads as lines of a contents list: titles with a page number behind."""
    lines = _lines(part)
    return bool(lines) and sum(1 for t, page in map(_split, lines) if page) >= 0.7 * len(lines)


def _is_list(part: Part) -> bool:
    if part.kind is PartKind.TABLE:
        lines = _lines(part)
        dotted = sum(1 for line in lines if re.search(r"\.{3,}|…{2,}", line))
        return len(lines) >= 3 and _is_entry(part) and dotted >= 0.3 * len(lines)
    return part.kind is PartKind.TEXT and bool(_DOTTED.search(part.text)) and _is_entry(part)


def _lines(part: Part) -> list[str]:
    """The entries in a part, one a line."""
    if part.table is not None:
        rows = [part.table.header, *(r.cells for r in part.table.rows)]
        return [" ".join(c for c in row if c) for row in rows if any(row)]
    if len(found := _entries(part.text)) > 1:
        return [f"{title} {page}" for title, page in found]
    return [f"{part.marker} {part.text}".strip() if part.marker not in ("", "•") else part.text]


def _split(line: str) -> tuple[str, str]:
    """(title, page number or "") of a line."""
    line = line.strip()
    page = _PAGE.search(line, max(0, len(line) - 4))
    before = line[: page.start()] if page else ""
    title = before.rstrip()
    if title == before and not title.endswith(("..", "…", "|")):
        return line, ""
    title = _without_leaders(title.removesuffix("|"))
    if page is None or "\n" in title or not any(c.isalpha() for c in title):
        return line, ""
    return title, page.group()


def _without_leaders(text: str) -> str:
    end = len(text)
    while end and (text[end - 1].isspace() or text[end - 1] in ".…·_"):
        end -= 1
    return text[:end]


def _entries(text: str) -> list[tuple[str, str]]:
    """(title, page) of the entries that stand one after the other in a paragraph, each with dots before its page."""
    found, start = [], 0
    for leaders in _LEADERS.finditer(text):
        title = text[start : leaders.start()].rstrip().rpartition("\n")[2]
        if title:
            found.append((title, leaders.group(1)))
        start = leaders.end()
    return found


def levelled(lines: list[str]) -> list[Entry]:
    """The entries that the lines name. Chapters are those with one number; what follows a chapter lies below it."""
    titles = [_split(line) for line in lines]
    titles = [(t, p) for t, p in titles if any(c.isalpha() for c in t) and len(t) > 2]
    numbered = any(_NUMBER.match(t) for t, _ in titles)
    entries: list[Entry] = []
    chapter = False
    for title, page in titles:
        if not page and not numbered and len(title) < 4:
            continue
        number = _NUMBER.match(title)
        if number:
            chapter = True
            entries.append(Entry(title, number.group(1).count(".") + 1))
        else:
            entries.append(Entry(title, (2 if chapter else 1) if numbered else 0))
    return entries


class Known:
    """The headings that a contents list names, to be recognised in the body though it may spell them otherwise."""

    def __init__(self, entries: list[Entry]) -> None:
        self._by_key = {e.key: e for e in entries if len(e.key) > 2}
        self._numbered = {squeezed(e.title) for e in entries if _NUMBER.match(e.title)}

    def __bool__(self) -> bool:
        return bool(self._by_key)

    def __contains__(self, title: str) -> bool:
        return self.find(title) is not None

    def lists(self, title: str) -> bool:
        """True where an entry has these words with this number."""
        return squeezed(title) in self._numbered

    @property
    def titles(self) -> list[str]:
        """The titles, longest first."""
        return sorted((e.title for e in self._by_key.values()), key=len, reverse=True)

    def find(self, title: str) -> Entry | None:
        """The entry that means this heading: the same letters, or nearly the same in a long one."""
        key = bare_key(title)
        if key in self._by_key or len(key) < 12 or len(key) > 250:
            return self._by_key.get(key)
        best = max(self._by_key, key=lambda k: alike(k, key), default="")
        return self._by_key[best] if alike(best, key) > 0.9 else None


def alike(a: str, b: str) -> float:
    """How like two squeezed titles of about the same length are, from 0 to 1."""
    if abs(len(a) - len(b)) > 6 or len(a) < 12:
        return 0.0
    return SequenceMatcher(None, a, b, autojunk=False).ratio()
