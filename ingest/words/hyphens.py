"""Words cut at the end of a line, put together again; hyphens that belong to the word stay."""

import re
from collections.abc import Iterable

from ingest.words.characters import LINE_END_HYPHENS, SOFT_HYPHENS

_COORDINATED = re.compile(r"(?:og|eller|samt|men|til|and|or|und|och|enn|som)\b", re.I)
_LAST_WORD = re.compile(r"(?<![\w'’])[\w'’]{1,80}$")
_LONGER = 100  # characters at a text's end, more than its last word has
_FIRST_WORD = re.compile(r"^[\w'’]+")
_OPEN_HYPHEN = re.compile(r"(?<!\w)(\w{2,60})- (\w{3,60})")
_WORD = re.compile(r"[^\W\d_]{3,}")
# From a word's beginning alone, and no longer than words are: a file without spaces is one long word.
_CUT = re.compile(r"(?<!\w)\w{1,60}-\n\s*\w{1,60}")
_LINKED = re.compile(r"(?<!\w)\w{1,60}-\w{1,60}")


class Joiner:
    """Joins lines; `vocabulary` are the words of the whole document in lower case, that settle doubtful cases.

    `typeset` says that the document's typesetter marks its own line-end hyphens (U+2010 or U+00AD): an ordinary
    hyphen at a line end then belongs to the word.
    """

    def __init__(self, vocabulary: frozenset[str] = frozenset(), typeset: bool = False) -> None:
        self.vocabulary = vocabulary
        self.typeset = typeset

    def sides(self, left: str, right: str) -> tuple[str, str]:
        """The two lines as they are to be set side by side: (left with its end, right with its beginning)."""
        left, right = left.rstrip(), right.lstrip()
        if not left or not right:
            return left, right
        end = left[-1]
        if end == "/" and not left.endswith(" /"):
            return left, right
        if end not in LINE_END_HYPHENS or len(left) < 2 or not left[-2].isalnum():
            return left + " ", right
        return self._cut(left[:-1], end, right)

    def _cut(self, stem: str, hyphen: str, right: str) -> tuple[str, str]:
        head = _LAST_WORD.search(stem[-_LONGER:])
        tail = _FIRST_WORD.match(right)
        if not head or not tail:
            return stem + "-", right
        if hyphen in SOFT_HYPHENS:
            return stem, right
        if _COORDINATED.match(right) and tail.group().lower() not in self._endings(head.group()):
            return stem + "- ", right
        if self._belongs(head.group(), tail.group()):
            return stem + "-", right
        return stem, right

    def _endings(self, head: str) -> frozenset[str]:
        whole = [w for w in ("som", "til", "men") if (head + w).lower() in self.vocabulary]
        return frozenset(whole)

    def _belongs(self, head: str, tail: str) -> bool:
        """True where the hyphen is part of the word: names and numbers, and what the document writes so."""
        if (head + tail).lower() in self.vocabulary:
            return False
        if f"{head}-{tail}".lower() in self.vocabulary:
            return True
        inner_capitals = any(c.isupper() for c in head[1:])
        return self.typeset or not tail[0].islower() or head[-1].isdigit() or inner_capitals or len(head) == 1

    def join(self, lines: Iterable[str]) -> str:
        """All lines as one."""
        pieces = [""]
        for line in lines:
            left, right = self.sides(pieces[-1], line)
            if not left:
                pieces[-1] = line.strip()
            elif not left.endswith(" "):
                pieces[-1] = left + right  # one word, as far as is known
            else:
                pieces[-1] = left
                pieces.append(right)
        return "".join(pieces)

    def mend(self, text: str) -> str:
        """`text` with "introduksjons- program" closed where the document knows the whole word."""

        def closed(match: re.Match[str]) -> str:
            whole = match.group(1) + match.group(2)
            return whole if whole.lower() in self.vocabulary else match.group()

        return _OPEN_HYPHEN.sub(closed, text)


def joiner_for(text: str) -> Joiner:
    """A joiner that knows the words of `text` (a whole document, line ends kept)."""
    ends = re.findall(r"\w([\u2010\u00ad])\s*$", text, re.M)
    lines = re.sub(r"[-\u2010\u00ad\ufffe\x02]\s*$", "-\n", text, flags=re.M)
    whole = {m.group().lower() for m in _WORD.finditer(_CUT.sub(" ", lines))}
    linked = {m.group().lower() for m in _LINKED.finditer(text)}
    return Joiner(frozenset(whole | linked), typeset=len(ends) >= 3)
