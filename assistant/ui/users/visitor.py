"""A random id in the browser's cookie, by which a user who is not signed in finds their conversations again.

The server sets it with the page itself, so that no script can read it (`HttpOnly`). It says nothing of the user, is
sent to nobody else, and is not set where no conversations are kept or users sign in.
"""

import re
import secrets
from collections.abc import Iterable, Mapping
from http.cookies import CookieError, SimpleCookie

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.errors import SettingsError
from assistant.settings import Settings, load_settings

COOKIE = "visitor"
DAYS = 365
_ID = re.compile(r"[0-9a-f]{32}")


def visitor_id(cookies: Mapping[str, str]) -> str | None:
    """The id in a browser's cookies; None where there is none of ours."""
    found = cookies.get(COOKIE, "")
    return found if _ID.fullmatch(found) else None


def wants_cookie(settings: Settings) -> bool:
    """Whether users are told apart by their browsers."""
    return settings.conversations.keep_days > 0 and not settings.app.sign_in


class VisitorCookie:
    """ASGI middleware: each page that is sent brings the browser its id, or keeps it from running out.

    Use it as `streamlit.starlette.App(…, middleware=[Middleware(VisitorCookie)])`.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        try:
            self._is_on = wants_cookie(load_settings())
        except SettingsError:  # the page says what is wrong with them
            self._is_on = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and set the cookie on an HTML page."""
        if scope["type"] != "http" or not self._is_on:
            await self._app(scope, receive, send)
            return

        async def with_cookie(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == 200:
                headers = MutableHeaders(scope=message)
                if headers.get("content-type", "").startswith("text/html"):
                    headers.append("set-cookie", _set_cookie(scope))
                    headers["cache-control"] = "private, no-cache"  # no proxy may hand one user's id to another
            await send(message)

        await self._app(scope, receive, with_cookie)


def over_https(scope: Scope) -> bool:
    """Whether the browser asks over TLS, of us or of a proxy."""
    return "https" in (scope["scheme"], Headers(scope=scope).get("x-forwarded-proto", ""))


def _set_cookie(scope: Scope) -> str:
    headers: dict[str, str] = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
    id_ = visitor_id(_cookies(headers.get("cookie", ""))) or secrets.token_hex(16)
    secure: Iterable[str] = ("Secure",) if over_https(scope) else ()
    return "; ".join((f"{COOKIE}={id_}", "Path=/", f"Max-Age={DAYS * 86_400}", "HttpOnly", "SameSite=Lax", *secure))


def _cookies(header: str) -> dict[str, str]:
    try:
        return {name: morsel.value for name, morsel in SimpleCookie(header).items()}
    except CookieError:
        return {}
