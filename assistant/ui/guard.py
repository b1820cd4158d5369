"""What the server refuses before Streamlit sees it (uploads without rights, figures), and the headers that it adds."""

import threading
from dataclasses import dataclass, field

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import runtime

from assistant.settings import UploadSettings

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


@dataclass(slots=True)
class _Quota:
    bytes: int
    files: int


@dataclass(slots=True)
class Uploads:
    """Who may upload how much: sessions of the page that has drawn them the field for files, having seen the proof."""

    quotas: dict[str, _Quota] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def allow(self, session: str, limits: UploadSettings, *, anew: bool = False) -> None:
        """Let a session upload; `anew` gives it its whole quota again."""
        with self.lock:
            if anew or session not in self.quotas:
                self.quotas[session] = _Quota(limits.files * limits.mb * 1024 * 1024, limits.files)

    def forbid(self, session: str) -> None:
        """Let it upload no more."""
        with self.lock:
            self.quotas.pop(session, None)

    def begin(self, session: str) -> bool:
        """Whether one more file may come."""
        with self.lock:
            quota = self.quotas.get(session)
            if quota is None or quota.files <= 0:
                return False
            quota.files -= 1
            return True

    def take(self, session: str, length: int) -> bool:
        """Whether so many bytes more may come."""
        with self.lock:
            quota = self.quotas.get(session)
            if quota is None or quota.bytes < length:
                return False
            quota.bytes -= length
            return True

    def let_go(self) -> None:
        """Drop what sessions uploaded whose page is closed: Streamlit keeps it until another page is, minutes later."""
        if not runtime.exists():
            return
        server = runtime.get_instance()
        with self.lock:
            gone = [session for session in self.quotas if not server.is_active_session(session)]
            for session in gone:
                del self.quotas[session]
        for session in gone:
            server.uploaded_file_mgr.remove_session_files(session)


UPLOADS = Uploads()


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
        if not told.isdigit() or not self._uploads.take(session, int(told)):
            await PlainTextResponse("", 413)(scope, receive, send)
            return
        await self._app(scope, receive, send)
