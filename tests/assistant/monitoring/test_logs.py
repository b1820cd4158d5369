"""Telemetry off, and one logging configuration."""

import os
from collections.abc import Iterator

import pytest

from assistant.monitoring.logs import quiet_libraries

SWITCHES = {
    "ANONYMIZED_TELEMETRY": "False",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "DO_NOT_TRACK": "1",
    "STREAMLIT_BROWSER_GATHER_USAGE_STATS": "false",
}


@pytest.fixture(autouse=True)
def _as_before(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    before = dict(os.environ)
    yield
    os.environ.clear()
    os.environ.update(before)


@pytest.mark.parametrize(("name", "value"), SWITCHES.items())
def test_telemetry_is_turned_off(name: str, value: str) -> None:
    os.environ.pop(name, None)
    quiet_libraries()
    assert os.environ[name] == value


def test_chroma_takes_telemetry_as_off() -> None:
    from chromadb.config import Settings

    assert Settings().anonymized_telemetry is False


def test_the_hub_client_takes_telemetry_as_off() -> None:
    from huggingface_hub import constants

    assert constants.HF_HUB_DISABLE_TELEMETRY is True
