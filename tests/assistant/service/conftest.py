"""The service over three small reports, asked over HTTP."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import httpx
import pytest

from assistant.api import Assistant
from assistant.index.reader import open_index, pointer_stamp
from assistant.process.queue import Queue
from assistant.service.app import make_app
from assistant.settings import ServiceSettings, Settings
from tests.making.fakes import FakeEmbedder, FakeReader
from tests.making.servers.listening import listening

QUESTION = "Hvor mange prosent av kommunene tilbyr norskopplæring på arbeidsplassen?"
Served = Callable[..., httpx.Client]


@pytest.fixture(autouse=True)
def own_queue(monkeypatch: pytest.MonkeyPatch) -> Queue:
    """All tests are one client, and ask in haste: each has a queue of its own."""
    queue = Queue()
    for module in ("asking", "inner"):
        monkeypatch.setattr(f"assistant.service.{module}.QUEUE", queue)
    return queue


@pytest.fixture(scope="session")
def fast(quick: Settings) -> Assistant:
    """An assistant with the quick models."""
    index = open_index(quick.index_dir, quick.embedding.model)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("assistant.api.load_reader", lambda settings: FakeReader())
        return Assistant(quick, index, FakeEmbedder(), pointer_stamp(quick.index_dir))


@pytest.fixture
def served(quick: Settings, fast: Assistant) -> Iterator[Served]:
    """`served(open_=…, **service)`: a client of the service with these settings of it."""
    with ExitStack() as stack:

        def serve(open_: Callable[[], Assistant] | None = None, **service: Any) -> httpx.Client:
            settings = quick.model_copy(update={"service": ServiceSettings(**service)})
            url = stack.enter_context(listening(make_app(settings, open_ or (lambda: fast))))
            return stack.enter_context(httpx.Client(base_url=url, timeout=30, trust_env=False))

        yield serve
