"""What went wrong, why a file was left out, what was remarked: a code and its values, worded where it is shown."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Union

from pydantic import PlainValidator

from assistant.texts import TEXTS, text

_PREFIX = "reason_"

Value = Union[str, int, "Reason"]


@dataclass(frozen=True, slots=True, order=True)
class Reason:
    """`code` names the text `reason_CODE`; `values` are filled into it, a reason among them in the same language."""

    code: str
    values: tuple[tuple[str, Value], ...] = ()

    def __post_init__(self) -> None:
        assert _PREFIX + self.code in TEXTS, self.code

    def __str__(self) -> str:
        """In English, for terminals and logs."""
        return self.worded("en")

    def worded(self, language: str) -> str:
        """One line in `language`."""
        values = {name: one.worded(language) if isinstance(one, Reason) else one for name, one in self.values}
        return text(_PREFIX + self.code, language, **values)


def reason(code: str, **values: Value) -> Reason:
    """The reason of that code with its values."""
    return Reason(code, tuple(values.items()))


def told(sentence: str) -> Reason:
    """What a library or the system says in its own words, or an index that was made when reasons were sentences."""
    return reason("told", told=sentence)


def as_data(one: Reason) -> dict[str, Any]:
    """What `from_data` reads, as plain data for JSON."""
    return {
        "code": one.code,
        "values": {name: as_data(value) if isinstance(value, Reason) else value for name, value in one.values},
    }


def from_data(data: Mapping[str, Any] | str) -> Reason:
    """The reason of `as_data`, of `dataclasses.asdict`, or a sentence. Raises KeyError, TypeError or ValueError."""
    if isinstance(data, str):
        return told(data)
    if _PREFIX + data["code"] not in TEXTS:
        raise ValueError(f"no reason is called {data['code']}")
    values = dict(data["values"]).items()
    return Reason(
        data["code"],
        tuple((str(name), from_data(one) if isinstance(one, Mapping) else one) for name, one in values),
    )


ToldReason = Annotated[Reason, PlainValidator(from_data)]  # a field of what is read from JSON
