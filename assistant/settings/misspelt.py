"""Names of settings that are none, and the nearest that is one; values that are no lists or tables."""

from collections.abc import Collection, Iterable, Mapping
from difflib import get_close_matches

from pydantic import BaseModel, ValidationError

from assistant.errors import SettingsError
from assistant.settings.invalid import first_wrong

_PREFIX = "ASSISTANT_"
_OTHERS = ("ASSISTANT_TEST_", "ASSISTANT_JUDGE_")  # read by the tests and by `evals judge`


def unknown_variable(environment: Mapping[str, str], fields: Collection[str]) -> SettingsError | None:
    """The error for the first variable that looks like a setting and is none; None where there is no such."""
    known = {f"{_PREFIX}{name.upper()}" for name in fields}
    for name in sorted(environment):
        is_ours = name.startswith(_PREFIX) and not name.startswith(_OTHERS)
        if is_ours and name.partition("__")[0] not in known:
            return _unknown(name, name, known)
    return None


def wrong_field(settings: type[BaseModel], error: ValidationError) -> SettingsError:
    """The first error, with the nearest known name where one is unknown."""
    place, why = first_wrong(error)
    steps = tuple(map(str, place))
    if error.errors()[0]["type"] != "extra_forbidden":
        return SettingsError("setting_wrong", name=".".join(steps), why=why)
    group: type[BaseModel] = settings
    for step in steps[:-1]:
        group = type(group.model_fields[step].default)
    return _unknown(".".join(steps), steps[-1], group.model_fields)


def no_json(environment: Mapping[str, str], error: Exception) -> SettingsError:
    """The error for a list or a table that cannot be read as one, without the value."""
    value = getattr(error.__cause__, "doc", None)
    names = (name for name, held in sorted(environment.items()) if name.startswith(_PREFIX) and held == value)
    return SettingsError("setting_no_json", name=next(names, _PREFIX))


def _unknown(whole: str, name: str, known: Iterable[str]) -> SettingsError:
    near = get_close_matches(name, list(known), n=1, cutoff=0.5)
    if near:
        return SettingsError("setting_unknown_near", name=whole, near=near[0])
    return SettingsError("setting_unknown", name=whole)
