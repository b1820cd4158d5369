"""Who is asking, and who may change the reports."""

from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient
from streamlit import config
from streamlit.runtime.secrets import secrets_singleton
from streamlit.testing.v1 import AppTest

from assistant.settings import AppSettings
from assistant.texts import text
from assistant.ui.users.proof import PARAMETER, TOKEN, Proof
from assistant.ui.users.roles import Role
from assistant.ui.users.user import owner_by_login, role_here

HERE = {"Host": "localhost:8501", "Origin": "http://localhost:8501"}
LOCAL = AppSettings()
KARI = {"is_logged_in": True, "iss": "https://id", "sub": "k1", "email": "Kari@kommune.no"}


def may_manage(app: AppSettings, cookies: dict[str, str], headers: dict[str, str], user: dict[str, object]) -> bool:
    return app.manage_reports != "off" and role_here(app, cookies, headers, user) >= Role.LIBRARIAN


@pytest.fixture
def proof() -> dict[str, str]:
    """The cookies of a browser that opened the link."""
    app = Proof(Starlette())
    with TestClient(app) as client:
        response = client.get(f"/?{PARAMETER}={TOKEN}", follow_redirects=False)
    assert response.headers["location"] == "/"
    assert "HttpOnly" in response.headers["set-cookie"]
    return dict(response.cookies)


def test_who_opened_the_link_may_manage(proof: dict[str, str]) -> None:
    assert may_manage(LOCAL, proof, HERE, {})


FORGED = [
    HERE,
    {},
    {"Host": "localhost:8501"},
    {**HERE, "X-Forwarded-For": ""},
    {**HERE, "CF-Connecting-IP": "127.0.0.1"},
    {**HERE, "X-Real-Ip": "127.0.0.1", "Forwarded": "for=127.0.0.1"},
    {**HERE, "Cookie": "manages=x"},
    {"Host": "127.0.0.1:8501", "Origin": "http://127.0.0.1:8501"},
]


@pytest.mark.parametrize("headers", FORGED, ids=str)
@pytest.mark.parametrize(
    "cookies",
    [{}, {"manages": ""}, {"manages": TOKEN}, {"visitor": "0" * 32}],
    ids=["none", "empty", "the token", "a visitor"],
)
def test_no_header_makes_an_operator(headers: dict[str, str], cookies: dict[str, str]) -> None:
    assert not may_manage(LOCAL, cookies, headers, {})


@pytest.mark.parametrize("origin", ["http://localhost:9999", "https://kunnskap.kommune.no", "null", "http://[::1", ""])
def test_a_page_of_another_server_may_not(origin: str, proof: dict[str, str]) -> None:
    assert not may_manage(LOCAL, proof, {**HERE, "Origin": origin}, {})
    assert not may_manage(AppSettings(manage_reports=("k1",)), {}, {**HERE, "Origin": origin}, KARI)


def test_off_is_off_also_here() -> None:
    assert not may_manage(AppSettings(manage_reports="off"), {}, HERE, KARI)


@pytest.mark.parametrize("listed", ["kari@kommune.no", "k1"])
def test_a_listed_user_may_manage_from_anywhere(listed: str) -> None:
    assert may_manage(AppSettings(manage_reports=(listed,)), {}, HERE, KARI)


@pytest.mark.parametrize(
    "user",
    [
        {},
        {**KARI, "is_logged_in": False},
        {**KARI, "sub": "k2", "email": "ola@kommune.no"},
        {**KARI, "sub": "k2", "email_verified": False},
        {"is_logged_in": True},
    ],
    ids=str,
)
def test_others_may_not(user: dict[str, object]) -> None:
    assert not may_manage(AppSettings(manage_reports=("kari@kommune.no", "")), {}, HERE, user)


def test_an_owner_is_one_subject_of_one_provider() -> None:
    owners = {owner_by_login(KARI), owner_by_login({**KARI, "sub": "k2"}), owner_by_login({**KARI, "iss": "https://x"})}
    assert len(owners - {None}) == 3


def test_an_owner_does_not_hold_the_name() -> None:
    assert "k1" not in (owner_by_login(KARI) or "k1")


@pytest.mark.parametrize(
    "user", [{}, {"sub": "k1"}, {"is_logged_in": True}, {"is_logged_in": True, "sub": ""}], ids=str
)
def test_who_has_not_signed_in_owns_nothing(user: dict[str, object]) -> None:
    assert owner_by_login(user) is None


SIGNING_IN = """
from assistant.settings import load_settings
from assistant.ui.users.user import let_in

let_in(load_settings(), "nb")
"""


@pytest.mark.parametrize(
    "secrets", [None, "[auth", '[auth]\nredirect_uri = "http://localhost/oauth2callback"'], ids=repr
)
def test_secrets_that_are_missing_or_wrong_are_told(
    secrets: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "secrets.toml"
    if secrets is not None:
        file.write_text(secrets)
    monkeypatch.setenv("ASSISTANT_APP__SIGN_IN", "true")
    before = config.get_option("secrets.files")
    config.set_option("secrets.files", [str(file)])
    secrets_singleton._reset()
    try:
        page = AppTest.from_string(SIGNING_IN, default_timeout=60).run()
        page.button[0].click().run()
    finally:
        config.set_option("secrets.files", before)
        secrets_singleton._reset()
    assert not page.exception
    assert [one.value for one in page.error] == [text("sign_in_fails", "nb")]
