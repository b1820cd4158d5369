"""A website on this machine that answers as it is told to."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import StreamRequestHandler, ThreadingTCPServer

from tests.making.servers.listening import running


@dataclass
class Page:
    """What an address gives."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


class Website(ThreadingHTTPServer):
    """`pages` by their path; `asked` remembers each request's path and headers."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.url = f"http://127.0.0.1:{self.server_port}"
        self.pages: dict[str, Page] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []

    def paths(self) -> list[str]:
        """The paths asked for, robots.txt aside."""
        return [path for path, _ in self.asked if path != "/robots.txt"]


class _Handler(BaseHTTPRequestHandler):
    server: Website

    def do_GET(self) -> None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.server.asked.append((self.path, headers))
        page = self.server.pages.get(self.path, Page(status=404))
        etag = page.headers.get("ETag")
        is_known = page.status == 200 and etag is not None and headers.get("if-none-match") == etag
        self.send_response(304 if is_known else page.status)
        for name, value in page.headers.items():
            self.send_header(name, value)
        if not is_known:
            self.send_header("Content-Length", str(len(page.body)))
        self.end_headers()
        if not is_known:
            self.wfile.write(page.body)

    def log_message(self, *_: object) -> None:
        """Tests are quiet."""


@contextmanager
def website() -> Iterator[Website]:
    """A website that runs until the block is left."""
    with running(Website()) as server:
        yield server


@contextmanager
def dripping(begins: bytes) -> Iterator[int]:
    """The port of a server that begins so, and then sends a byte now and then for as long as anybody listens."""

    class Handler(StreamRequestHandler):
        def handle(self) -> None:
            asked = self.rfile.readline()
            if b"robots.txt" in asked:
                self.wfile.write(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                return
            with suppress(OSError):
                self.wfile.write(begins)
                while not over.wait(0.1):
                    self.wfile.write(b"x")

    over = threading.Event()
    with running(ThreadingTCPServer(("127.0.0.1", 0), Handler)) as server:
        server.daemon_threads = True
        try:
            yield server.server_address[1]
        finally:
            over.set()
