"""What a user sees of a page that fails, and of one whose server has just begun."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from assistant.texts import text
from tests.browser.driving.doing import settle
from tests.making.servers.proxy import NGINX, TYPES, without_websockets
from tests.making.servers.serving import served


@pytest.fixture(scope="module")
def failing(environment: dict[str, str]) -> Iterator[str]:
    """The app with a page that fails as a bug would make it."""
    with served(environment | {"ODD_FAILING": "yes"}, "tests.making.servers.odd_streamlit") as url:
        yield url


def test_a_page_that_fails_says_so_in_the_users_words_alone(page: Page, failing: str) -> None:
    page.goto(f"{failing}/om?lang=nn")
    expect(page.get_by_role("alert")).to_have_text(text("something_failed_page", "nn"))
    settle(page)
    shown = page.locator("body").inner_text()
    assert "Traceback" not in shown
    assert "a bug in the page" not in shown
    assert "RuntimeError" not in shown
    page.get_by_role("link", name="Spør").click()
    expect(page.get_by_test_id("stChatInputTextArea")).to_be_visible()


@pytest.mark.parametrize(("path", "said"), [("borte", "unknown_page"), ("administrasjon", "admin_closed")])
def test_an_address_that_leads_nowhere_says_so_and_leads_on(page: Page, app_url: str, path: str, said: str) -> None:
    page.goto(f"{app_url}/{path}?lang=nn")
    expect(page.get_by_text(text(said, "nn"))).to_be_visible()
    page.get_by_role("link", name=text("to_start", "nn")).click()
    expect(page.get_by_test_id("stChatInputTextArea")).to_be_visible()


def test_the_page_is_there_while_the_models_are_loading(browser: Browser, environment: dict[str, str]) -> None:
    odd = environment | {"ODD_LOADING": "15"}
    with served(odd, "tests.making.servers.odd_streamlit") as url, browser.new_context(locale="nb-NO") as context:
        page = context.new_page()
        page.set_default_timeout(60_000)
        page.goto(url)
        page.get_by_test_id("stChatInputTextArea").fill("Hva anbefales om bruk av tolk på legekontoret?")
        page.keyboard.press("Enter")
        page.get_by_text(text("loading", "nb")).wait_for()
        page.get_by_test_id("stChatInputStopButton").click()
        expect(page.get_by_text(text("stopped", "nb"))).to_be_visible()
        page.get_by_role("button", name=text("ask_again", "nb")).click()
        expect(page.locator(".ka-answer")).to_contain_text("[1]", timeout=60_000)


@pytest.mark.skipif(NGINX is None or not TYPES.exists(), reason="nginx is not installed")
def test_behind_a_proxy_that_lets_no_websocket_through_it_says_so(
    browser: Browser, app_url: str, tmp_path: Path
) -> None:
    with without_websockets(app_url, tmp_path) as url, browser.new_context(locale="nb-NO") as context:
        page = context.new_page()
        page.goto(url, timeout=120_000, wait_until="commit")
        page.get_by_text(text("unreached", "nb")).wait_for(timeout=120_000)
