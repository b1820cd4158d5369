"""Health and figures: what is wrong is said, and whether a question can be answered."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from assistant.process import opening
from assistant.process.queue import Queue
from assistant.service.inner import make_inner
from assistant.settings import ConversationSettings, Settings
from tests.making.fakes import FakeEmbedder
from tests.making.servers.listening import listening


@pytest.fixture(autouse=True)
def _closed_afterwards(fake: FakeEmbedder) -> Iterator[None]:
    yield
    opening.forget()


def asked(settings: Settings, path: str) -> httpx.Response:
    with listening(make_inner(settings)) as url:
        return httpx.get(f"{url}{path}", timeout=30, trust_env=False)


def with_store(settings: Settings, file: Path) -> Settings:
    return settings.model_copy(update={"conversations": ConversationSettings(file=file)})


def test_it_is_ready_when_index_models_and_store_are(quick: Settings, tmp_path: Path) -> None:
    settings = with_store(quick, tmp_path / "kept.sqlite")
    opening.ready(settings)
    told = asked(settings, "/readyz")
    assert (told.status_code, set(told.json().values())) == (200, {"ok"})


def test_without_an_index_it_lives_but_is_not_ready(settings: Settings, tmp_path: Path) -> None:
    settings = with_store(settings, tmp_path / "kept.sqlite")
    assert asked(settings, "/healthz").text == "ok"
    told = asked(settings, "/readyz")
    assert told.status_code == 503 and "python -m ingest" in told.json()["index"]
    assert "kunnskap_ready 0.0" in asked(settings, "/metrics").text


def test_a_store_that_cannot_be_written_is_told(quick: Settings, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    settings = with_store(quick, tmp_path / "file" / "kept.sqlite")
    opening.ready(settings)
    told = asked(settings, "/readyz")
    assert told.status_code == 503 and "kept.sqlite" in told.json()["store"] and told.json()["models"] == "ok"


def test_while_it_stops_it_is_not_ready(quick: Settings, tmp_path: Path, own_queue: Queue) -> None:
    settings = with_store(quick, tmp_path / "kept.sqlite")
    opening.ready(settings)
    own_queue.close()
    assert asked(settings, "/readyz").json()["service"] == "stopping"


def test_figures_tell_of_index_and_queue(quick: Settings, tmp_path: Path) -> None:
    settings = with_store(quick, tmp_path / "kept.sqlite")
    opening.ready(settings)
    told = asked(settings, "/metrics").text
    assert {"kunnskap_ready 1.0", "kunnskap_reports 3.0", "kunnskap_queue_waiting 0.0"} <= set(told.splitlines())
    assert 'kunnskap_versions{index="' in told
