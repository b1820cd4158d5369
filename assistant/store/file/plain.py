"""Our frozen dataclasses as plain JSON values and back, by their type hints.

What is kept outlives the program that kept it: a key that this program does not know is passed over, one that is
missing takes the field's default.
"""

import json
import zlib
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


def to_plain(value: Any) -> Any:
    """Dataclasses as objects, tuples as lists, members of an enum as their values."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: to_plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple | list):
        return [to_plain(item) for item in value]
    return value.value if isinstance(value, Enum) else value


def from_plain(kind: type[T], data: Any) -> T:
    """The value of this type that `to_plain` turned into `data`. Raises ValueError or TypeError where it cannot be."""
    made: T = _made(kind, data)
    return made


def packed(value: Any) -> bytes:
    """`value` as compressed JSON: answers repeat the passages that they cite."""
    return zlib.compress(json.dumps(to_plain(value), ensure_ascii=False).encode("utf-8", "surrogatepass"))


def unpacked(kind: type[T], blob: bytes) -> T:
    """The value that `packed` made into `blob`. Raises ValueError where it cannot be had back."""
    try:
        return from_plain(kind, json.loads(zlib.decompress(blob).decode("utf-8", "surrogatepass")))
    except (zlib.error, TypeError, KeyError) as error:
        raise ValueError(f"no {kind.__name__}") from error


def _made(kind: Any, data: Any) -> Any:
    if get_origin(kind) in (Union, UnionType):
        return None if data is None else _made(next(one for one in get_args(kind) if one is not NoneType), data)
    if get_origin(kind) is tuple:
        return _tuple(get_args(kind), data)
    if is_dataclass(kind) and isinstance(kind, type):
        if not isinstance(data, Mapping):
            raise TypeError(f"no {kind.__name__}")
        hints = _hints(kind)
        return kind(**{name: _made(hint, data[name]) for name, hint in hints.items() if name in data})
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(data)
    if kind is float and isinstance(data, int) and not isinstance(data, bool):
        return float(data)
    if not isinstance(data, kind):
        raise TypeError(f"{type(data).__name__} is no {kind.__name__}")
    return data


def _tuple(kinds: tuple[Any, ...], data: Any) -> tuple[Any, ...]:
    if not isinstance(data, list):
        raise TypeError("no list")
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        return tuple(_made(kinds[0], item) for item in data)
    return tuple(_made(kind, item) for kind, item in zip(kinds, data, strict=True))


@cache
def _hints(kind: type) -> dict[str, Any]:
    """The types of the fields that the type is made with."""
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind) if field.init}
