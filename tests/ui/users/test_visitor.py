"""The cookie by which a browser is known."""

import asyncio
import re
from concurrent.futures import ThreadPoolExecutor
from http.cookies import SimpleCookie

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from assistant.ui.users.visitor import COOKIE, VisitorCookie, visitor_id


def client(**headers: str) -> TestClient:
    async def page(request: Request) -> Response:
        return HTMLResponse("<p>")

    async def data(request: Request) -> Response:
        return JSONResponse({})

    app = Starlette(routes=[Route("/", page), Route("/data", data)], middleware=[Middleware(VisitorCookie)])
    return TestClient(app, base_url=headers.pop("base_url", "http://localhost"), headers=headers)


def morsel(response: object) -> dict[str, str]:
    cookie = SimpleCookie(response.headers["set-cookie"])[COOKIE]  # type: ignore[attr-defined]
    return {
        "value": cookie.value,
        **{name: str(cookie[name]) for name in ("httponly", "samesite", "secure", "max-age")},
    }


def test_a_first_visit_gets_an_id_of_128_random_bits() -> None:
    ids = {morsel(client().get("/"))["value"] for _ in range(5)}
    assert len(ids) == 5
    assert all(re.fullmatch(r"[0-9a-f]{32}", one) for one in ids)


def test_no_script_can_read_it_and_it_lasts() -> None:
    found = morsel(client().get("/"))
    assert (found["httponly"], found["samesite"], found["max-age"]) == ("True", "Lax", "31536000")


def test_a_later_visit_keeps_its_id() -> None:
    id_ = "0123456789abcdef" * 2
    assert morsel(client(cookie=f"other=1; {COOKIE}={id_}").get("/"))["value"] == id_


@pytest.mark.parametrize("made_up", ["1", "x" * 32, "0123456789ABCDEF" * 2, "0123456789abcdef" * 3, '"'])
def test_an_id_that_is_not_ours_is_replaced(made_up: str) -> None:
    assert morsel(client(cookie=f"{COOKIE}={made_up}").get("/"))["value"] != made_up


@pytest.mark.parametrize(("url", "header"), [("https://x", ""), ("http://x", "https")])
def test_over_https_it_stays_there(url: str, header: str) -> None:
    headers = {"x-forwarded-proto": header} if header else {}
    assert morsel(client(base_url=url, **headers).get("/"))["secure"] == "True"


def test_nothing_on_the_way_may_keep_a_page_with_an_id() -> None:
    assert client().get("/").headers["cache-control"] == "private, no-cache"


def test_only_pages_bring_it() -> None:
    assert "set-cookie" not in client().get("/data").headers


@pytest.mark.parametrize(
    "setting", [{"ASSISTANT_CONVERSATIONS__KEEP_DAYS": "0"}, {"ASSISTANT_APP__SIGN_IN": "true"}], ids=str
)
def test_none_is_set_where_none_is_needed(setting: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in setting.items():
        monkeypatch.setenv(name, value)
    assert "set-cookie" not in client().get("/").headers


def test_other_traffic_passes() -> None:
    seen: list[str] = []

    async def app(scope: dict[str, object], receive: object, send: object) -> None:
        seen.append(str(scope["type"]))

    # A thread of its own: where a browser is open, this one has a loop that runs already.
    with ThreadPoolExecutor(1) as thread:
        call = VisitorCookie(app)({"type": "websocket"}, None, None)  # type: ignore[arg-type]
        thread.submit(asyncio.run, call).result()
    assert seen == ["websocket"]


def test_a_cookie_of_another_kind_is_nobody() -> None:
    assert visitor_id({COOKIE: "admin"}) is None
