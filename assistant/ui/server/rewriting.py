"""What the server adds to Streamlit's own page, before any of it is drawn: language, title, looks, and mends.

Streamlit sends one fixed page with `lang="en"`, its own title and no place for announcements. The middleware rewrites
that page in the language that the browser asks for.
"""

import json
from collections.abc import Container
from functools import cache
from html import escape
from pathlib import Path
from urllib.parse import parse_qs, quote

import streamlit as st
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.errors import SettingsError
from assistant.settings import load_settings
from assistant.texts import TEXTS, text
from assistant.ui.session import languages
from assistant.ui.session.going import UNKNOWN

LOOKS = Path(__file__).parents[1] / "looks"
_OUR_DARK = ":root { --accent: #7cc3e6; --accent-soft: #1d3645; }"  # as in style.css
BUILT_IN = "builtin_"  # the texts that stand in for words which are part of Streamlit: `builtin_<name>`


class OurPage:
    """Middleware that rewrites each HTML page on its way out.

    `paths` are the addresses that lead to a page (None: any does). From another, which Streamlit would answer with a
    dialog of its own, a browser is sent on to the page that says so.
    """

    def __init__(self, app: ASGIApp, paths: Container[str] | None = None) -> None:
        self._app = app
        self._paths = paths

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on as it is, but for HTML pages."""
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        if "text/html" not in headers.get("accept", ""):
            await self._app(scope, receive, send)
            return
        parameter = parse_qs(scope["query_string"].decode("latin-1")).get(languages.PARAMETER, [None])[0]
        kept = Request(scope).cookies.get(languages.COOKIE)
        language = languages.of_request(parameter, kept, headers.get("accept-language", ""))
        rewriting = _Rewriting(send, language, self._elsewhere(scope))
        # Streamlit's page as it is on disk: not compressed, and never "not modified" in another language.
        asked = [(name, value) for name, value in scope["headers"] if name not in _CONDITIONAL]
        await self._app({**scope, "headers": asked}, receive, rewriting)

    def _elsewhere(self, scope: Scope) -> str:
        """Where a browser is sent on to, from an address that leads to no page."""
        base = str(st.get_option("server.baseUrlPath") or "").strip("/")
        name = scope["path"].strip("/").removeprefix(base).strip("/")
        if self._paths is None or not name or name in self._paths:
            return ""
        asked = f"?{scope['query_string'].decode('latin-1')}" if scope["query_string"] else ""
        return f"/{base}/{UNKNOWN}{asked}".replace("//", "/")


_CONDITIONAL = (b"accept-encoding", b"if-none-match", b"if-modified-since", b"range")
_OUTDATED = (b"content-length", b"etag", b"last-modified", b"accept-ranges")


class _Rewriting:
    """Holds an HTML response back until it is whole, and sends ours in its place, or the browser `elsewhere`."""

    def __init__(self, send: Send, language: str, elsewhere: str) -> None:
        self._send = send
        self._language = language
        self._elsewhere = elsewhere
        self._start: Message | None = None
        self._body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _is_page(message):
            self._start = message
        elif self._start is None:
            await self._send(message)
        else:
            self._body += message.get("body", b"")
            if not message.get("more_body", False):
                await self._finish(self._start)

    async def _finish(self, start: Message) -> None:
        if self._elsewhere:
            moved = [(b"location", self._elsewhere.encode("latin-1")), (b"content-length", b"0")]
            await self._send({"type": "http.response.start", "status": 303, "headers": moved})
            await self._send({"type": "http.response.body", "body": b""})
            return
        body = rewritten(self._body.decode("utf-8"), self._language).encode() if self._body else b""
        headers = [(name, value) for name, value in start["headers"] if name.lower() not in _OUTDATED]
        headers += [(b"content-length", str(len(body)).encode()), (b"content-language", self._language.encode())]
        headers += [(b"vary", b"Accept-Language, Cookie")]
        await self._send({**start, "headers": headers})
        await self._send({"type": "http.response.body", "body": body})


def _is_page(message: Message) -> bool:
    headers = Headers(raw=message["headers"])
    return bool(message["status"] == 200 and headers.get("content-type", "").startswith("text/html"))


@cache
def rewritten(page: str, language: str) -> str:
    """Streamlit's page, in `language`, with our title, looks and mends."""
    title = escape(text("app_title", language))
    for old, new in (
        ('<html lang="en">', f'<html lang="{language}" style="{_names(language)}">'),
        ("<title>Streamlit</title>", f"<title>{title}</title>"),
        ("</head>", f"{_head(language)}</head>"),
        ("./favicon.png", _icon()),
        ('<div id="root"></div>', f'<div id="root">{_waiting(language)}</div>'),
        ("<body>", f'<body><div id="announcements" role="status"></div>{_told(language)}'),
        ("You need to enable JavaScript to run this app.", escape(text("needs_javascript", language))),
    ):
        page = page.replace(old, new, 1)
    return page


def _head(language: str) -> str:
    looks = "\n".join(path.read_text(encoding="utf-8") for path in sorted(LOOKS.glob("*.css")))
    words = [versions for key, versions in TEXTS.items() if key.startswith(BUILT_IN)]
    data = json.dumps(words, ensure_ascii=False).replace("<", "\\u003c")
    reach, mend = (Path(__file__).with_name(name).read_text(encoding="utf-8") for name in ("reach.js", "mend.js"))
    return (
        f'<meta name="description" content="{escape(text("app_intro", language))}">'
        f"<style>{looks}{_accents()}</style><script>{reach}</script>"
        f"<script>window.assistantTexts={data};</script><script>{mend}</script>"
    )


def _accents() -> str:
    """The colours of those who run this, in the place of ours."""
    try:
        app = load_settings().app
    except SettingsError:  # the page says what is wrong with them
        return ""
    soft = "--accent-soft: color-mix(in srgb, var(--accent) 12%, var(--surface))"
    light = f":root {{ --accent: {app.accent}; {soft}; }}" if app.accent else ""
    dark = f":root {{ --accent: {app.accent_dark}; {soft}; }}" if app.accent_dark else ""
    return f"{light}@media (prefers-color-scheme: dark) {{ {dark or _OUR_DARK} }}" if light or dark else ""


def _waiting(language: str) -> str:
    """What stands there until Streamlit's script has drawn the page."""
    words = f"<strong>{escape(text('app_title', language))}</strong><p>{escape(text('opening', language))}</p>"
    return f'<div class="waiting" aria-busy="true">{words}</div>'


def _told(language: str) -> str:
    """The box over the page in which `habits.js` and `reach.js` tell something, hidden until they do."""
    close, unreached = escape(text("undo_close", language)), escape(text("unreached", language))
    held = f'<p role="status"></p><button type="button">{close}</button>'
    return f'<div id="told" data-unreached="{unreached}" hidden>{held}</div>'


def _names(language: str) -> str:
    """Words that the style sheet writes where Streamlit leaves no room for ours."""
    names = (("--title", "app_title"), ("--menu", "menu"))
    return escape("; ".join(f"{name}: {json.dumps(text(key, language), ensure_ascii=False)}" for name, key in names))


def _icon() -> str:
    return f"data:image/svg+xml,{quote((LOOKS / 'icon.svg').read_text(encoding='utf-8'))}"
