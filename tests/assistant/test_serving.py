"""The service as a whole: started as a command, asked on each address, stopped by a signal."""

import errno
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Origin

from assistant.errors import AddressError, SettingsError
from assistant.serving import bound, serve
from assistant.settings import ServiceSettings, Settings
from assistant.texts import TEXTS
from tests.making.servers.process import free_port

ROOT = Path(__file__).parents[2]
QUESTION = {"question": "Hvor mange prosent av kommunene tilbyr norskopplæring på arbeidsplassen?"}
SECONDS = 180.0  # for the models to load, also on a machine that is busy with other things


class Service:
    """The command, running."""

    def __init__(self, settings: Settings, folder: Path) -> None:
        self.page, self.api, self.inner = (free_port() for _ in range(3))
        environment = {
            "ASSISTANT_INDEX_DIR": str(settings.index_dir),
            "ASSISTANT_CONVERSATIONS__FILE": str(folder / "conversations.sqlite"),
            "ASSISTANT_SERVICE__PORT": str(self.page),
            "ASSISTANT_SERVICE__API_PORT": str(self.api),
            "ASSISTANT_SERVICE__INNER_PORT": str(self.inner),
            "STREAMLIT_BROWSER_SERVER_ADDRESS": "kunnskap.example",
        }
        self._told = (folder / "log").open("w+")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "assistant", "serve"],
            cwd=ROOT,
            env={**os.environ, **environment},
            stdout=subprocess.DEVNULL,
            stderr=self._told,
        )

    def get(self, port: int, path: str) -> httpx.Response:
        url = f"http://127.0.0.1:{port}{path}"
        return httpx.get(url, headers={"accept": "text/html"}, timeout=30, trust_env=False)

    def ask(self) -> httpx.Response:
        return httpx.post(f"http://127.0.0.1:{self.api}/v1/ask", json=QUESTION, timeout=SECONDS, trust_env=False)

    def wait_until_ready(self) -> None:
        deadline = time.monotonic() + SECONDS
        while time.monotonic() < deadline and self.process.poll() is None:
            try:
                if self.get(self.inner, "/readyz").status_code == 200:
                    return
            except httpx.TransportError:
                pass
            time.sleep(0.2)
        raise RuntimeError(f"never ready: {self.log()}")

    def log(self) -> str:
        self._told.seek(0)
        return self._told.read()

    def end(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self._told.close()


@pytest.fixture(scope="module")
def service(library: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """One that all tests of the module ask; the last of them stops it."""
    running = Service(library, tmp_path_factory.mktemp("service"))
    try:
        running.wait_until_ready()
        yield running
    finally:
        running.end()


def test_the_page_the_api_and_health_are_each_on_their_address(service: Service) -> None:
    assert TEXTS["app_title"]["nb"] in service.get(service.page, "/").text
    assert service.get(service.api, "/v1/reports").json()["reports"]
    assert service.get(service.inner, "/healthz").text == "ok"
    assert service.get(service.api, "/metrics").status_code == 404


def test_pages_of_the_name_that_is_set_may_open_the_connection_and_others_not(service: Service) -> None:
    stream = f"ws://127.0.0.1:{service.page}/_stcore/stream"
    with connect(stream, origin=Origin("https://kunnskap.example"), proxy=None) as own:
        assert own.protocol.state.name == "OPEN"
    with pytest.raises(InvalidStatus), connect(stream, origin=Origin("https://evil.example"), proxy=None):
        pass


def test_figures_count_what_is_asked_and_hold_no_words(service: Service) -> None:
    assert service.ask().status_code == 200
    told = service.get(service.inner, "/metrics").text
    assert 'kunnskap_questions_total{by="api",kind="question",outcome="answered"}' in told
    assert "norskopplæring" not in told


def test_a_signal_lets_a_running_answer_end_and_then_stops(service: Service) -> None:
    answers: list[httpx.Response] = []
    asking = threading.Thread(target=lambda: answers.append(service.ask()))
    asking.start()
    deadline = time.monotonic() + 30
    while "kunnskap_queue_answered 1.0" not in service.get(service.inner, "/metrics").text and asking.is_alive():
        assert time.monotonic() < deadline
    service.process.send_signal(signal.SIGINT)
    asking.join(SECONDS)
    assert answers[0].json()["citations"]
    assert service.process.wait(60) == 0
    lines = [json.loads(line) for line in service.log().splitlines() if line.startswith("{")]
    assert [line["message"] for line in lines if line["message"] in ("stopping", "stopped")] == ["stopping", "stopped"]
    assert "norskopplæring" not in service.log()


def test_a_port_that_is_taken_is_a_clear_word() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(AddressError, match=rf"port {port} .* another program has it.*ASSISTANT_SERVICE__PORT"):
            bound("127.0.0.1", port, "PORT")


def test_so_is_a_port_that_is_not_this_users(monkeypatch: pytest.MonkeyPatch) -> None:
    class Refused(socket.socket):
        def bind(self, address: object) -> None:
            raise PermissionError(errno.EACCES, "Permission denied")  # as below 1024; tests may run as root

    monkeypatch.setattr("assistant.serving.socket.socket", Refused)
    with pytest.raises(AddressError, match=r"port 80 .*ASSISTANT_SERVICE__PORT"):
        bound("127.0.0.1", 80, "PORT")


def test_nobody_waits_at_a_port_whose_server_is_not_up_yet() -> None:
    with bound("127.0.0.1", 0, "PORT") as taken, pytest.raises(ConnectionRefusedError):
        socket.create_connection(taken.getsockname(), timeout=5)


def test_so_is_an_address_that_the_machine_has_not() -> None:
    with pytest.raises(AddressError, match=r"no such address.*ASSISTANT_SERVICE__API_ADDRESS"):
        bound("192.0.2.1", free_port(), "API_PORT")


def test_other_machines_may_ask_only_with_keys(settings: Settings) -> None:
    open_ = settings.model_copy(update={"service": ServiceSettings(api_address="0.0.0.0")})
    with pytest.raises(SettingsError, match="ASSISTANT_SERVICE__KEYS"):
        serve(open_)
