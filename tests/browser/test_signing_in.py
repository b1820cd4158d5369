"""Signing in with a provider of OpenID Connect that runs on this machine."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from assistant.settings import Settings
from tests.browser.doing import settle
from tests.making.oidc import Provider, provider
from tests.making.serving import served

QUESTION = "Hva anbefales om bruk av tolk på legekontoret?"


@pytest.fixture(scope="module")
def oidc() -> Iterator[Provider]:
    with provider() as running:
        yield running


@pytest.fixture(scope="module")
def url(library: Settings, oidc: Provider, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("signing-in")
    environment = {
        "ASSISTANT_INDEX_DIR": str(library.index_dir),
        "ASSISTANT_CONVERSATIONS__FILE": str(folder / "c.sqlite"),
        "ASSISTANT_APP__SIGN_IN": "true",
        "ASSISTANT_APP__MANAGE_REPORTS": '["kari@kommune.no"]',
        "STREAMLIT_SECRETS_FILES": str(oidc.secrets_file(folder)),
    }
    with served(environment) as address:
        yield address.replace("127.0.0.1", "localhost")


def signed_in(browser: Browser, url: str, oidc: Provider, name: str) -> Page:
    """A fresh browser in which this user has signed in."""
    oidc.user = {"sub": name, "name": name.title(), "email": f"{name}@kommune.no"}
    page = browser.new_context(locale="nb-NO").new_page()
    page.set_default_timeout(60_000)
    page.goto(url)
    page.get_by_role("button", name="Logg inn").click()
    page.get_by_text(f"Logget inn som {name.title()}").wait_for()
    return page


def test_users_sign_in_and_see_their_own_conversations_alone(browser: Browser, url: str, oidc: Provider) -> None:
    kari = signed_in(browser, url, oidc, "kari")
    kari.get_by_test_id("stChatInputTextArea").fill(QUESTION)
    kari.keyboard.press("Enter")
    expect(kari.get_by_role("button", name=QUESTION)).to_be_visible(timeout=60_000)  # the models are loaded first
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


def test_only_listed_users_manage_reports(browser: Browser, url: str, oidc: Provider) -> None:
    for name, count in (("kari", 1), ("ola", 0)):
        page = signed_in(browser, url, oidc, name)
        page.get_by_role("link", name="Rapporter").click()
        page.get_by_role("heading", name="Tolking i helsetjenesten 2021").wait_for()
        settle(page)
        expect(page.get_by_text("Legg til eller oppdater rapporter")).to_have_count(count)


def test_who_signs_out_must_sign_in_again(browser: Browser, url: str, oidc: Provider) -> None:
    page = signed_in(browser, url, oidc, "kari")
    page.get_by_role("button", name="Logg ut").click()
    page.get_by_role("button", name="Logg inn").wait_for()
