"""The site for nginx, run as it stands before a real app: TLS, the WebSocket, headers and limits."""

import http.client
import json
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import InvalidStatus
from websockets.sync.client import ClientConnection, connect

from assistant.settings import Settings
from assistant.ui.session.going import UNKNOWN
from tests.making.servers.process import free_port, running
from tests.making.servers.proxy import NAME, NGINX, TYPES, Proxy, proxied
from tests.making.servers.serving import ROOT

pytestmark = pytest.mark.skipif(NGINX is None or not TYPES.exists(), reason="nginx is not installed")

KEY = "en-nokkel-som-er-lang-nok-til-dette"


@pytest.fixture(scope="module")
def proxy(quick: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxy]:
    folder = tmp_path_factory.mktemp("nginx")
    page, programs, inner = free_port(), free_port(), free_port()
    environment = {
        "ASSISTANT_INDEX_DIR": str(quick.index_dir),
        "ASSISTANT_CONVERSATIONS__FILE": str(folder / "c.sqlite"),
        "ASSISTANT_LIMITS__CONNECTIONS": "2000",
        "ASSISTANT_SERVICE__PORT": str(page),
        "ASSISTANT_SERVICE__API_PORT": str(programs),
        "ASSISTANT_SERVICE__INNER_PORT": str(inner),
        "ASSISTANT_SERVICE__KEYS": json.dumps({"arkiv": KEY}),
        "STREAMLIT_BROWSER_SERVER_ADDRESS": NAME,
    }
    command = [sys.executable, "-m", "assistant", "serve"]
    with (
        running(command, f"http://127.0.0.1:{inner}/healthz", environment, ROOT, seconds=120),
        proxied(page, programs, folder) as proxy,
    ):
        yield proxy


def get(
    proxy: Proxy, path: str = "/", method: str = "GET", body: bytes | None = None, **headers: str
) -> tuple[int, dict[str, str]]:
    """The status and headers of an answer, asked for by the site's name over TLS."""
    raw = socket.create_connection(("127.0.0.1", proxy.port), timeout=30)
    connection = http.client.HTTPSConnection(NAME, timeout=30)
    connection.sock = proxy.trusting.wrap_socket(raw, server_hostname=NAME)
    try:
        connection.request(method, path, body, {"Accept": "text/html", **headers})
        answer = connection.getresponse()
        answer.read()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}
    finally:
        connection.close()


@contextmanager
def opened(proxy: Proxy, origin: str) -> Iterator[ClientConnection]:
    """The page's connection, as a browser opens it from a page of `origin`."""
    raw = socket.create_connection(("127.0.0.1", proxy.port), timeout=30)
    address = f"wss://{NAME}/_stcore/stream"
    with connect(address, sock=raw, ssl=proxy.trusting, origin=origin, subprotocols=["streamlit"]) as connection:  # type: ignore[arg-type, list-item]
        yield connection


def test_the_page_comes_over_tls_with_its_headers_and_ours(proxy: Proxy) -> None:
    status, headers = get(proxy)
    assert status == 200
    assert headers["strict-transport-security"].startswith("max-age=")
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["server"] == "nginx"  # without its version


def test_a_cookie_is_for_tls_alone(proxy: Proxy) -> None:
    _, headers = get(proxy)
    assert {"Secure", "HttpOnly"} <= {part.strip() for part in headers["set-cookie"].split(";")}


def test_what_comes_without_tls_is_sent_on(proxy: Proxy) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", proxy.plain_port, timeout=10)
    connection.request("GET", "/kilde?x=1", headers={"Host": NAME})
    answer = connection.getresponse()
    assert (answer.status, answer.getheader("location")) == (301, f"https://{NAME}/kilde?x=1")


def test_the_page_is_drawn_over_its_websocket(proxy: Proxy) -> None:
    asked = BackMsg()
    asked.rerun_script.query_string = ""
    with opened(proxy, f"https://{NAME}") as connection:
        connection.send(asked.SerializeToString())
        told = ForwardMsg()
        told.ParseFromString(connection.recv(timeout=60))  # type: ignore[arg-type]
    assert told.WhichOneof("type") in ("new_session", "session_status_changed", "session_event")


def test_a_page_of_another_name_may_not_open_it(proxy: Proxy) -> None:
    with pytest.raises(InvalidStatus) as refused, opened(proxy, "https://elsewhere.example"):
        pass
    assert refused.value.response.status_code == 403


def test_an_upload_that_is_too_large_ends_at_the_proxy(proxy: Proxy) -> None:
    status, headers = get(proxy, "/_stcore/upload_file/x/y", "PUT", b"", **{"Content-Length": str(60 * 2**20)})
    assert status == 413 and "content-security-policy" not in headers


def test_figures_of_the_server_are_closed(proxy: Proxy) -> None:
    assert get(proxy, "/_stcore/metrics")[0] == 404  # from this machine the proxy lets it through, the page does not


def test_other_programs_ask_with_their_key(proxy: Proxy) -> None:
    assert get(proxy, "/v1/models")[0] == 401
    status, headers = get(proxy, "/v1/models", Authorization=f"Bearer {KEY}")
    assert (status, headers["content-type"]) == (200, "application/json")


def test_health_and_figures_are_not_behind_it(proxy: Proxy) -> None:
    for path in ("/metrics", "/readyz"):
        status, headers = get(proxy, path)
        assert (status, headers["location"]) == (303, f"/{UNKNOWN}")  # the page, as at any address that leads nowhere


def test_one_address_that_asks_without_end_is_told_to_wait(proxy: Proxy) -> None:
    raw = socket.create_connection(("127.0.0.1", proxy.port), timeout=30)
    connection = http.client.HTTPSConnection(NAME, timeout=30)
    connection.sock = proxy.trusting.wrap_socket(raw, server_hostname=NAME)
    answers = [200]
    while answers[-1] == 200 and len(answers) < 950:  # nginx ends a connection after 1000
        connection.request("GET", "/_stcore/health")
        answer = connection.getresponse()
        answer.read()
        answers.append(answer.status)
    connection.close()
    assert answers[-1] == 429
