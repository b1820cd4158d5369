"""How many pages one address may hold open: the server's memory is not to be filled by whoever opens thousands."""

from collections import Counter

from starlette.types import ASGIApp, Receive, Scope, Send

from assistant.errors import SettingsError
from assistant.settings import LimitSettings, load_settings

_TRY_LATER = 1013  # a code for closed WebSockets


def _limit() -> int:
    try:
        return load_settings().limits.connections
    except SettingsError:  # the page says what is wrong with them
        return LimitSettings().connections


class Connections:
    """ASGI middleware: closes a WebSocket at once where its address has as many as it may."""

    def __init__(self, app: ASGIApp, limit: int | None = None) -> None:
        self._app = app
        self._limit = limit or _limit()
        self._open: Counter[str] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything else on."""
        if scope["type"] != "websocket":
            await self._app(scope, receive, send)
            return
        address = (scope.get("client") or ("",))[0]
        if self._open[address] >= self._limit:
            await receive()
            await send({"type": "websocket.close", "code": _TRY_LATER})
            return
        self._open[address] += 1
        try:
            await self._app(scope, receive, send)
        finally:
            self._open[address] -= 1
            if not self._open[address]:
                del self._open[address]
