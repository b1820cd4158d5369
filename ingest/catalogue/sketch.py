"""A text's fingerprint: a bottom-k sketch of its shingles, and how alike two texts are by it.

The method is that of A. Broder, "On the resemblance and containment of documents" (1997). Shingles are runs of
letters alone, so that hyphenation, line ends, page numbers, footnote marks and markup between the words do not
matter. The hashes cannot be turned back into the text.

What a fingerprint is must not change: those in catalogues were made by this code.
"""

import re
import unicodedata

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]

# Both sizes are measured: with runs of 24 letters, a summary in other words that keeps the names of studies and
# schemes comes within 0.1 of its report, with 50 letters a damaged copy loses too much. Of 100 hashes, a share is
# known to within 0.05 (one standard deviation).
SHINGLE = 40
KEPT = 100
# Ten times the longest report: what comes after that cannot make another report of it, but costs memory.
LONGEST = 5_000_000

_DIGITS = 12  # hexadecimal ones of each hash
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,80}>")
_LETTERS = re.compile(r"[^\W\d_]+")
_BASE = 0x9E3779B97F4A7C15  # odd and without pattern: 2**64 over the golden ratio


def fingerprint(text: str) -> tuple[str, ...]:
    """The KEPT smallest hashes of the text's shingles, ascending; fewer, or none, where the text is short."""
    return tuple(f"{value:0{_DIGITS}x}" for value in ascending(shingles(text))[:KEPT].tolist())


def hashes(fingerprint: tuple[str, ...]) -> Hashes:
    """The fingerprint as numbers, ascending."""
    return ascending(np.array([int(value, 16) for value in fingerprint], np.uint64))


def ascending(values: Hashes) -> Hashes:
    """The hashes in order, each once; several times as quick as `numpy.unique` on numbers that hardly repeat."""
    ordered = np.sort(values)
    return ordered[np.concatenate(([True], ordered[1:] != ordered[:-1]))] if ordered.size else ordered


def likeness(own: Hashes, other: Hashes) -> float:
    """How alike the text of the fingerprint `own` and the one with all the shingles `other` (ascending) are, 0 to 1.

    The shared part of the longer text: a copy cut short counts by what it has kept, a volume that holds the whole
    text among much else by how much of the volume it is.
    """
    if not own.size:
        return 0.0
    within = other[: np.searchsorted(other, own[-1], side="right")]
    return float(np.isin(own, within, assume_unique=True).sum()) / max(own.size, within.size)


def shingles(text: str) -> Hashes:
    """The hash of every run of SHINGLE letters, in the order of the text."""
    letters = _letters(text)
    return _mixed(_rolled(letters)) if letters.size >= SHINGLE else np.zeros(0, np.uint64)


def _letters(text: str) -> Hashes:
    plain = unicodedata.normalize("NFKC", _TAG.sub(" ", text[:LONGEST])).casefold()
    squeezed = "".join(_LETTERS.findall(plain))
    return np.frombuffer(squeezed.encode("utf-32-le"), np.dtype("<u4")).astype(np.uint64)


def _rolled(letters: Hashes) -> Hashes:
    """Each run's letters as the digits of one number, modulo 2**64: run lengths are doubled, then put together."""
    whole, length = np.zeros(letters.size + 1, np.uint64), 0
    power, size = letters, 1
    while True:
        if SHINGLE & size:
            whole, length = _joined(whole, power, length, size), length + size
        if 2 * size > SHINGLE:
            return whole
        power, size = _joined(power, power, size, size), 2 * size


def _joined(first: Hashes, second: Hashes, length: int, size: int) -> Hashes:
    """The runs of `length` letters, each with the run of `size` letters that follows it."""
    count = second.size - length
    return first[:count] * np.uint64(pow(_BASE, size, 2**64)) + second[length:]


def _mixed(values: Hashes) -> Hashes:
    """The numbers spread evenly (the last steps of SplitMix64), so that the smallest are a fair sample."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return (values ^ (values >> np.uint64(31))) >> np.uint64(64 - 4 * _DIGITS)
