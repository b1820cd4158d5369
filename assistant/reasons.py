"""Why a file was left out, and what was remarked when it was read: a code and its values, worded where it is shown."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from assistant.texts import TEXTS, text

_TOLD = "told"  # of an index that was made when reasons were sentences
_PREFIX = "reason_"


@dataclass(frozen=True, slots=True, order=True)
class Reason:
    """`code` names the text `reason_CODE`; `values` are filled into it."""

    code: str
    values: tuple[tuple[str, str | int], ...] = ()

    def __post_init__(self) -> None:
        assert _PREFIX + self.code in TEXTS, self.code

    def __str__(self) -> str:
        """In English, for terminals and logs."""
        return self.worded("en")

    def worded(self, language: str) -> str:
        """One sentence in `language`."""
        return text(_PREFIX + self.code, language, **dict(self.values))


def reason(code: str, **values: str | int) -> Reason:
    """The reason of that code with its values."""
    return Reason(code, tuple(values.items()))


def as_data(one: Reason) -> dict[str, Any]:
    """What `from_data` reads, as plain data for JSON."""
    return {"code": one.code, "values": dict(one.values)}


def from_data(data: Mapping[str, Any] | str) -> Reason:
    """The reason of `as_data`, of `dataclasses.asdict`, or a sentence. Raises KeyError, TypeError or ValueError."""
    if isinstance(data, str):
        return reason(_TOLD, told=data)
    if _PREFIX + data["code"] not in TEXTS:
        raise ValueError(f"no reason is called {data['code']}")
    return Reason(data["code"], tuple((str(name), value) for name, value in dict(data["values"]).items()))
