"""What pydantic refuses, as a reason: our own validators say it by a code, the library in its own words."""

from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from assistant.reasons import Reason, Value, reason, told


def refused(code: str, **values: Value) -> PydanticCustomError:
    """What a validator raises for a value that it does not take."""
    why = reason(code, **values)
    return PydanticCustomError("refused", "{said}", {"said": str(why), "why": why})


def first_wrong(error: ValidationError) -> tuple[tuple[int | str, ...], Reason]:
    """The place of the first value that was refused, and why."""
    first = error.errors()[0]
    why = first.get("ctx", {}).get("why")
    return first["loc"], why if isinstance(why, Reason) else told(first["msg"])
