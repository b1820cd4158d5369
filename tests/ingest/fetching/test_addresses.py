"""Which addresses may be asked."""

import pytest

from assistant.errors import ReadError
from ingest.fetching.addresses import target_of


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://127.0.0.1/x",
        "gopher://127.0.0.1",
        "rapport.pdf",
        "http://",
        "https://a:b@127.0.0.1/",
        "http://[::1",
    ],
)
def test_what_is_no_plain_web_address_is_refused(url: str) -> None:
    with pytest.raises(ReadError, match="no web address"):
        target_of(url, ("127.0.0.1",))


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "localhost",
        "10.0.0.7",
        "192.168.1.1",
        "169.254.169.254",
        "[::1]",
        "[fd00::1]",
        "[::ffff:10.0.0.7]",
        "0.0.0.0",
        "224.0.0.1",
        "[64:ff9b::a9fe:a9fe]",
        "[2002:7f00:1::]",
        "[::127.0.0.1]",
    ],
)
def test_inner_networks_are_refused(host: str) -> None:
    with pytest.raises(ReadError, match="on an inner network"):
        target_of(f"http://{host}/", ())


def test_a_host_that_is_named_may_be_asked_and_no_other() -> None:
    assert target_of("http://10.0.0.7:8080/x", ("10.0.0.7",)).ip == "10.0.0.7"
    with pytest.raises(ReadError):
        target_of("http://10.0.0.8/x", ("10.0.0.7",))


def test_the_machine_that_was_looked_up_is_asked_under_its_name() -> None:
    target = target_of("http://localhost:8080/a?b=c", ("localhost",))
    assert str(target.asked) in ("http://127.0.0.1:8080/a?b=c", "http://[::1]:8080/a?b=c")
    assert target.host == "localhost:8080"
