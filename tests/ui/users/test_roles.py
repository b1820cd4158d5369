"""What the claims of a sign-in make of a user."""

from typing import Any

import pytest
from pydantic import ValidationError

from assistant.settings import AppSettings
from assistant.ui.users.roles import Role, is_current, role_of

KARI = {"is_logged_in": True, "sub": "k1", "email": "Kari@Kommune.no", "roles": ["bibliotek"]}
ROLES = {"bibliotek": "librarian", "drift": "administrator"}


def app(**values: Any) -> AppSettings:
    return AppSettings(sign_in=True, **values)


@pytest.mark.parametrize(
    ("claims", "role"),
    [
        ({"roles": ["bibliotek"]}, Role.LIBRARIAN),
        ({"roles": "drift"}, Role.ADMINISTRATOR),
        ({"roles": ["bibliotek", "drift", "annet"]}, Role.ADMINISTRATOR),
        ({"roles": ["annet"]}, Role.ASKER),
        ({"roles": [{"bibliotek": 1}, 7, None]}, Role.ASKER),
        ({"roles": None}, Role.ASKER),
    ],
    ids=str,
)
def test_the_claim_gives_the_role(claims: dict[str, object], role: Role) -> None:
    assert role_of(app(roles=ROLES), {**KARI, **claims}) is role


@pytest.mark.parametrize("claim", ["realm_access.roles", "https://kommune.no/roles"])
def test_the_claim_may_lie_within_another_or_have_dots(claim: str) -> None:
    user = {"is_logged_in": True, "realm_access": {"roles": ["drift"]}, "https://kommune.no/roles": ["drift"]}
    assert role_of(app(roles=ROLES, role_claim=claim), user) is Role.ADMINISTRATOR


def test_where_askers_are_named_others_may_not_ask() -> None:
    named = app(roles={**ROLES, "ansatt": "asker"})
    assert role_of(named, {**KARI, "roles": ["ansatt"]}) is Role.ASKER
    assert role_of(named, {**KARI, "roles": []}) is Role.NOBODY
    assert role_of(named, KARI) is Role.LIBRARIAN


@pytest.mark.parametrize("listed", ["kari@kommune.no", "K1"])
def test_a_list_of_addresses_gives_roles_too(listed: str) -> None:
    user = {**KARI, "roles": []}
    assert role_of(app(manage_reports=(listed,)), user) is Role.LIBRARIAN
    assert role_of(app(administrators=(listed,)), user) is Role.ADMINISTRATOR


@pytest.mark.parametrize(
    "claims",
    [
        {"email": "kari@annen.no"},
        {"email": "kari@underkommune.no"},
        {"email": "kari@kommune.no@annen.no"},
        {"email": ""},
        {"email_verified": False},
    ],
    ids=str,
)
def test_who_is_of_another_domain_is_nobody(claims: dict[str, object]) -> None:
    limited = app(domains=("kommune.no",), administrators=("k1",), roles=ROLES)
    assert role_of(limited, {**KARI, **claims}) is Role.NOBODY


def test_who_is_of_an_allowed_domain_may_ask() -> None:
    assert role_of(app(domains=("KOMMUNE.no",)), KARI) is Role.ASKER


@pytest.mark.parametrize("user", [{}, {"is_logged_in": "true", "roles": ["drift"]}, {"roles": ["drift"]}], ids=str)
def test_who_has_not_signed_in_is_nobody_where_one_must(user: dict[str, object]) -> None:
    assert role_of(app(roles=ROLES), user) is Role.NOBODY
    assert role_of(AppSettings(), user) is Role.ASKER


@pytest.mark.parametrize(
    "value", [{"roles": ROLES}, {"domains": ("kommune.no",)}, {"administrators": ("k1",)}], ids=str
)
def test_roles_without_sign_in_are_refused(value: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match="ASSISTANT_APP__SIGN_IN"):
        AppSettings(**value)


@pytest.mark.parametrize(
    ("issued", "is_it"),
    [(0, True), (-7199, True), (-7201, False), (200, True), (3600, False)],  # the last: the provider's clock is off
)
def test_a_sign_in_runs_out(issued: float, is_it: bool) -> None:
    assert is_current({"iat": 1e9 + issued}, 2, 1e9) is is_it


@pytest.mark.parametrize("claims", [{}, {"iat": None}, {"iat": "1"}], ids=str)
def test_one_that_does_not_tell_when_it_was_has_run_out(claims: dict[str, object]) -> None:
    assert not is_current(claims, 2, 1e9)
