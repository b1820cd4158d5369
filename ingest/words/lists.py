"""Bullets and numbers at the beginning of list items."""

import re

from ingest.words.characters import BULLETS

_SYMBOLS = "\uf020-\uf0ff"  # the letters of fonts of symbols, which have no names of their own
_BULLET = re.compile(
    rf"\s*(?:[{re.escape(BULLETS)}]\s*|[{_SYMBOLS}]\s+|[-*+]\s+|o\s+(?=[^\W\d_]|[«\"\d])|§\s+(?=[A-ZÆØÅ]))"
)
_NUMBER = re.compile(r"\s*(\(?(?:\d{1,2}|[a-zæøå]|[ivx]{1,4}|[A-H])(?:\)|\.(?!\d)))\s*(?=\S)")
_SYMBOL = re.compile(f"[{_SYMBOLS}]")
_MONTH = re.compile(r"(?:jan|feb|mars|april|mai|jun|jul|aug|sep|okt|oct|nov|des|dec|kvartal|halvår|klasse|trinn)", re.I)
_LETTER = re.compile(r"\s*([A-H])\s+[-–]\s+(?=[a-zæøå])")
_INLINE = re.compile(r"(?:^|(?<=\s))(\d{1,2}\.)\s+(?=[A-ZÆØÅ«\"])")
_LETTERED = re.compile(r"(?:^|(?<=\s))([a-h]\)|[A-H]\s+[-–]\s)\s*(?=[\w«])")
_DASHED = re.compile(r"(?<=[.!?])\s-\s(?=[A-ZÆØÅ\d])")
_JOINED = re.compile(r"\s(?:og|eller|samt|and|or)\s+$")
_NESTED = re.compile(r"(?<=\w)\so\s(?=[a-zæøå])")


def marker_of(line: str) -> tuple[str, str] | None:
    """(marker, rest) where the line begins with a bullet or an enumerator; None where it does not."""
    if match := _BULLET.match(line):
        rest = line[match.end() :]
        return ("•", rest) if rest.strip() else None
    if match := _LETTER.match(line):
        return match.group(1), line[match.end() :]
    match = _NUMBER.match(line)
    if match and _MONTH.match(line[match.end() :]):
        return None
    if match and (line[match.end() - 1].isspace() or match.group(1).endswith(")")):
        return match.group(1), line[match.end() :]
    return None


def is_bullet(text: str) -> bool:
    """True where the text is a bullet and nothing else, as bullets often stand alone in a PDF's text."""
    return text.strip() in set(BULLETS) | {"-", "–", "o", "*"} or bool(_SYMBOL.fullmatch(text.strip()))


def run_of_items(text: str, listed: bool = False) -> list[tuple[int, int, str]]:
    """(start, start of the words, marker) of each point of a list set in one paragraph; [] where there is none.

    `listed` says that the text is a list item already: bullets typed as " - " or " o " then part it.
    """
    for pattern in (_INLINE, _LETTERED):
        found = _in_sequence([(m.start(1), m.end(), m.group(1)) for m in pattern.finditer(text)])
        if len(found) > 1 and (found[0][0] < 3 or (len(found) > 2 and not _within_sentence(text, found))):
            return found
    if listed:
        for pattern in (_DASHED, _NESTED):
            found = [(m.start(), m.end(), "•") for m in pattern.finditer(text)]
            if len(found) > (0 if pattern is _DASHED else 1):
                return [(0, 0, ""), *found]
    return []


def _within_sentence(text: str, found: list[tuple[int, int, str]]) -> bool:
    """True where the points are parts of one sentence: "i tre trinn, som var a) et skjema, b) intervjuer og c) …"."""
    before = text[: found[0][0]].rstrip()[-1:]
    joined = before == ":" and bool(_JOINED.search(text[: found[-1][0]]))
    return (joined or before not in ".:?!") and all(text[begin : begin + 1].islower() for _, begin, _ in found)


def _in_sequence(found: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Those of the enumerators that count on from the first: 1. 2. 3., a) b) c), A - B -."""
    kept: list[tuple[int, int, str]] = []
    for start, end, marker in found:
        name = marker.strip(".) -–")
        if not kept and name not in ("1", "2", "a", "A"):
            continue
        if not kept or _follows(kept[-1][2].strip(".) -–"), name):
            kept.append((start, end, marker.strip(" -–")))
    return kept


def _follows(earlier: str, later: str) -> bool:
    if earlier.isdigit() and later.isdigit():
        return int(later) == int(earlier) + 1
    return len(earlier) == len(later) == 1 and ord(later) == ord(earlier) + 1
