"""A word where a sign-in fails: Streamlit goes back to the page, or sends a line of English, and says nothing of why.

Why stands in the log: a provider that does not answer, a secret that is wrong, clocks that differ by minutes.
"""

import logging

from starlette.datastructures import Headers, MutableHeaders, QueryParams
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

log = logging.getLogger(__name__)
FAILED = "innlogging"  # the parameter of the page's address that tells it
_LOGIN, _CALLBACK = "/auth/login", "/oauth2callback"
_COOKIE = "_streamlit_user="


class SigningIn:
    """ASGI middleware: a sign-in that failed comes back to the page with a mark in its address."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on but the answers of a sign-in that failed."""
        path = scope.get("path", "")
        if scope["type"] != "http" or not path.endswith((_LOGIN, _CALLBACK)):
            await self._app(scope, receive, send)
            return
        back = f"{path.removesuffix(_LOGIN).removesuffix(_CALLBACK)}/?{FAILED}=feilet"
        is_dropped = False

        async def told(message: Message) -> None:
            nonlocal is_dropped
            if message["type"] == "http.response.start" and path.endswith(_CALLBACK):
                if _has_failed(scope, message):
                    log.warning("A sign-in failed: see the line before on why (secret, provider, clock)")
                    MutableHeaders(scope=message)["location"] = back
            elif message["type"] == "http.response.start" and message["status"] >= 400:
                log.warning("Nobody can sign in: the provider in the secrets does not answer as it should")
                is_dropped = True
                await RedirectResponse(back, status_code=303)(scope, receive, send)
            if not is_dropped:
                await send(message)

        await self._app(scope, receive, told)


def _has_failed(scope: Scope, start: Message) -> bool:
    """Whether the provider's answer left nobody signed in; coming back from a sign-out is no failure."""
    asked = QueryParams(scope["query_string"])
    cookies = Headers(raw=start["headers"]).getlist("set-cookie")
    is_in = any(one.startswith(_COOKIE) and not one.startswith(f'{_COOKIE}""') for one in cookies)
    return ("code" in asked or "error" in asked) and not is_in
