"""Two processes behind the site for nginx, started again one after the other while programs and pages ask."""

import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import httpx
import pytest

from assistant.settings import Settings
from tests.making.servers.process import free_port, running
from tests.making.servers.proxy import NAME, NGINX, TYPES, Proxy, proxied
from tests.making.servers.serving import ROOT

pytestmark = pytest.mark.skipif(NGINX is None or not TYPES.exists(), reason="nginx is not installed")

KEY = "en-nokkel-som-er-lang-nok-til-dette"
QUESTION = "Hvor mange prosent av kommunene tilbyr norskopplæring på arbeidsplassen?"
SECONDS = 300.0  # for a process to be ready, also on a machine that is busy with other things
ASKING = 3  # at once
PAUSE = 0.1  # seconds between two questions of one


class Process:
    """One of the two: `again` stops it as an upgrade does, and is over when the new one is ready."""

    def __init__(self, settings: Settings, folder: Path) -> None:
        self.page, self.programs, inner = free_port(), free_port(), free_port()
        self._ready = f"http://127.0.0.1:{inner}/readyz"
        self._environment = {
            "ASSISTANT_INDEX_DIR": str(settings.index_dir),
            "ASSISTANT_CONVERSATIONS__FILE": str(folder / "c.sqlite"),
            "ASSISTANT_SERVICE__PORT": str(self.page),
            "ASSISTANT_SERVICE__API_PORT": str(self.programs),
            "ASSISTANT_SERVICE__INNER_PORT": str(inner),
            "ASSISTANT_SERVICE__KEYS": f'{{"arkiv": "{KEY}"}}',
            "ASSISTANT_SERVICE__QUESTIONS_A_MINUTE": "100000",
            "STREAMLIT_BROWSER_SERVER_ADDRESS": NAME,
        }
        self.runs = ExitStack()

    def start(self) -> None:
        command = [sys.executable, "-m", "tests.making.servers.quick_service"]
        how = {"seconds": SECONDS, "to_end": SECONDS}
        self.runs.enter_context(running(command, self._ready, self._environment, ROOT, **how))

    def again(self) -> None:
        self.runs.close()
        self.start()


@pytest.fixture(scope="module")
def pair(quick: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Process, Process]]:
    folder = tmp_path_factory.mktemp("pair")
    first, second = Process(quick, folder), Process(quick, folder)
    with first.runs, second.runs, ThreadPoolExecutor(2) as starting:
        list(starting.map(Process.start, (first, second)))
        yield first, second


@pytest.fixture(scope="module")
def proxy(pair: tuple[Process, Process], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxy]:
    first, second = pair
    folder = tmp_path_factory.mktemp("nginx")
    with proxied(
        first.page, first.programs, folder, second=(second.page, second.programs), rate="1000r/s"
    ) as before_both:
        yield before_both


def asked_until(over: threading.Event, proxy: Proxy, who: int) -> list[str]:
    """What came of each question and page, asked one after the other: a status, or what went wrong."""
    outcomes: list[str] = []
    headers = {"host": NAME, "authorization": f"Bearer {KEY}", "cookie": f"visitor={who:032x}", "accept": "text/html"}
    client = httpx.Client(
        base_url=f"https://127.0.0.1:{proxy.port}", headers=headers, verify=proxy.trusting, trust_env=False, timeout=60
    )
    with client:
        while not over.is_set():
            stream = len(outcomes) % 2 == 0
            for method, path, body in (
                ("POST", "/v1/ask", {"question": QUESTION, "stream": stream}),
                ("GET", "/", None),
            ):
                try:
                    told = client.request(method, path, json=body, extensions={"sni_hostname": NAME})
                    outcomes.append(f"{path} {told.status_code}" + (" error" if "event: error" in told.text else ""))
                except httpx.TransportError as error:
                    outcomes.append(f"{path} {type(error).__name__}")
            time.sleep(PAUSE)
    return outcomes


def test_no_question_is_lost_while_one_after_the_other_is_started_again(
    pair: tuple[Process, Process], proxy: Proxy
) -> None:
    over = threading.Event()
    with ThreadPoolExecutor(ASKING) as asking:
        asked: list[Future[list[str]]] = [asking.submit(asked_until, over, proxy, who) for who in range(ASKING)]
        try:
            for one in pair:
                one.again()
        finally:
            over.set()
    outcomes = [outcome for one in asked for outcome in one.result()]
    assert len(outcomes) > 20 and set(outcomes) == {"/v1/ask 200", "/ 200"}, outcomes
