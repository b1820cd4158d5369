"""What is said again: titles twice in a row, as running heads or on pages of their own; sentences set large."""

import re
from dataclasses import replace

from ingest.parts import Part, PartKind
from ingest.structure.contents import Known, alike
from ingest.structure.forms import echoes, is_capitals, is_number
from ingest.structure.levels import NUMBER
from ingest.words.characters import squeezed
from ingest.words.headwords import is_recurring

_LONGEST = 160
_QUOTED, _FEWEST, _REACH = 300, 25, 5  # characters of a repeated sentence, letters of it, parts before and after it
_MARK = re.compile(r"^[«\"“”–—…]|[.!?»\"“”…]$")


def near(parts: list[Part], last: bool = False) -> Part | None:
    """The first (or last) of the parts that is no noise."""
    body = [p for p in parts if p.kind is not PartKind.NOISE]
    return body[-1 if last else 0] if body else None


def told_once(parts: list[Part]) -> list[Part]:
    """The parts with sentences made noise that are but repeated from the text around them, as call-outs are."""
    keys = [squeezed(p.text) if p.kind in (PartKind.TEXT, PartKind.HEADING) else "" for p in parts]
    return [
        replace(p, kind=PartKind.NOISE, level=0) if _is_set_apart(p) and _is_told_beside(p, keys, i) else p
        for i, p in enumerate(parts)
    ]


def _is_set_apart(part: Part) -> bool:
    """True where the part is in larger type, in bold or in italics, in a box or in a style for quotations."""
    return part.kind is PartKind.HEADING or (part.kind is PartKind.TEXT and (part.strong or part.apart))


def _is_told_beside(part: Part, keys: list[str], i: int) -> bool:
    said = keys[i]
    if len(part.text) > _QUOTED or len(said) < _FEWEST or len(part.text.split()) < 5 or not _MARK.search(part.text):
        return False
    around = [key for key in (*keys[max(0, i - _REACH) : i], "", *keys[i + 1 : i + 1 + _REACH]) if key != said]
    return said in "".join(around)


class _Numbers:
    """The numbers of the headings so far, to tell one that comes in its turn from a running head."""

    def __init__(self) -> None:
        self._last: tuple[int, ...] = ()

    def take(self, title: str) -> bool:
        """True where the heading's number follows on the one before: "3.1" on "3" or "2.7", "2.4" on "2.3"."""
        number = NUMBER.match(title)
        if not number:
            return False
        new = tuple(int(n) for n in number.group(1).split("."))
        first_below = new[:-1] == self._last and new[-1] == 1
        level = len(new)
        chapter = self._last[: level - 1]
        opens = 1 < level <= len(self._last) and new == (*chapter[:-1], chapter[-1] + 1, 1)
        following = len(self._last) >= level and new == (*self._last[: level - 1], self._last[level - 1] + 1)
        if first_below or following or opens or not self._last:
            self._last = new
            return level > 1 and (first_below or following or opens)
        if new[: level - 1] == self._last[: level - 1] or level == 1:
            self._last = max(self._last, new)
        return False


def without_repeats(parts: list[Part], known: Known) -> list[Part]:
    """Titles that stand twice in a row, running heads with another number, and bare numbers made noise."""
    out: list[Part] = []
    chapters: dict[str, str] = {}
    numbers = _Numbers()
    for i, part in enumerate(parts):
        heading = next((p for p in parts[i + 1 : i + 4] if p.kind is PartKind.HEADING), None)
        current = next((p for p in reversed(out[-5:]) if p.kind is PartKind.HEADING), None)
        before, after = near(out[-4:], last=True), near(parts[i + 1 : i + 4])
        if part.kind is PartKind.HEADING:
            current = before if before is not None and before.kind is PartKind.HEADING else None
            heading = after if after is not None and after.kind is PartKind.HEADING else None
        in_turn = part.kind is PartKind.HEADING and (numbers.take(part.text) or known.lists(part.text))
        gone = _is_repeat(part, heading, current, {} if in_turn else chapters) or _is_scrap(part, after)
        out.append(replace(part, kind=PartKind.NOISE) if gone else part)
    return out


def _is_repeat(part: Part, following: Part | None, current: Part | None, chapters: dict[str, str]) -> bool:
    if part.kind is PartKind.HEADING:
        if is_number(part.text):
            return True
        number = NUMBER.match(part.text)
        if number:
            name = squeezed(part.text[number.end() :])
            other = chapters.setdefault(name, number.group(1))
            return other != number.group(1)
        if following is not None and _announces(part.text, following.text):
            return True
        return current is not None and not is_recurring(part.text) and echoes(part.text, current.text)
    if part.kind is not PartKind.TEXT or len(part.text) > _LONGEST:
        return False
    if following is not None and squeezed(part.text) == squeezed(NUMBER.sub("", following.text)):
        return True
    return current is not None and echoes(part.text, current.text)


def _announces(title: str, following: str) -> bool:
    """True for a chapter's title on a page of its own before the chapter ("Leders beretning", "1 Leders beretning")."""
    if not NUMBER.match(following):
        return False
    said, heading = squeezed(title), squeezed(NUMBER.sub("", following, count=1))
    return heading.startswith(said) or (len(said) > 10 and alike(said, heading) > 0.9)


def _is_scrap(part: Part, after: Part | None) -> bool:
    """True for a word or two in capitals that nothing goes on with: lettering of a picture or a cover."""
    if part.kind is not PartKind.TEXT or not is_capitals(part.text) or any(c.isdigit() for c in part.text):
        return False
    return len(part.text.split()) <= 2 and len(part.text) > 1 and (after is None or not after.text[:1].islower())
