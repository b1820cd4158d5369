"""What every group of settings is: typed, frozen, and strict about names."""

from typing import TypeVar

from pydantic import BaseModel, ConfigDict

SECRET = 24  # characters of a token or a key, at the least


class Part(BaseModel):
    """A group of settings; a name that is not known is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


_AnyPart = TypeVar("_AnyPart", bound=Part)


def changed(part: _AnyPart, **values: object) -> _AnyPart:
    """A group of settings with some values changed, each held to its bounds; raises ValidationError."""
    return type(part).model_validate(part.model_dump() | values)
