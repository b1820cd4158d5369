"""Proof that a browser may change the reports: it once opened the link that was printed where the app was started.

What a request says of where it comes from is written by whoever sends it, and proves nothing. The link's token becomes
a cookie that no script can read; both are made anew at each start.
"""

import secrets
from collections.abc import Mapping
from hmac import compare_digest

from starlette.datastructures import MutableHeaders, QueryParams
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from assistant.errors import SettingsError
from assistant.settings import load_settings


def _token() -> str:
    """The token that is set, or a new one."""
    try:
        return load_settings().app.token.get_secret_value() or secrets.token_urlsafe(32)
    except SettingsError:  # the page says what is wrong with them
        return secrets.token_urlsafe(32)


PARAMETER = "token"
COOKIE = "manages"
TOKEN = _token()
_COOKIE_VALUE = secrets.token_urlsafe(32)  # another one, so that what a browser keeps opens no link


def has_proof(cookies: Mapping[str, str]) -> bool:
    """Whether these are the cookies of a browser that opened the link."""
    return compare_digest(cookies.get(COOKIE, "").encode(), _COOKIE_VALUE.encode())


def link(port: int) -> str:
    """The link to open."""
    return f"http://localhost:{port}/?{PARAMETER}={TOKEN}"


class Proof:
    """ASGI middleware: whoever brings the token gets the cookie, and an address without it."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on but the link itself."""
        brought = QueryParams(scope["query_string"]).get(PARAMETER) if scope["type"] == "http" else None
        if brought is None or not compare_digest(brought.encode(), TOKEN.encode()):
            await self._app(scope, receive, send)
            return
        response = RedirectResponse(scope.get("root_path", "") + "/", status_code=303)
        secure = scope["scheme"] == "https"
        response.set_cookie(COOKIE, _COOKIE_VALUE, httponly=True, samesite="strict", secure=secure, path="/")
        MutableHeaders(raw=response.raw_headers)["cache-control"] = "no-store"
        await response(scope, receive, send)
