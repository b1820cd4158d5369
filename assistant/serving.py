"""The page, the assistant for other programs, and health and figures: one process, an address each, one clean stop.

They share the index, the models and the queue, so that all of it is in memory once and the limits hold for all.
"""

import asyncio
import contextlib
import errno
import signal
import socket
from collections.abc import Iterator, Sequence
from functools import partial

import uvicorn
from starlette.types import ASGIApp

from assistant.errors import AddressError, SettingsError
from assistant.monitoring.logs import event, take_over
from assistant.process.queue import QUEUE
from assistant.reasons import reason
from assistant.service.access import is_loopback
from assistant.settings import ServiceSettings, Settings

_LOOK = 0.1  # seconds between looks whether all is answered
_SHOWN = 1.0  # seconds for a page to draw its last answer
_CLOSE = 10  # seconds for connections to close
_WHY = {
    errno.EADDRINUSE: reason("port_taken"),
    errno.EACCES: reason("port_forbidden"),
    errno.EADDRNOTAVAIL: reason("address_none"),
}


def serve(settings: Settings) -> None:
    """Serve until a signal; then let no new question in, let the running ones end, and stop. A second stops at once.

    Raises SettingsError or AddressError before anything is served.
    """
    service = settings.service
    if not service.keys and not is_loopback(service.api_address):
        raise SettingsError("service_open", address=service.api_address)
    with _sockets(service) as sockets:
        servers = _servers(settings)
        take_over()
        asyncio.run(_serve(servers, sockets, service.stop_seconds))


@contextlib.contextmanager
def _sockets(service: ServiceSettings) -> Iterator[list[socket.socket]]:
    """One for each address, all of them or none."""
    with contextlib.ExitStack() as stack:
        yield [
            stack.enter_context(bound(address, port, setting))
            for address, port, setting in (
                (service.address, service.port, "PORT"),
                (service.api_address, service.api_port, "API_PORT"),
                (service.inner_address, service.inner_port, "INNER_PORT"),
            )
        ]


def bound(address: str, port: int, setting: str) -> socket.socket:
    """A socket for there; raises AddressError with what to do.

    It listens once its server is up: who comes before that is refused, and a proxy asks the other process meanwhile.
    """
    own = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET)
    try:
        own.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if own.family == socket.AF_INET6:
            own.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        own.bind((address, port))
        return own
    except OSError as error:
        own.close()
        why = _WHY.get(error.errno or 0) or reason("address_other", why=error.strerror or str(error))
        setting = setting.replace("PORT", "ADDRESS") if error.errno == errno.EADDRNOTAVAIL else setting
        raise AddressError("not_listening", port=port, address=address, why=why, setting=setting) from error


class _Server(uvicorn.Server):
    """A server that leaves the signals to us."""

    def __init__(self, name: str, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.name = name

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def _servers(settings: Settings) -> list[_Server]:
    from assistant.process.opening import ready
    from assistant.service.app import make_app
    from assistant.service.inner import make_inner
    from assistant.ui.asgi import page

    own = page(settings.service.address, settings.service.port)
    return [
        _server(own, "page", ws="websockets-sansio", ws_ping_interval=30.0, ws_ping_timeout=30.0),
        _server(make_app(settings, partial(ready, settings)), "api", proxy_headers=False),
        _server(make_inner(settings), "inner", proxy_headers=False),
    ]


def _server(app: ASGIApp, name: str, **options: object) -> _Server:
    return _Server(
        name,
        uvicorn.Config(
            app,
            log_config=None,
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=_CLOSE,
            **options,  # type: ignore[arg-type]
        ),
    )


async def _serve(servers: Sequence[_Server], sockets: Sequence[socket.socket], stop_seconds: float) -> None:
    stop, hurry = asyncio.Event(), asyncio.Event()

    def on_signal() -> None:
        (hurry if stop.is_set() else stop).set()

    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, on_signal)
    running = [asyncio.create_task(one.serve([own])) for one, own in zip(servers, sockets, strict=True)]
    while not all(one.started for one in servers) and not any(task.done() for task in running):
        await asyncio.sleep(_LOOK)
    take_over()  # what has been set up since
    for one, own in zip(servers, sockets, strict=True):
        address, port = own.getsockname()[:2]
        event("listening", what=one.name, address=address, port=port)
    stopped = asyncio.create_task(stop.wait())
    await asyncio.wait([stopped, *running], return_when=asyncio.FIRST_COMPLETED)
    event("stopping", running=sum(QUEUE.held()))
    QUEUE.close()
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(_answered(hurry), stop_seconds)
    for one in servers:
        one.should_exit, one.force_exit = True, hurry.is_set()
    stopped.cancel()
    await asyncio.gather(*running)
    event("stopped", unanswered=sum(QUEUE.held()))


async def _answered(hurry: asyncio.Event) -> None:
    """Until every question is answered and shown, or somebody is in a hurry."""
    had_any = False
    while sum(QUEUE.held()) and not hurry.is_set():
        had_any = True
        await asyncio.sleep(_LOOK)
    if had_any and not hurry.is_set():
        await asyncio.sleep(_SHOWN)
