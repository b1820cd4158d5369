"""Who is asking, and who may change the reports."""

import pytest

from assistant.settings import AppSettings
from assistant.ui.user import may_manage, owner_by_login

HERE = {"Host": "localhost:8501", "Origin": "http://localhost:8501"}
LOCAL = AppSettings()
KARI = {"is_logged_in": True, "iss": "https://id", "sub": "k1", "email": "Kari@kommune.no"}


def test_who_sits_at_this_machine_may_manage() -> None:
    assert may_manage(LOCAL, "127.0.0.1", HERE, {})


@pytest.mark.parametrize("host", ["127.0.0.1:8501", "[::1]:8501", "localhost"])
def test_this_machine_has_several_names(host: str) -> None:
    assert may_manage(LOCAL, "localhost", {"Host": host, "Origin": f"http://{host}"}, {})


@pytest.mark.parametrize("address", [None, "", "0.0.0.0", "::", "10.0.0.5", "kunnskap.kommune.no"])
def test_nobody_may_where_the_app_is_reachable_from_outside(address: str | None) -> None:
    assert not may_manage(LOCAL, address, HERE, {})


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Host": "localhost:8501"},
        {**HERE, "Host": "kunnskap.kommune.no"},
        {**HERE, "Origin": "https://kunnskap.kommune.no"},
        {**HERE, "Origin": "null"},
        {**HERE, "Origin": "http://[::1"},
        {**HERE, "X-Forwarded-For": "10.0.0.5"},
        {**HERE, "Forwarded": "for=10.0.0.5"},
    ],
    ids=str,
)
def test_nobody_may_through_a_proxy_or_under_another_name(headers: dict[str, str]) -> None:
    assert not may_manage(LOCAL, "127.0.0.1", headers, {})


def test_off_is_off_also_here() -> None:
    assert not may_manage(AppSettings(manage_reports="off"), "127.0.0.1", HERE, KARI)


@pytest.mark.parametrize("listed", ["kari@kommune.no", "k1"])
def test_a_listed_user_may_manage_from_anywhere(listed: str) -> None:
    assert may_manage(AppSettings(manage_reports=(listed,)), "0.0.0.0", {}, KARI)


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
    assert not may_manage(AppSettings(manage_reports=("kari@kommune.no", "")), "127.0.0.1", HERE, user)


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
