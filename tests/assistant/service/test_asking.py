"""Questions in their turn: who leaves makes room, who waits is told, and what a model writes comes while it does."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import httpx
import pytest
from prometheus_client import REGISTRY

from assistant.api import Assistant
from assistant.index.reader import open_index, pointer_stamp
from assistant.process.queue import Queue
from assistant.settings import ModelSettings, Settings
from tests.assistant.service.conftest import QUESTION, Served
from tests.making.fakes import FakeEmbedder, FakeReader
from tests.making.servers.model_server import Behave, Handler, fails, model_server

SECONDS = 30.0


def wait_until(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + SECONDS
    while not holds() and time.monotonic() < deadline:
        time.sleep(0.02)
    assert holds()


def events(told: httpx.Response) -> Iterator[tuple[str, dict]]:  # type: ignore[type-arg]
    name = ""
    for line in told.iter_lines():
        if line.startswith("event: "):
            name = line.removeprefix("event: ")
        elif line.startswith("data: "):
            yield name, json.loads(line.removeprefix("data: "))


@contextmanager
def held_up(served: Served, fast: Assistant, own_queue: Queue) -> Iterator[tuple[httpx.Client, threading.Event]]:
    """A client of a service that answers one question at once and is at one, until the event is set."""
    let_go = threading.Event()

    def slow() -> Assistant:
        let_go.wait(SECONDS)
        return fast

    client = served(open_=slow, at_once=1)
    first = threading.Thread(target=lambda: client.post("/v1/ask", json={"question": QUESTION}))
    first.start()
    wait_until(lambda: own_queue.held() == (0, 1))
    try:
        yield client, let_go
    finally:
        let_go.set()
        first.join(SECONDS)


def test_who_leaves_while_waiting_makes_room(served: Served, fast: Assistant, own_queue: Queue) -> None:
    with held_up(served, fast, own_queue) as (client, _):
        with pytest.raises(httpx.ReadTimeout):
            client.post("/v1/ask", json={"question": QUESTION}, timeout=0.5)
        wait_until(lambda: own_queue.held() == (0, 1))
    wait_until(lambda: own_queue.held() == (0, 0))


def test_who_waits_is_told_how_many_are_before(served: Served, fast: Assistant, own_queue: Queue) -> None:
    asked = {"question": QUESTION, "stream": True}
    with (
        held_up(served, fast, own_queue) as (client, let_go),
        client.stream("POST", "/v1/ask", json=asked) as told,
    ):
        steps = events(told)
        assert next(steps) == ("waiting", {"ahead": 0})
        let_go.set()
        assert [name for name, _ in steps] == ["answer"]


def worded(settings: Settings, url: str, patch: pytest.MonkeyPatch) -> Assistant:
    """An assistant whose answers the model at `url` words."""
    patch.setattr("assistant.api.load_reader", lambda settings: FakeReader())
    model = ModelSettings(endpoint=url, name="m", silence=5, seconds=20)
    index = open_index(settings.index_dir, settings.embedding.model)
    with_model = settings.model_copy(update={"model": model})
    return Assistant(with_model, index, FakeEmbedder(), pointer_stamp(settings.index_dir))


def says_two_sentences(handler: Handler) -> None:
    """What the evidence says, with the number that it has there, twice."""
    shown = handler.model.requests[-1]["messages"][-1]["content"]
    number = next(source.split("]")[0] for source in shown.split("\n[")[1:] if "37 prosent" in source)
    handler.begin()
    for words in ("Bare 37 prosent av kommunene ", f"tilbyr norskopplæring. [{number}]\n", "Ferdig. "):
        handler.piece(words)
    handler.raw("data: [DONE]\n\n")


def test_a_models_words_come_before_the_answer(
    served: Served, quick: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    with model_server(says_two_sentences) as model:
        writing = worded(quick, model.url, monkeypatch)
        client = served(open_=lambda: writing)
        with client.stream("POST", "/v1/ask", json={"question": QUESTION, "stream": True}) as told:
            steps = list(events(told))
    assert "37 prosent" in next(data["text"] for name, data in steps if name == "words" and data["text"])
    assert steps[-1][0] == "answer" and steps[-1][1]["written_by"] == "m"


def test_a_models_failure_is_counted_and_the_quotes_are_given(
    served: Served, quick: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken: Behave = fails(500)
    with model_server(broken) as model:
        writing = worded(quick, model.url, monkeypatch)
        before = failures()
        answer = served(open_=lambda: writing).post("/v1/ask", json={"question": QUESTION}).json()
    assert answer["points"] and answer["written_by"] == ""
    assert failures() == before + 1


def failures() -> float:
    name = "kunnskap_model_failures_total"
    return sum(one.value for kind in REGISTRY.collect() for one in kind.samples if one.name == name)
