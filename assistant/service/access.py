"""Who may ask over HTTP, and how much they may send: decided before anything of a request is read."""

import hashlib
from collections.abc import Mapping
from hmac import compare_digest
from ipaddress import ip_address
from urllib.parse import urlsplit

from pydantic import SecretStr
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.language.preferred import preferred
from assistant.service.failures import failure
from assistant.settings import ServiceSettings
from assistant.texts import text

LOCAL = "local"  # whoever asks from this machine, where no keys are set
_HASHED = "sha256:"
_FORWARDED = ("forwarded", "x-forwarded-for", "x-real-ip")
_OPEN = ("/openapi.json",)
_READ_ON = 1 << 25  # bytes beyond what is taken, so that who sends them hears the answer, not a broken connection


class Access:
    """ASGI middleware: refuses who has no key, and bodies that are too long; names the client in the request's state.

    Where no keys are set, programs on this machine may ask: not through a proxy, which would let others in, and not
    under another name than this machine's own, by which a web page could reach it. Nor may a page of another machine.
    """

    def __init__(self, app: ASGIApp, settings: ServiceSettings) -> None:
        self._app = app
        self._keys = {name: _digest(key) for name, key in settings.keys.items()}
        self._longest = settings.body_kb * 1024

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is allowed."""
        if scope["type"] != "http" or scope["path"] in _OPEN:
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        language = preferred(headers.get("accept-language", ""))
        client = client_of(headers, self._keys) if self._keys else _local(scope, headers)
        if client is None:
            refused = text("key_wrong" if self._keys else "key_none", language)
            response = failure(401, refused, {"www-authenticate": "Bearer"})
            await response(scope, receive, send)
            return
        scope.setdefault("state", {})["client"] = client
        body = await self._body(headers, receive)
        if body is None:
            response = failure(413, text("body_long", language, kb=self._longest // 1024), {"connection": "close"})
            await response(scope, receive, send)
            return
        await self._app(scope, _replayed(body, receive), send)

    async def _body(self, headers: Headers, receive: Receive) -> bytes | None:
        """The whole body; None where it is too long."""
        told = headers.get("content-length", "")
        is_long = told.isdecimal() and int(told) > self._longest
        body, length = bytearray(), 0
        while length <= self._longest + _READ_ON:
            message = await receive()
            piece = message.get("body", b"")
            length += len(piece)
            is_long = is_long or length > self._longest
            if is_long:
                body.clear()
            else:
                body += piece
            if not message.get("more_body", False):
                return None if is_long else bytes(body)
        return None


def client_of(headers: Mapping[str, str], keys: Mapping[str, bytes]) -> str | None:
    """The name of the client whose key a request brings, as `Authorization: Bearer KEY`; None where it is nobody's."""
    kind, _, brought = headers.get("authorization", "").partition(" ")
    digest = hashlib.sha256(brought.strip().encode()).digest()
    found = [name for name, known in keys.items() if compare_digest(known, digest)]
    return found[0] if found and kind.casefold() == "bearer" else None


def is_loopback(host: str) -> bool:
    """Whether a host's name or address is this machine's own."""
    try:
        return host.casefold() == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _local(scope: Scope, headers: Headers) -> str | None:
    came_from = (scope.get("client") or ("",))[0]
    asked_for = headers.get("host", "").rpartition(":")[0] or headers.get("host", "")
    through_proxy = any(name in headers for name in _FORWARDED)
    is_local = is_loopback(came_from) and is_loopback(asked_for.strip("[]")) and not through_proxy
    return LOCAL if is_local and _is_own_page(headers) else None


def _is_own_page(headers: Headers) -> bool:
    """Whether it is no browser that asks, or a page of this machine."""
    try:
        return "origin" not in headers or is_loopback(urlsplit(headers["origin"]).hostname or "")
    except ValueError:
        return False


def _digest(key: SecretStr) -> bytes:
    words = key.get_secret_value()
    if words.startswith(_HASHED):
        return bytes.fromhex(words.removeprefix(_HASHED))
    return hashlib.sha256(words.encode()).digest()


def _replayed(body: bytes, receive: Receive) -> Receive:
    """What the body was received from, from its beginning."""
    left = [body]

    async def replay() -> Message:
        if left:
            return {"type": "http.request", "body": left.pop(), "more_body": False}
        return await receive()

    return replay
