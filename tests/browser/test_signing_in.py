"""Signing in with a provider of OpenID Connect that runs on this machine."""

import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from assistant.settings import Settings
from tests.browser.driving.doing import settle
from tests.making.servers.oidc import Provider, provider
from tests.making.servers.process import free_port
from tests.making.servers.serving import served

PARTS = ["Rapporter", "Tilbakemeldinger", "Versjoner", "Bruk", "Innstillinger"]
QUESTION = "Hva anbefales om bruk av tolk på legekontoret?"


@pytest.fixture(scope="module")
def oidc() -> Iterator[Provider]:
    with provider() as running:
        yield running


@pytest.fixture(scope="module")
def url(library: Settings, oidc: Provider, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder, port = tmp_path_factory.mktemp("signing-in"), free_port()
    environment = {
        "ASSISTANT_INDEX_DIR": str(library.index_dir),
        "ASSISTANT_CONVERSATIONS__FILE": str(folder / "c.sqlite"),
        "ASSISTANT_APP__SIGN_IN": "true",
        "ASSISTANT_APP__DOMAINS": '["kommune.no"]',
        "ASSISTANT_APP__ROLES": '{"bibliotek": "librarian", "drift": "administrator"}',
        "ASSISTANT_APP__MANAGE_REPORTS": '["kari@kommune.no"]',
        "STREAMLIT_SECRETS_FILES": str(oidc.secrets_file(folder, port)),
    }
    with served(environment, port=port) as address:
        yield address.replace("127.0.0.1", "localhost")


def sign_in(browser: Browser, url: str, oidc: Provider, name: str, **claims: object) -> Page:
    """A fresh browser in which this user has come back from the provider."""
    oidc.knows(name, **{"name": name.title(), "email": f"{name}@kommune.no", **claims})
    page = browser.new_context(locale="nb-NO").new_page()
    page.set_default_timeout(120_000)
    page.goto(url)
    page.get_by_role("button", name="Logg inn").click()
    page.locator("input[name=sub]").fill(name)
    page.get_by_role("button", name="Authorize").click()
    page.wait_for_url(f"{url}/**")
    return page


def signed_in(browser: Browser, url: str, oidc: Provider, name: str, **claims: object) -> Page:
    """A fresh browser in which this user has signed in, and may ask."""
    page = sign_in(browser, url, oidc, name, **claims)
    page.get_by_text(f"Logget inn som {name.title()}").wait_for()
    return page


def test_users_sign_in_and_see_their_own_conversations_alone(browser: Browser, url: str, oidc: Provider) -> None:
    kari = signed_in(browser, url, oidc, "kari")
    kari.get_by_test_id("stChatInputTextArea").fill(QUESTION)
    kari.keyboard.press("Enter")
    expect(kari.get_by_role("button", name=QUESTION)).to_be_visible(timeout=240_000)  # the models are loaded first
    address = kari.url

    ola = signed_in(browser, url, oidc, "ola")
    ola.goto(address)
    ola.get_by_test_id("stChatInputTextArea").wait_for()
    settle(ola)
    expect(ola.get_by_text(QUESTION)).to_have_count(0)

    again = signed_in(browser, url, oidc, "kari")
    expect(again.get_by_role("button", name=QUESTION)).to_be_visible()


def test_nobody_asks_before_signing_in(browser: Browser, url: str) -> None:
    page = browser.new_context(locale="nb-NO").new_page()
    page.goto(url)
    page.get_by_role("button", name="Logg inn").wait_for(timeout=60_000)
    settle(page)
    expect(page.get_by_test_id("stChatInputTextArea")).to_have_count(0)
    assert "visitor" not in {cookie["name"] for cookie in page.context.cookies()}


def test_those_of_another_domain_are_told_that_they_may_not(browser: Browser, url: str, oidc: Provider) -> None:
    page = sign_in(browser, url, oidc, "per", email="per@annen.no")
    page.get_by_text("har ikke tilgang hit").wait_for()
    expect(page.get_by_test_id("stChatInputTextArea")).to_have_count(0)
    expect(page.get_by_role("button", name="Logg ut")).to_be_visible()


def test_a_sign_in_runs_out(browser: Browser, url: str, oidc: Provider) -> None:
    page = sign_in(browser, url, oidc, "gamle", iat=int(time.time()) - 13 * 3600)
    page.get_by_text("Du har vært innlogget lenge").wait_for()
    expect(page.get_by_test_id("stChatInputTextArea")).to_have_count(0)


def test_only_listed_users_and_those_of_a_role_manage_reports(browser: Browser, url: str, oidc: Provider) -> None:
    for name, roles, count in (("kari", [], 1), ("berit", ["bibliotek"], 1), ("ola", ["annet"], 0)):
        page = signed_in(browser, url, oidc, name, roles=roles)
        page.get_by_role("link", name="Rapporter").click()
        page.get_by_role("heading", name="Tolking i helsetjenesten 2021").wait_for()
        settle(page)
        expect(page.get_by_text("Legg til eller oppdater rapporter")).to_have_count(count)


@pytest.mark.parametrize(
    ("role", "parts"), [("bibliotek", ["Rapporter", "Tilbakemeldinger"]), ("drift", PARTS), ("annet", [])], ids=str
)
def test_each_role_sees_its_part_of_the_page_for_administrators(
    browser: Browser, url: str, oidc: Provider, role: str, parts: list[str]
) -> None:
    page = signed_in(browser, url, oidc, f"med-{role}", roles=[role])
    expect(page.get_by_role("link", name="Administrasjon")).to_have_count(1 if parts else 0)
    page.goto(f"{url}/administrasjon")
    page.get_by_text("Logget inn som").wait_for()
    settle(page)
    main = page.locator(".stMainBlockContainer")
    for part in PARTS:
        expect(main.get_by_role("radio", name=part)).to_have_count(int(part in parts))


def test_who_signs_out_is_signed_out_at_the_provider_and_must_sign_in_again(
    browser: Browser, url: str, oidc: Provider
) -> None:
    page = signed_in(browser, url, oidc, "kari")
    page.get_by_role("button", name="Logg ut").click()
    page.wait_for_url(f"{oidc.url}/oauth2/end_session**")
    page.locator("form button").first.click()
    page.get_by_role("button", name="Logg inn").wait_for()
    expect(page.get_by_text("Innloggingen lyktes ikke")).to_have_count(0)


def test_a_wrong_secret_is_told(browser: Browser, url: str, oidc: Provider) -> None:
    with oidc.another_secret():
        page = sign_in(browser, url, oidc, "kari")
        page.get_by_text("Innloggingen lyktes ikke").wait_for()


def test_so_is_a_clock_that_is_off(browser: Browser, url: str, oidc: Provider) -> None:
    page = sign_in(browser, url, oidc, "kari", exp=int(time.time()) - 600)
    page.get_by_text("Innloggingen lyktes ikke").wait_for()


def test_so_is_a_provider_that_is_down(browser: Browser, url: str, oidc: Provider) -> None:
    page = browser.new_context(locale="nb-NO").new_page()
    page.goto(url)
    button = page.get_by_role("button", name="Logg inn")
    button.wait_for(timeout=60_000)
    oidc.server.shutdown()
    oidc.server.server_close()
    button.click()
    page.get_by_text("Innloggingen lyktes ikke").wait_for(timeout=60_000)
