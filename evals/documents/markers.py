"""Citation markers in an answer: [1], [1, 2], [1–3]."""

import re
from collections.abc import Collection

_MARKER = re.compile(r"\[(\d+(?:\s*[,–-]\s*\d+)*)\]")
_ENUMERATOR = re.compile(r"^\s*\d{1,2}[.)]\s", re.M)
_WIDEST = 200  # numbers a range [a–b] may stand for, so that [1–2017] is no marker


def numbers_of(marker: str) -> list[int]:
    """The citation numbers that the inside of one marker names: "1, 3–5" gives 1, 3, 4, 5."""
    found: list[int] = []
    for part in marker.split(","):
        ends = [int(end) for end in re.split(r"[–-]", part) if end.strip()]
        if len(ends) == 2 and 0 <= ends[1] - ends[0] <= _WIDEST:
            found += range(ends[0], ends[1] + 1)
        else:
            found += ends
    return found


def marked(answer: str) -> list[int]:
    """All citation numbers that the markers of `answer` name, in order, repeats kept."""
    return [n for match in _MARKER.finditer(answer) for n in numbers_of(match[1])]


def without_markers(answer: str, known: Collection[int] | None = None) -> str:
    """`answer` without its markers and the numbering of its lists.

    With `known`, only markers of those citations go: [93] where there is no source 93 is a number that is stated.
    """

    def blank(match: re.Match[str]) -> str:
        if known is None or all(n in known for n in numbers_of(match[1])):
            return " "
        return match[0]

    return _ENUMERATOR.sub(" ", _MARKER.sub(blank, answer))


def claims(answer: str, known: Collection[int]) -> list[tuple[str, list[int]]]:
    """The stretches of `answer` that end at a marker (or several in a row), each with the numbers that it cites.

    What follows the last marker comes last, with no numbers. Markers of citations outside `known` part nothing.
    """
    found: list[tuple[str, list[int]]] = []
    start = 0
    for match in _MARKER.finditer(answer):
        cited = numbers_of(match[1])
        if not all(n in known for n in cited):
            continue
        text = answer[start : match.start()]
        if found and not text.strip(" .,;"):
            found[-1][1].extend(cited)
        else:
            found.append((text, cited))
        start = match.end()
    if answer[start:].strip():
        found.append((answer[start:], []))
    return [(_ENUMERATOR.sub(" ", text), cited) for text, cited in found]
