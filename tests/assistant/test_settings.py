"""Settings: defaults, the differences in a file, the environment on top."""

import traceback
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel, ValidationError

from assistant.errors import SettingsError
from assistant.settings import BUNDLED_MODEL, Settings, changed, load_settings
from assistant.settings.configs import CONFIGS


def write(folder: Path, text: str | bytes) -> Path:
    path = folder / "own.toml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def fields(model: type[BaseModel], prefix: str = "") -> Iterator[tuple[str, str | None]]:
    """Every setting's dotted name and description; groups of settings count by their docstring."""
    for name, field in model.model_fields.items():
        kind = field.annotation
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            yield prefix + name, kind.__doc__
            yield from fields(kind, f"{prefix}{name}.")
        else:
            yield prefix + name, field.description


def test_the_default_model_needs_no_hub() -> None:
    assert load_settings().embedding.model == BUNDLED_MODEL


def test_a_file_changes_what_it_names(tmp_path: Path) -> None:
    assert load_settings(write(tmp_path, "[passages]\nsize = 400\n")).passages.size == 400


def test_a_file_leaves_the_rest_as_it_is(tmp_path: Path) -> None:
    settings = load_settings(write(tmp_path, "[search]\nresults = 7\n"))
    assert settings.model_copy(update={"search": Settings().search}) == Settings()
    assert settings.search.candidates == Settings().search.candidates


def test_the_environment_wins_over_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSISTANT_PASSAGES__SIZE", "500")
    assert load_settings(write(tmp_path, "[passages]\nsize = 400\n")).passages.size == 500


def test_the_environment_changes_one_field_of_a_group(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSISTANT_SEARCH__RESULTS", "9")
    settings = load_settings(write(tmp_path, "[search]\ncandidates = 50\n"))
    assert (settings.search.results, settings.search.candidates) == (9, 50)


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("colour = 1", "colour"),
        ("[search]\ncandidate = 5", "search.candidate"),
        ("[search]\nresults = 0", "search.results"),
        ("[passages]\nsize = 'big'", "passages.size"),
        ("search = 3", "search"),
        ("log_level = 'LOUD'", "log_level"),
    ],
)
def test_a_wrong_setting_is_named(tmp_path: Path, text: str, field: str) -> None:
    with pytest.raises(SettingsError, match=rf"^Setting {field}: .+[.?]$"):
        load_settings(write(tmp_path, text))


def test_a_wrong_setting_in_the_environment_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSISTANT_SEARCH__CANDIDATE", "5")
    with pytest.raises(SettingsError, match=r"search\.candidate"):
        load_settings()


@pytest.mark.parametrize(
    ("text", "near"),
    [("indexdir = 'x'", "index_dir"), ("[search]\ncandidate = 5", "candidates"), ("[answers]\npoints = 5", "answer")],
)
def test_the_nearest_known_name_is_told(tmp_path: Path, text: str, near: str) -> None:
    with pytest.raises(SettingsError, match=rf"Did you mean {near}\?$"):
        load_settings(write(tmp_path, text))


def test_a_misspelt_variable_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSISTANT_INDEXDIR", "/somewhere")
    with pytest.raises(SettingsError, match=r"ASSISTANT_INDEXDIR.*Did you mean ASSISTANT_INDEX_DIR\?"):
        load_settings()


@pytest.mark.parametrize("name", ["ASSISTANT_SERVICE__KEYS", "ASSISTANT_APP__ROLES", "ASSISTANT_FETCH__PRIVATE"])
def test_a_list_or_table_that_is_none_is_named_without_its_value(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(name, "{arkiv: hemmelig}")
    with pytest.raises(SettingsError, match=rf"^Setting {name}: it is no JSON") as raised:
        load_settings()
    assert "hemmelig" not in "".join(traceback.format_exception(raised.value))


def test_a_changed_value_is_held_to_its_bounds() -> None:
    assert changed(Settings().answer, points=16).points == 16
    with pytest.raises(ValidationError):
        changed(Settings().answer, points=1000)


@pytest.mark.parametrize("text", ["[search", "a = ", b"\xe6 = 1"], ids=["bracket", "value", "latin-1"])
def test_a_file_that_is_no_toml_is_named(tmp_path: Path, text: str | bytes) -> None:
    with pytest.raises(SettingsError, match=r"own\.toml"):
        load_settings(write(tmp_path, text))


@pytest.mark.parametrize("config", ["no-such-config", "no/such.toml"])
def test_a_config_that_is_not_there_is_named(config: str) -> None:
    with pytest.raises(SettingsError, match=r"^There is no config file .*no.such"):
        load_settings(config)


@pytest.mark.parametrize(("name", "description"), list(fields(Settings)))
def test_every_setting_is_described(name: str, description: str | None) -> None:
    assert description and description.strip().endswith(".")


def test_every_config_file_loads() -> None:
    names = [path.stem for path in CONFIGS.glob("*.toml")]
    assert names and all(load_settings(name) for name in names)
