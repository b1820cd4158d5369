"""The page as the server sends it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from assistant.texts import TEXTS
from assistant.ui.server.rewriting import BUILT_IN, OurPage, rewritten

STATIC = Path(streamlit.__file__).parent / "static"
PAGE = {"Accept": "text/html"}


async def streamlits(request: Request) -> Response:
    return FileResponse(STATIC / "index.html")


async def other(request: Request) -> Response:
    return PlainTextResponse('<html lang="en">')


@pytest.fixture
def client() -> Iterator[TestClient]:
    routes = [Route("/", streamlits), Route("/other", other)]
    with TestClient(Starlette(routes=routes, middleware=[Middleware(OurPage)])) as client:
        yield client


@pytest.mark.parametrize(("accepted", "language"), [("nb-NO", "nb"), ("nn-NO", "nn"), ("en-GB", "en")])
def test_the_page_says_its_language(client: TestClient, accepted: str, language: str) -> None:
    page = client.get("/", headers={**PAGE, "Accept-Language": accepted})
    assert f'<html lang="{language}"' in page.text


def test_the_address_can_name_the_language(client: TestClient) -> None:
    assert '<html lang="nn"' in client.get("/?lang=nn", headers={**PAGE, "Accept-Language": "en"}).text


def test_the_browser_keeps_the_language_that_was_chosen(client: TestClient) -> None:
    headers = {**PAGE, "Accept-Language": "en", "Cookie": "language=nn"}
    assert '<html lang="nn"' in client.get("/", headers=headers).text
    assert '<html lang="nb"' in client.get("/?lang=nb", headers=headers).text
    assert '<html lang="en"' in client.get("/", headers={**headers, "Cookie": "language=xx"}).text


def test_nothing_of_streamlits_title_is_left(client: TestClient) -> None:
    assert "<title>Kunnskapsassistenten</title>" in client.get("/", headers=PAGE).text


def test_the_page_has_one_place_for_announcements(client: TestClient) -> None:
    assert client.get("/", headers=PAGE).text.count('<div id="announcements" role="status">') == 1


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_a_word_stands_there_until_the_page_is_drawn(client: TestClient, language: str) -> None:
    page = client.get("/", headers={**PAGE, "Accept-Language": language}).text
    assert f"<p>{TEXTS['opening'][language]}</p></div></div>" in page


def test_a_page_kept_in_one_language_is_not_taken_for_another(client: TestClient) -> None:
    kept = client.get("/", headers=PAGE).headers
    again = client.get("/", headers={**PAGE, "If-None-Match": kept.get("etag", '"x"'), "Accept-Language": "nn"})
    assert again.status_code == 200
    assert "Accept-Language" in again.headers["vary"]


def test_the_length_is_that_of_what_is_sent(client: TestClient) -> None:
    page = client.get("/", headers=PAGE)
    assert int(page.headers["content-length"]) == len(page.content)


def test_asked_for_the_head_alone_no_page_is_sent(client: TestClient) -> None:
    assert client.head("/", headers=PAGE).content == b""


def test_what_is_no_page_passes_as_it_is(client: TestClient) -> None:
    assert client.get("/other", headers=PAGE).text == '<html lang="en">'


@pytest.mark.parametrize("key", [key for key in TEXTS if key.startswith(BUILT_IN)])
def test_streamlit_still_says_what_is_mended(key: str, bundle: str) -> None:
    """`en` is what Streamlit writes; where a new version writes something else, its words would stay English."""
    assert all(part.strip() in bundle for part in TEXTS[key]["en"].split("{x}"))


@pytest.fixture(scope="module")
def bundle() -> str:
    written = "\n".join(path.read_text(encoding="utf-8") for path in (STATIC / "static" / "js").glob("*.js"))
    return re.sub(r"(Enter to )\$\{\w+\}", r"\1apply", written)


def test_the_colour_of_those_who_run_this_is_in_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    rewritten.cache_clear()
    monkeypatch.setenv("ASSISTANT_APP__ACCENT", "#7A1F3D")
    assert "--accent: #7a1f3d" in rewritten("<head></head>", "nb")
    rewritten.cache_clear()


@pytest.mark.parametrize(
    ("asked", "sent"),
    [
        ("/", 200),
        ("/kjent?tema=tolk", 200),
        ("/ukjent?lang=nn", "/finnes-ikke?lang=nn"),
        ("/other", 200),  # not Streamlit's page
    ],
)
def test_an_address_that_leads_nowhere_leads_to_the_page_that_says_so(asked: str, sent: int | str) -> None:
    routes = [Route("/other", other), Route("/{path:path}", streamlits)]
    with TestClient(Starlette(routes=routes, middleware=[Middleware(OurPage, {"kjent"})])) as client:
        answer = client.get(asked, headers=PAGE, follow_redirects=False)
    assert answer.headers.get("location", answer.status_code) == sent
