"""An address may hold so many pages open, over real connections."""

import asyncio
import threading
import time
from collections.abc import Iterator

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import WebSocketRoute
from starlette.websockets import WebSocket
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from assistant.ui.server.connections import Connections
from tests.making.process import free_port


async def echo(page: WebSocket) -> None:
    await page.accept()
    async for said in page.iter_text():
        await page.send_text(said)


@pytest.fixture
def address() -> Iterator[str]:
    app = Starlette(routes=[WebSocketRoute("/", echo)], middleware=[Middleware(Connections, limit=2)])
    port = free_port()
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="critical"))
    thread = threading.Thread(target=lambda: asyncio.run(server.serve()), daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"ws://127.0.0.1:{port}/"
    server.should_exit = True
    thread.join(10)


def test_one_more_than_the_limit_is_closed_and_the_others_go_on(address: str) -> None:
    with connect(address) as first, connect(address):
        with pytest.raises(InvalidStatus):
            connect(address)
        first.send("her")
        assert first.recv(timeout=5) == "her"


def test_what_was_closed_makes_room(address: str) -> None:
    for _ in range(5):
        with connect(address) as page:
            page.send("her")
            assert page.recv(timeout=5) == "her"
