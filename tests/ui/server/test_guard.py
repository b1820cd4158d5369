"""What is refused before Streamlit sees it, and what every answer carries."""

from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from assistant.settings import UploadSettings
from assistant.ui.server.guard import HEADERS, Guard, Uploads

LIMITS = UploadSettings(mb=1, files=2)


@pytest.fixture
def uploads() -> Uploads:
    return Uploads()


@pytest.fixture
def client(uploads: Uploads) -> Iterator[TestClient]:
    """A server that takes whatever it is given, behind the guard."""

    async def take(request: Request) -> PlainTextResponse:
        return PlainTextResponse(str(len(await request.body())))

    routes = [Route("/{path:path}", take, methods=["GET", "PUT", "POST", "DELETE"])]
    with TestClient(Starlette(routes=routes, middleware=[Middleware(Guard, uploads=uploads)])) as client:
        yield client


@pytest.mark.parametrize("method", ["PUT", "POST"])
def test_an_upload_without_rights_is_refused(client: TestClient, method: str) -> None:
    assert client.request(method, "/_stcore/upload_file/s1/f1", content=b"x").status_code == 403


def test_who_was_shown_the_field_may_upload_within_the_quota(client: TestClient, uploads: Uploads) -> None:
    uploads.allow("s1", LIMITS)
    assert client.put("/_stcore/upload_file/s1/f1", content=b"x" * 10).text == "10"
    assert client.put("/_stcore/upload_file/s2/f1", content=b"x").status_code == 403
    assert client.put("/_stcore/upload_file/s1/f2", content=b"x" * 3_000_000).status_code == 413
    assert client.put("/_stcore/upload_file/s1/f3", content=b"x").status_code == 403  # two files are all
    uploads.allow("s1", LIMITS, anew=True)
    assert client.put("/_stcore/upload_file/s1/f4", content=b"x").status_code == 200
    uploads.forbid("s1")
    assert client.put("/_stcore/upload_file/s1/f5", content=b"x").status_code == 403


def test_a_length_that_is_not_told_is_refused(client: TestClient, uploads: Uploads) -> None:
    uploads.allow("s1", LIMITS)
    assert client.put("/_stcore/upload_file/s1/f1", content=iter([b"x"])).status_code == 413


def test_figures_of_the_server_are_closed(client: TestClient) -> None:
    assert client.get("/_stcore/metrics").status_code == 404


@pytest.mark.parametrize("path", ["/", "/_stcore/metrics", "/_stcore/health", "/static/x.js"])
def test_every_answer_carries_the_headers(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert all(headers[name] == value for name, value in HEADERS.items())
    assert "frame-ancestors 'none'" in headers["content-security-policy"]


def set_over(url: str, **headers: str) -> list[str]:
    """The cookies that are set by a server behind the guard, as Streamlit sets them and as we do."""

    async def page(request: Request) -> PlainTextResponse:
        response = PlainTextResponse("")
        response.set_cookie("signed_in", "secure", httponly=True)
        response.set_cookie("kept", "1", secure=True)
        return response

    app = Starlette(routes=[Route("/", page)], middleware=[Middleware(Guard)])
    return TestClient(app, base_url=url, headers=headers).get("/").headers.get_list("set-cookie")


@pytest.mark.parametrize(("url", "headers"), [("https://x", {}), ("http://x", {"x-forwarded-proto": "https"})])
def test_behind_tls_every_cookie_is_kept_to_it(url: str, headers: dict[str, str]) -> None:
    assert [cookie.count("; Secure") for cookie in set_over(url, **headers)] == [1, 1]


def test_without_tls_cookies_are_as_they_were_set() -> None:
    assert [cookie.count("; Secure") for cookie in set_over("http://x")] == [0, 1]
