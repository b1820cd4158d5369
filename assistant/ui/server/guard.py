"""What the server refuses before Streamlit sees it (uploads without rights, figures), and the headers that it adds.

Streamlit's own cookies, a sign-in among them, would be sent without TLS as well: behind TLS they are kept to it.
"""

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.ui.users.uploads import UPLOADS, Uploads
from assistant.ui.users.visitor import over_https

_UPLOAD = "/_stcore/upload_file/"
_CLOSED = "/_stcore/metrics"
_POLICY = "; ".join(
    (
        "default-src 'self'",
        # Streamlit's page starts with a script in the page, and its charts are compiled in the browser.
        "script-src 'self' 'unsafe-inline' 'unsafe-eval' 'wasm-unsafe-eval' blob:",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self' data: blob: ws: wss:",
        "worker-src 'self' blob:",
        "frame-src 'self' blob: data:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "content-security-policy": _POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "cross-origin-opener-policy": "same-origin",
}


class Guard:
    """ASGI middleware: refuses uploads before their first byte, closes figures, adds headers to all that is sent."""

    def __init__(self, app: ASGIApp, uploads: Uploads = UPLOADS) -> None:
        self._app = app
        self._uploads = uploads

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is neither closed nor an upload without rights."""
        if scope["type"] != "http":
            try:
                await self._app(scope, receive, send)
            finally:
                self._uploads.let_go()
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                if over_https(scope):
                    message["headers"] = [_kept_to_https(*header) for header in message["headers"]]
            await send(message)

        path = scope["path"]
        if path.endswith(_CLOSED):
            await PlainTextResponse("", 404)(scope, receive, with_headers)
        elif _UPLOAD in path and scope["method"] not in ("GET", "HEAD", "OPTIONS", "DELETE"):
            await self._upload(scope, receive, with_headers)
        else:
            await self._app(scope, receive, with_headers)

    async def _upload(self, scope: Scope, receive: Receive, send: Send) -> None:
        session = scope["path"].partition(_UPLOAD)[2].partition("/")[0]
        told = Headers(scope=scope).get("content-length", "")
        if not self._uploads.begin(session):
            await PlainTextResponse("", 403)(scope, receive, send)
            return
        # A length that is not told cannot be refused before it has come.
        if not told.isdecimal() or not self._uploads.take(session, int(told)):
            await PlainTextResponse("", 413)(scope, receive, send)
            return
        await self._app(scope, receive, send)


def _kept_to_https(name: bytes, value: bytes) -> tuple[bytes, bytes]:
    """A header; where it sets a cookie, so that the browser sends it over TLS alone."""
    attributes = value.lower().split(b";")[1:]
    is_open = name.lower() == b"set-cookie" and b"secure" not in [one.strip() for one in attributes]
    return name, value + b"; Secure" if is_open else value
