"""The settings in force, each with where it comes from; no secret is shown."""

import json
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import streamlit as st
from pydantic import BaseModel, SecretStr

from assistant.settings import Settings
from assistant.texts import text
from assistant.ui.admin import grid

_HIDDEN = "•••"
_CREDENTIALS = re.compile(r"(?<=//)[^/@\s]+@")  # of an address: who, and with what password


@dataclass(frozen=True, slots=True)
class InForce:
    """One setting: its name with dots, its value in words, and `default`, `file` or `environment`."""

    name: str
    value: str
    source: str


def in_force(settings: Settings, environment: Mapping[str, str]) -> list[InForce]:
    """All settings, in their order."""
    return list(_of(settings, (), environment))


def _of(part: BaseModel, path: tuple[str, ...], environment: Mapping[str, str]) -> Iterator[InForce]:
    for name, field in type(part).model_fields.items():
        value, place = getattr(part, name), (*path, name)
        if isinstance(value, BaseModel):
            yield from _of(value, place, environment)
            continue
        source = "environment" if _is_set(place, environment) else "default" if value == field.default else "file"
        yield InForce(".".join(place), shown(value), source)


def _is_set(path: tuple[str, ...], environment: Mapping[str, str]) -> bool:
    if path == ("chroma_url",) and "CHROMA_URL" in environment:
        return True
    names = {f"ASSISTANT_{'__'.join(path[:end])}".upper(): path[end:] for end in range(1, len(path) + 1)}
    return any(_names(value, names[name.upper()]) for name, value in environment.items() if name.upper() in names)


def _names(value: str, rest: tuple[str, ...]) -> bool:
    """Whether the value of a group's variable, which is JSON, names the field."""
    if not rest:
        return True
    try:
        return rest[0] in json.loads(value)
    except (ValueError, TypeError):
        return False


def shown(value: object) -> str:
    """A value in words; of a secret, whether there is one."""
    if isinstance(value, SecretStr):
        return _HIDDEN if value.get_secret_value() else ""
    if isinstance(value, dict):
        return ", ".join(f"{name}: {shown(one)}" for name, one in value.items())
    if isinstance(value, tuple | list):
        return ", ".join(shown(one) for one in value)
    return _CREDENTIALS.sub(f"{_HIDDEN}@", "" if value is None else str(value))


def draw(settings: Settings, language: str) -> None:
    """The part `settings`: those that differ from the defaults, and then the others."""
    st.markdown(text("admin_settings_why", language))
    found = in_force(settings, os.environ)
    columns = [text(f"admin_setting_{name}", language) for name in ("name", "value", "source")]
    for title, is_default in (("admin_settings_set", False), ("admin_settings_default", True)):
        rows = [
            (one.name, one.value, text(f"admin_source_{one.source}", language))
            for one in found
            if (one.source == "default") is is_default
        ]
        st.header(text(title, language))
        if rows:
            grid.draw(text(title, language), columns, rows, language)
        else:
            st.markdown(text("admin_settings_none", language))
