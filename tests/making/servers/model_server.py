"""A small OpenAI-compatible server on loopback that answers as it is told, and misbehaves on order."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.making.servers.listening import running

Behave = Callable[["Handler"], None]


@dataclass
class ModelServer:
    """Where it listens, how it behaves at the next requests (the last one goes on), and what it was sent."""

    url: str
    behaviours: list[Behave]
    requests: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)


class Handler(BaseHTTPRequestHandler):
    """One request."""

    model: ModelServer

    def do_POST(self) -> None:
        """Note what was sent, then behave."""
        model = self.model
        body = self.rfile.read(int(self.headers["Content-Length"]))
        model.requests.append(json.loads(body))
        model.headers.append({name.casefold(): value for name, value in self.headers.items()})
        model.paths.append(self.path)
        behave = model.behaviours.pop(0) if len(model.behaviours) > 1 else model.behaviours[0]
        with suppress(BrokenPipeError, ConnectionResetError):  # the other side has had enough
            behave(self)

    def begin(self, status: int = 200, content_type: str = "text/event-stream", **headers: str) -> None:
        """Status and headers."""
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()

    def piece(self, words: str) -> None:
        """One piece of a reply."""
        choice = {"index": 0, "delta": {"content": words}, "finish_reason": None}
        chunk = {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [choice]}
        self.raw(f"data: {json.dumps(chunk)}\n\n")

    def raw(self, words: str) -> None:
        """Bytes as they are."""
        self.wfile.write(words.encode())
        self.wfile.flush()

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing."""


def says(reply: str) -> Behave:
    """The reply, in pieces of a few letters."""

    def behave(handler: Handler) -> None:
        handler.begin()
        for start in range(0, len(reply), 7):
            handler.piece(reply[start : start + 7])
        handler.raw("data: [DONE]\n\n")

    return behave


def fails(status: int, body: str = "", **headers: str) -> Behave:
    """A status with a body."""

    def behave(handler: Handler) -> None:
        handler.begin(status, "application/json", **headers)
        handler.raw(body or json.dumps({"error": {"message": "no", "type": "x"}}))

    return behave


def hangs(handler: Handler) -> None:
    """No word at all, until the test is over."""
    handler.model.over.wait(10)


def falls_silent(handler: Handler) -> None:
    """A few words, then nothing."""
    handler.begin()
    handler.piece("Kommunene ")
    handler.model.over.wait(10)


def drips(handler: Handler) -> None:
    """A letter now and then, for ever."""
    handler.begin()
    while not handler.model.over.wait(0.05):
        handler.piece("a")


def one_long_line(handler: Handler) -> None:
    """A line that never ends, a few letters at a time."""
    handler.begin()
    handler.raw("data: ")
    while not handler.model.over.wait(0.05):
        handler.raw("a" * 10)


def one_wide_line(handler: Handler) -> None:
    """A line that never ends, as fast as it goes."""
    handler.begin()
    while not handler.model.over.is_set():
        handler.raw("a" * 65_536)


def drips_its_head(handler: Handler) -> None:
    """A head that never ends, a letter at a time."""
    handler.raw("HTTP/1.1 200 OK\r\nX-Long: ")
    while not handler.model.over.wait(0.05):
        handler.raw("a")


def never_stops(handler: Handler) -> None:
    """Words without end."""
    handler.begin()
    while not handler.model.over.is_set():
        handler.piece("igjen og igjen ")


def says_nothing(handler: Handler) -> None:
    """A stream that ends before it began."""
    handler.begin()
    handler.raw("data: [DONE]\n\n")


def babbles(handler: Handler) -> None:
    """A stream that is none."""
    handler.begin()
    handler.raw('data: {"choices": [{"del\n\ndata: \x07\x00}{\n\n')


def sends_a_page(handler: Handler) -> None:
    """A web page, as a proxy does."""
    handler.begin(200, "text/html")
    handler.raw("<html><body>Logg inn</body></html>")


def breaks_off(handler: Handler) -> None:
    """A few words of a longer body, then the connection is gone."""
    handler.begin(Content_Length="100000")
    handler.piece("Kommunene ")
    handler.wfile.flush()
    handler.connection.close()


@contextmanager
def model_server(*behaviours: Behave) -> Iterator[ModelServer]:
    """A server that behaves so, request by request."""
    handler = type("OneHandler", (Handler,), {})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    model = ModelServer(f"http://127.0.0.1:{server.server_port}/v1", list(behaviours))
    handler.model = model  # type: ignore[attr-defined]
    with running(server):
        try:
            yield model
        finally:
            model.over.set()
