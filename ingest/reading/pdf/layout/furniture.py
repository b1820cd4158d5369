"""Running heads and feet, those that change from chapter to chapter among them, and the page numbers printed there."""

import re
from collections import Counter

from ingest.reading.pdf.layout.lines import Line
from ingest.words.characters import squeezed

_DEPTH = 3  # lines from the top and the bottom of a page that may be furniture
_OUTERMOST = 2  # lines that may name the chapter
_FEWEST_NAMED, _SHARE_NAMED = 4, 0.6  # of the pages with a line there: how many name a chapter
_UNNAMED = re.compile(r"\d+|\b(?:kapittel|kapitel|kap|chapter|del|part|side|page)\b", re.I)
_NUMERAL = re.compile(r"\d{1,6}")
_NUMBER = re.compile(r"(?:side|page|s\.)?\s*[-–]?\s*(\d{1,4}|[ivxl]{1,6})\s*[-–]?\s*(?:(?:av|of|/)\s*\d{1,4})?", re.I)


def _key(line: Line) -> str:
    return re.sub(r"\d+", "#", squeezed(line.text)) or "#"


def _edges(lines: list[Line]) -> list[int]:
    """Indices of the lines nearest to the top and the bottom of the page."""
    order = sorted(range(len(lines)), key=lambda i: -lines[i].y)
    return list(dict.fromkeys(order[:_DEPTH] + order[-_DEPTH:]))


def without_furniture(pages: list[list[Line]]) -> tuple[list[list[Line]], list[str]]:
    """The pages without running heads, feet and page numbers; and the page numbers as printed ("" where none is)."""
    counts: Counter[tuple[str, int]] = Counter()
    usual = _usual(pages)
    counting = _counting(pages, usual)
    for lines in pages:
        counts.update({(_key(lines[i]), round(lines[i].y / 6)) for i in _edges(lines) if lines[i] not in counting})
    naming = _naming(pages, usual)
    often = max(3, min(len(pages) // 4, 8))
    kept, labels = [], []
    for lines in pages:
        edges = {i for i in _edges(lines) if lines[i] not in counting}
        gone = {i for i in edges if _repeats(lines[i], counts, often, len(pages)) or _is_number(lines, i)}
        gone -= {i for i in gone if lines[i].size > 1.09 * usual and _stands_within(lines, i, gone)}
        gone |= {i for i in edges if lines[i] in naming}
        numbers = [m.group(1) for i in sorted(gone) if (m := _NUMBER.fullmatch(lines[i].text.strip()))]
        labels.append(numbers[0] if numbers else "")
        kept.append([line for i, line in enumerate(lines) if i not in gone])
    return kept, labels


def _naming(pages: list[list[Line]], usual: float) -> set[Line]:
    """Lines that name the chapter: most pages have one in the same place, that of another page or a heading's words."""
    larger = {_name(line) for lines in pages for line in lines if line.size > 1.09 * usual}
    headings = tuple(name for name in larger if len(name) > 5)
    places: dict[int, list[Line]] = {}
    for lines in pages:
        order = sorted((line for line in lines if len(line.text) < 100), key=lambda line: -line.y)
        for line in dict.fromkeys(order[:_OUTERMOST] + order[-_OUTERMOST:]):
            if line.size <= 1.09 * usual and len(_name(line)) > 3:
                places.setdefault(round(line.y / 2), []).append(line)
    naming: set[Line] = set()
    for row, lines in places.items():
        near = [*lines, *places.get(row + 1, [])]
        words = Counter(_name(line) for line in near)
        chapters = {name for name in words if name.endswith(headings)}
        named = [n for n in near if _name(n) in chapters or (words[_name(n)] > 1 and not n.strong)]
        most = 2 * sum(_name(n) in chapters for n in named) >= len(named) and 3 * len(near) >= len(pages)
        if most and len(named) >= max(_FEWEST_NAMED, _SHARE_NAMED * len(near)):
            naming.update(named)
    return naming


def _name(line: Line) -> str:
    """The line's words without the numbers of chapter and page."""
    return squeezed(_UNNAMED.sub(" ", line.text))


def _usual(pages: list[list[Line]]) -> float:
    """The size that most lines have."""
    sizes = Counter(round(line.size, 1) for lines in pages for line in lines).most_common(1)
    return sizes[0][0] if sizes else 10.0


def _stands_within(lines: list[Line], i: int, gone: set[int]) -> bool:
    """True where a line that stays stands both above and below: a heading under another, as each chapter has it."""
    kept = [line.y for j, line in enumerate(lines) if j not in gone]
    return any(y > lines[i].y + 2 for y in kept) and any(y < lines[i].y - 2 for y in kept)


def _counting(pages: list[list[Line]], usual: float) -> set[Line]:
    """Headings and sentences that differ in their numbers alone ("Funn 1", "Funn 2"), and not as pages do."""
    groups: dict[str, list[Line]] = {}
    for lines in pages:
        for line in (lines[i] for i in _edges(lines)):
            telling = line.size > 1.09 * usual or line.strong or (line.text[-1:] == "." and len(line.text.split()) > 5)
            if telling and _NUMERAL.search(line.text) and not _NUMBER.fullmatch(line.text.strip()):
                groups.setdefault(_key(line), []).append(line)
    return {line for group in groups.values() if not _are_pages(group) for line in group}


def _are_pages(lines: list[Line]) -> bool:
    """True where one of the numbers is the same in most of the lines, or goes with the page in all of them."""
    numbers = [[int(n) for n in _NUMERAL.findall(line.text)] for line in lines]
    if len({line.text for line in lines}) <= len(lines) / 2:
        return True
    shifts = [{n[k] - line.page for n, line in zip(numbers, lines, strict=True)} for k in range(min(map(len, numbers)))]
    return any(len(shift) == 1 for shift in shifts)


def _repeats(line: Line, counts: Counter[tuple[str, int]], often: int, pages: int) -> bool:
    key, row = _key(line), round(line.y / 6)
    same = sum(counts[(key, row + d)] for d in (-1, 0, 1))
    if key == "#" and line.strong:
        often = max(often, pages // 2)
    alone = bool(_NUMBER.fullmatch(line.text.strip())) if key == "#" else len(line.text) < 100
    return same >= often and alone


def _is_number(lines: list[Line], i: int) -> bool:
    """True for a page number alone at the very top or bottom, apart from the text."""
    if not _NUMBER.fullmatch(lines[i].text.strip()) or lines[i].strong:
        return False
    others = [line.y for j, line in enumerate(lines) if j != i]
    return not others or min(abs(y - lines[i].y) for y in others) > 2.2 * lines[i].size
