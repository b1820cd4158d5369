"""Running heads and feet, and the page numbers printed there."""

import re
from collections import Counter

from ingest.reading.characters import squeezed
from ingest.reading.pdf.lines import Line

_DEPTH = 3  # lines from the top and the bottom of a page that may be furniture
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
    for lines in pages:
        counts.update({(_key(lines[i]), round(lines[i].y / 6)) for i in _edges(lines)})
    often = max(3, min(len(pages) // 4, 8))
    kept, labels = [], []
    for lines in pages:
        edges = set(_edges(lines))
        gone = {i for i in edges if _repeats(lines[i], counts, often, len(pages)) or _is_number(lines, i)}
        numbers = [m.group(1) for i in sorted(gone) if (m := _NUMBER.fullmatch(lines[i].text.strip()))]
        labels.append(numbers[0] if numbers else "")
        kept.append([line for i, line in enumerate(lines) if i not in gone])
    return kept, labels


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
