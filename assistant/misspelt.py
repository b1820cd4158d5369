"""Names of settings that are none, and the nearest that is one."""

from collections.abc import Collection, Iterable, Mapping
from difflib import get_close_matches

from pydantic import BaseModel, ValidationError

_PREFIX = "ASSISTANT_"
_OTHERS = ("ASSISTANT_TEST_", "ASSISTANT_JUDGE_")  # read by the tests and by `evals judge`


def unknown_variable(environment: Mapping[str, str], fields: Collection[str]) -> str:
    """What is wrong with the first variable that looks like a setting and is none; empty where none is."""
    known = {f"{_PREFIX}{name.upper()}" for name in fields}
    for name in sorted(environment):
        is_ours = name.startswith(_PREFIX) and not name.startswith(_OTHERS)
        if is_ours and name.partition("__")[0] not in known:
            return f"Setting {name}: there is none of this name.{nearest(name, known)}"
    return ""


def wrong_field(settings: type[BaseModel], error: ValidationError) -> str:
    """The first error in one line, with the nearest known name where one is unknown."""
    first = error.errors()[0]
    place, kind, message = tuple(map(str, first["loc"])), first["type"], first["msg"]
    if kind != "extra_forbidden":
        return f"Setting {'.'.join(place)}: {message}."
    group: type[BaseModel] = settings
    for step in place[:-1]:
        group = type(group.model_fields[step].default)
    return f"Setting {'.'.join(place)}: there is none of this name.{nearest(place[-1], group.model_fields)}"


def nearest(name: str, known: Iterable[str]) -> str:
    """A question whether the nearest known name was meant; empty where none is near."""
    near = get_close_matches(name, list(known), n=1, cutoff=0.5)
    return f" Did you mean {near[0]}?" if near else ""
