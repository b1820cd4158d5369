"""A document in the forms that quotes are checked against."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from evals.documents.folding import plain, squeeze
from evals.documents.numerals import Numeral, numerals

_LETTER = re.compile(r"[^\W_]")
_SUP = re.compile(r"<sup>[^<]*</sup>")


@dataclass(frozen=True)
class Version:
    """One text of a document (a PDF's own, its text twin, either without footnote marks)."""

    raw: str

    @cached_property
    def plain(self) -> str:
        """The folded text."""
        return plain(self.raw)

    @cached_property
    def squeezed(self) -> str:
        """Its letters and digits alone."""
        return squeeze(self.raw)

    @cached_property
    def positions(self) -> list[int]:
        """Where each character of `squeezed` stands in `plain`."""
        return [match.start() for match in _LETTER.finditer(self.plain)]

    @cached_property
    def numerals(self) -> list[Numeral]:
        """The numbers of `plain`."""
        return list(numerals(self.plain))

    @cached_property
    def _numeral_ends(self) -> list[int]:
        return [number.end for number in self.numerals]

    def places(self, letters: str, low: int = 0, high: int | None = None) -> Iterator[tuple[int, int]]:
        """Where the squeezed `letters` stand between `low` and `high`: start and end in `squeezed`."""
        start = self.squeezed.find(letters, low, high) if letters else -1
        while start >= 0:
            yield start, start + len(letters)
            start = self.squeezed.find(letters, start + 1, high)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of `plain` that the squeezed stretch stands for."""
        return self.positions[start], self.positions[end - 1] + 1

    def whole_words(self, start: int, end: int) -> bool:
        """True where the stretch of `plain` cuts no word in two (a footnote's digit glued to it is no word)."""
        before, after = self.plain[start - 1 : start], self.plain[end : end + 1]
        cut_before = before.isalpha() and self.plain[start].isalpha()
        return not cut_before and not (after.isalpha() and self.plain[end - 1].isalpha())

    def numerals_in(self, start: int, end: int) -> list[Numeral]:
        """The numbers of `plain` that stand in the stretch, also those cut by its ends."""
        found = []
        for number in self.numerals[bisect_left(self._numeral_ends, start + 1) :]:
            if number.start >= end:
                break
            found.append(number)
        return found


@dataclass(frozen=True)
class Document:
    """One document: its versions, and its squeezed pages where it is a PDF."""

    stem: str
    versions: tuple[Version, ...]
    pages: tuple[str, ...] = ()

    def holds(self, letters: str) -> bool:
        """True where some version holds the squeezed `letters`."""
        return any(letters in version.squeezed for version in self.versions)

    def count(self, letters: str) -> int:
        """How often the squeezed `letters` stand in the version that holds them most often."""
        return max(version.squeezed.count(letters) for version in self.versions)


Documents = Mapping[str, Document]


def document(stem: str, texts: Sequence[str], pages: Sequence[str] = ()) -> Document:
    """A document made from its texts, each also without its footnote marks, and its pages."""
    bare = [_SUP.sub("", text) for text in texts]
    versions = tuple(Version(text) for text in dict.fromkeys([*texts, *bare]))
    return Document(stem, versions, tuple(squeeze(page) for page in pages))
