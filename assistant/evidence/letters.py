"""A text as the stream of its letters and digits, each tied to its place: what is left of it however it is set.

White space, hyphens, punctuation and accents are left out, and letters folded, so that words are found again over
line ends, page ends and in another typesetter's characters.
"""

import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

CLOSING = ".,;:!?»”\"')]%…"  # what may follow the last letter of a quote and is a part of it


class _Folds(dict[str, str]):
    """Each character's letters, looked up once."""

    def __missing__(self, char: str) -> str:
        plain = unicodedata.normalize("NFKD", char).casefold()
        letters = "".join(c for c in unicodedata.normalize("NFKD", plain) if c.isalnum())
        self[char] = letters
        return letters


_FOLDS = _Folds()


def folded(text: str) -> str:
    """The letters and digits of a text, folded."""
    return "".join(_FOLDS[char] for char in text)


@dataclass(frozen=True, slots=True)
class Stream:
    """The letters of several pages in a row; the letter `i` stands on page `pages[i]`, as its character `chars[i]`."""

    letters: str
    pages: "array[int]"
    chars: "array[int]"

    def page_range(self, page: int) -> tuple[int, int]:
        """From which letter to which (not included) the page goes."""
        return bisect_left(self.pages, page), bisect_right(self.pages, page)


def stream_of(texts: Iterable[tuple[int, Iterable[tuple[int, str]]]]) -> Stream:
    """The stream of (page, its characters with their index) pairs, pages in order."""
    letters: list[str] = []
    pages, chars = array("l"), array("l")
    for page, characters in texts:
        for index, char in characters:
            for letter in _FOLDS[char]:
                letters.append(letter)
                pages.append(page)
                chars.append(index)
    return Stream("".join(letters), pages, chars)


def occurrences(letters: str, wanted: str, start: int = 0, end: int | None = None) -> Iterator[int]:
    """Where `wanted` begins in `letters`, from `start` on and before `end`."""
    stop = len(letters) if end is None else end
    at = letters.find(wanted, start, stop)
    while at >= 0 and wanted:
        yield at
        at = letters.find(wanted, at + 1, stop)
