"""Who may ask, and how much they may send."""

import hashlib

import pytest

from assistant.errors import SettingsError
from assistant.service.access import is_loopback
from assistant.settings import load_settings
from tests.assistant.service.conftest import Served

KEY = "en-nokkel-som-er-lang-nok-til-dette"
OTHER = "en-annen-nokkel-som-er-lang-nok"
HASHED = f"sha256:{hashlib.sha256(OTHER.encode()).hexdigest()}"


@pytest.mark.parametrize("key", [KEY, OTHER])
def test_a_client_with_its_key_is_answered(served: Served, key: str) -> None:
    client = served(keys={"openwebui": KEY, "arkiv": HASHED})
    through_proxy = {"host": "kunnskap.example", "x-forwarded-for": "192.0.2.1"}
    told = client.get("/v1/reports", headers={"authorization": f"Bearer {key}", **through_proxy})
    assert told.status_code == 200


@pytest.mark.parametrize(
    "brought", ["", "Bearer", f"Basic {KEY}", KEY, f"Bearer {KEY}x", f"Bearer {HASHED}", "Bearer æ"]
)
def test_any_other_is_not(served: Served, brought: str) -> None:
    client = served(keys={"openwebui": KEY, "arkiv": HASHED})
    told = client.get("/v1/reports", headers={"authorization": brought.encode()})
    assert (told.status_code, told.headers["www-authenticate"]) == (401, "Bearer")
    assert KEY not in told.text and told.json()["error"]["message"]


def test_without_keys_this_machine_may_ask(served: Served) -> None:
    assert served().get("/v1/reports").status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"host": "evil.example"},
        {"host": "127.0.0.1.evil.example:80"},
        {"x-forwarded-for": "192.0.2.1"},
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://[::1"},
    ],
)
def test_without_keys_nobody_else_may(served: Served, headers: dict[str, str]) -> None:
    told = served().get("/v1/reports", headers=headers)
    assert told.status_code == 401 and "ASSISTANT_SERVICE__KEYS" in told.json()["error"]["message"]


def test_a_page_of_this_machine_may_ask(served: Served) -> None:
    assert served().get("/v1/reports", headers={"origin": "http://localhost:3000"}).status_code == 200


def test_a_body_of_a_megabyte_is_refused_and_the_server_lives(served: Served) -> None:
    client = served()
    assert client.post("/v1/ask", content=b"a" * 1024 * 1024).status_code == 413
    assert client.get("/v1/reports").status_code == 200


def test_who_sends_too_much_hears_it_and_not_a_broken_connection(served: Served) -> None:
    client = served()
    for path in ("/v1/ask", "/mcp"):
        assert client.post(path, content=b"a" * 8 * 1024 * 1024).status_code == 413


def test_so_is_one_whose_length_is_not_told(served: Served) -> None:
    told = served(body_kb=16).post("/v1/ask", content=(b"a" * 1024 for _ in range(20)))
    assert told.status_code == 413 and "16 kB" in told.json()["error"]["message"]


@pytest.mark.parametrize(
    ("host", "is_own"),
    [("127.0.0.1", True), ("::1", True), ("LOCALHOST", True), ("0.0.0.0", False), ("localhost.example", False)],
)
def test_this_machine_is_known_by_its_names(host: str, is_own: bool) -> None:
    assert is_loopback(host) is is_own


@pytest.mark.parametrize("key", ["short", "sha256:abcdef0123456789abcdef0123456789"])
def test_a_key_that_is_none_is_refused_without_being_repeated(monkeypatch: pytest.MonkeyPatch, key: str) -> None:
    monkeypatch.setenv("ASSISTANT_SERVICE__KEYS", f'{{"openwebui": "{key}"}}')
    with pytest.raises(SettingsError, match="openwebui") as refused:
        load_settings()
    assert key not in str(refused.value)
