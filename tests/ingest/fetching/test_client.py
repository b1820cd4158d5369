"""Manners and limits of the one who asks, against a real server."""

import io

import pytest

from assistant.errors import ReadError
from assistant.settings import FetchSettings
from ingest.fetching.client import AGENT, Client
from tests.making.servers.process import free_port
from tests.making.servers.website import Page, Website, dripping


def get(site: Website, asking: FetchSettings, path: str = "/r", **more: object) -> bytes:
    return get_from(site.url, asking, path, **more)


def get_from(url: str, asking: FetchSettings, path: str = "/r", **more: object) -> bytes:
    out, client = io.BytesIO(), Client(asking, **more)  # type: ignore[arg-type]
    try:
        client.get(url + path, {}, out)
        return out.getvalue()
    finally:
        client.close()


def test_it_says_who_it_is_and_asks_for_robots_first(site: Website, asking: FetchSettings) -> None:
    site.pages["/r"] = Page(b"rapport")
    assert get(site, asking, contact="post@kommune.no") == b"rapport"
    assert [path for path, _ in site.asked] == ["/robots.txt", "/r"]
    assert {headers["user-agent"] for _, headers in site.asked} == {f"{AGENT} (post@kommune.no)"}


@pytest.mark.parametrize("agent", ["*", AGENT])
def test_what_robots_txt_keeps_back_is_not_asked_for(site: Website, asking: FetchSettings, agent: str) -> None:
    site.pages |= {"/robots.txt": Page(f"User-agent: {agent}\nDisallow: /r\n".encode()), "/r": Page(b"rapport")}
    with pytest.raises(ReadError, match="asks not to"):
        get(site, asking)
    assert site.paths() == []


@pytest.mark.parametrize("status", [500, 503, 429])
def test_a_host_whose_robots_txt_fails_is_left_alone(site: Website, asking: FetchSettings, status: int) -> None:
    site.pages |= {"/robots.txt": Page(status=status), "/r": Page(b"rapport")}
    with pytest.raises(ReadError):
        get(site, asking)
    assert site.paths() == []


def test_of_a_long_robots_txt_the_beginning_counts(site: Website, asking: FetchSettings) -> None:
    long = b"User-agent: *\nDisallow: /hemmelig\n" + b"# vi ber om ro\n" * 50_000
    site.pages |= {"/robots.txt": Page(long), "/r": Page(b"rapport"), "/hemmelig": Page(b"nei")}
    assert get(site, asking) == b"rapport"
    with pytest.raises(ReadError, match="asks not to"):
        get(site, asking, "/hemmelig")


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_robots_txt_that_has_moved_counts_where_it_is(site: Website, asking: FetchSettings, status: int) -> None:
    site.pages |= {
        "/robots.txt": Page(status=status, headers={"Location": "/regler/robots.txt"}),
        "/regler/robots.txt": Page(b"User-agent: *\nDisallow: /r\n"),
        "/ring": Page(b"rapport"),
    }
    with pytest.raises(ReadError, match="asks not to"):
        get(site, asking)


def test_a_robots_txt_that_moves_without_end_is_none(site: Website, asking: FetchSettings) -> None:
    site.pages |= {"/robots.txt": Page(status=301, headers={"Location": "/robots.txt"}), "/r": Page(b"rapport")}
    assert get(site, asking) == b"rapport"


def test_a_robots_txt_that_has_moved_to_where_it_may_not_is_not_fetched(site: Website, asking: FetchSettings) -> None:
    inner = f"http://localhost:{site.server_port}/robots.txt"
    site.pages |= {"/robots.txt": Page(status=301, headers={"Location": inner}), "/r": Page(b"rapport")}
    with pytest.raises(ReadError):
        get(site, asking)
    assert site.paths() == []


@pytest.mark.parametrize(("robots", "least"), [(b"", 3.0), (b"User-agent: *\nCrawl-delay: 20\n", 20.0)])
def test_it_comes_slowly(site: Website, robots: bytes, least: float) -> None:
    site.pages |= {"/robots.txt": Page(robots), "/r": Page(b"rapport")}
    waited: list[float] = []
    get(site, FetchSettings(delay=3.0, private=("127.0.0.1",)), wait=waited.append)
    assert len(waited) == 1 and least - 2.5 < waited[0] <= least


def test_a_redirect_is_followed_and_looked_at(site: Website, asking: FetchSettings) -> None:
    site.pages |= {"/r": Page(status=302, headers={"Location": "/ny"}), "/ny": Page(b"rapport")}
    assert get(site, asking) == b"rapport"


@pytest.mark.parametrize(
    "where",
    ["http://localhost:{port}/ny", "http://169.254.169.254/latest", "http://[::1]:{port}/", "file:///etc/passwd"],
)
def test_a_redirect_to_where_it_may_not_is_not_followed(site: Website, asking: FetchSettings, where: str) -> None:
    location = where.format(port=site.server_port)
    site.pages |= {"/r": Page(status=301, headers={"Location": location}), "/ny": Page(b"hemmelig")}
    with pytest.raises(ReadError, match=r"inner network|no web address"):
        get(site, asking)
    assert site.paths() == ["/r"]


def test_a_ring_of_redirects_ends(site: Website, asking: FetchSettings) -> None:
    site.pages["/r"] = Page(status=302, headers={"Location": "/r"})
    with pytest.raises(ReadError, match="without end"):
        get(site, asking)
    assert len(site.paths()) == 6


def test_one_that_is_too_large_is_broken_off(site: Website, asking: FetchSettings) -> None:
    site.pages["/r"] = Page(b"x" * (2**20 + 1))
    with pytest.raises(ReadError, match="larger than 1 MB"):
        get(site, asking)


def test_one_that_takes_too_long_is_broken_off(site: Website) -> None:
    site.pages["/r"] = Page(b"x" * 1000)
    with pytest.raises(ReadError, match="too long"):
        get(site, FetchSettings(delay=0, seconds=1e-9, private=("127.0.0.1",)))


@pytest.mark.parametrize("begins", [b"HTTP/1.1 200 OK\r\nX: ", b"HTTP/1.1 200 OK\r\nContent-Length: 999999\r\n\r\n"])
def test_a_byte_now_and_then_keeps_no_limit_away(begins: bytes) -> None:
    with dripping(begins) as port, pytest.raises(ReadError, match="too long"):
        get_from(f"http://127.0.0.1:{port}", FetchSettings(delay=0, seconds=1, private=("127.0.0.1",)))


def test_one_that_comes_packed_unasked_is_refused(site: Website, asking: FetchSettings) -> None:
    site.pages["/r"] = Page(b"\x1f\x8b", headers={"Content-Encoding": "gzip"})
    with pytest.raises(ReadError, match="compressed"):
        get(site, asking)


def test_a_server_that_is_down_is_told(asking: FetchSettings) -> None:
    client = Client(asking)
    with pytest.raises(ReadError, match="does not answer"):
        client.get(f"http://127.0.0.1:{free_port()}/r", {}, io.BytesIO())
    client.close()
