"""Our frozen dataclasses as plain JSON values and back, by their type hints.

What is kept outlives the program that kept it: a key that this program does not know is passed over, one that is
missing takes the field's default.
"""

import json
import zlib
from functools import cache
from typing import Any, TypeVar

from pydantic import TypeAdapter

T = TypeVar("T")
_adapter: Any = cache(TypeAdapter)


def to_plain(value: object) -> Any:
    """Dataclasses as objects, tuples as lists, members of an enum as their values."""
    return _adapter(type(value)).dump_python(value, mode="json")


def from_plain(kind: type[T], data: Any) -> T:
    """The value of this type that `to_plain` turned into `data`. Raises ValueError where it cannot be."""
    made: T = _adapter(kind).validate_python(data)
    return made


def packed(value: object) -> bytes:
    """`value` as compressed JSON: answers repeat the passages that they cite."""
    return zlib.compress(json.dumps(to_plain(value), ensure_ascii=False).encode("utf-8", "surrogatepass"))


def unpacked(kind: type[T], blob: bytes) -> T:
    """The value that `packed` made into `blob`. Raises ValueError where it cannot be had back."""
    try:
        return from_plain(kind, json.loads(zlib.decompress(blob).decode("utf-8", "surrogatepass")))
    except zlib.error as error:
        raise ValueError(f"no {kind.__name__}") from error
