"""Questions asked in a real browser."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from assistant.texts import text
from tests.browser.driving.doing import ask, bring_to, settle
from tests.making.servers.model_server import ModelServer, drips, model_server, says_nothing
from tests.making.servers.serving import served

QUESTION = "Hva anbefales om bruk av tolk på legekontoret?"


def test_a_question_gets_an_answer_with_a_numbered_source(page: Page) -> None:
    ask(page, QUESTION)
    expect(page.locator(".ka-answer")).to_contain_text("[1]")


def test_an_answer_is_announced_once_and_begins_at_the_top(page: Page) -> None:
    page.evaluate("""() => { window.said = []; const region = document.getElementById("announcements");
        new MutationObserver(() => window.said.push(region.textContent)).observe(region, {childList: true}); }""")
    ask(page, QUESTION)
    page.get_by_text("Spør i alle rapporter").click()  # the page is drawn again, and says nothing again
    settle(page)
    said = page.evaluate("window.said")
    assert len(said) == 1
    assert said[0].startswith("Svaret er klart.")
    assert 0 <= page.locator("h2.question").bounding_box()["y"] < 150


@pytest.fixture(scope="module")
def slow(environment: dict[str, str]) -> Iterator[tuple[str, ModelServer]]:
    """The app with a language model that takes its time, and that model."""
    with model_server(drips) as model:
        settings = {"ASSISTANT_MODEL__ENDPOINT": model.url, "ASSISTANT_MODEL__NAME": "m"}
        # Slow enough for a person to be ahead of the page.
        with served(environment | settings | {"ODD_SLOW": "0.7"}, "tests.making.servers.odd_streamlit") as url:
            yield url, model


@pytest.fixture
def slow_page(browser: Browser, slow: tuple[str, ModelServer]) -> Iterator[Page]:
    """A fresh visit to the app with the slow model."""
    slow[1].behaviours[:] = [drips]
    with browser.new_context(locale="nb-NO") as context:
        page = context.new_page()
        page.set_default_timeout(60_000)
        bring_to(page, slow[0], "ask")
        yield page


def test_an_answer_that_is_stopped_can_be_asked_for_again(slow_page: Page, slow: tuple[str, ModelServer]) -> None:
    slow_page.get_by_test_id("stChatInputTextArea").fill(QUESTION)
    slow_page.keyboard.press("Enter")
    slow_page.get_by_text("Leter i 3 rapporter …").wait_for()
    slow_page.get_by_test_id("stChatInputStopButton").click()
    expect(slow_page.get_by_text(text("stopped", "nb"))).to_be_visible()
    expect(slow_page.get_by_test_id("stChatInputTextArea")).to_be_focused()
    assert slow_page.locator(".ka-answer").count() == 0
    slow[1].behaviours[:] = [says_nothing]
    slow_page.get_by_role("button", name="Spør på nytt").click()
    slow_page.locator(".ka-answer").wait_for()
    expect(slow_page.locator("h2.question")).to_have_text(QUESTION)


def test_a_question_that_is_stopped_in_its_first_moment_stays(slow_page: Page) -> None:
    slow_page.evaluate("""() => new MutationObserver((_, observer) => {
        const stop = document.querySelector("[data-testid=stChatInputStopButton]");
        if (stop) { observer.disconnect(); stop.click(); }
    }).observe(document.body, {subtree: true, childList: true})""")
    slow_page.get_by_test_id("stChatInputTextArea").fill(QUESTION)
    slow_page.keyboard.press("Enter")
    expect(slow_page.get_by_text(text("stopped", "nb"))).to_be_visible()
    expect(slow_page.locator("h2.question")).to_have_text(QUESTION)
    expect(slow_page.get_by_role("button", name="Spør på nytt")).to_be_visible()
    expect(slow_page.get_by_test_id("stChatInputTextArea")).to_be_focused()


def test_shift_and_enter_break_the_line(page: Page) -> None:
    field = page.get_by_test_id("stChatInputTextArea")
    field.press_sequentially("Hva fant de")
    field.press("Shift+Enter")
    field.press_sequentially("om tolk?")
    assert field.input_value() == "Hva fant de\nom tolk?"
    assert page.locator("h2.question").count() == 0


def test_the_switch_changes_the_language_of_the_page_for_good(page: Page, app_url: str) -> None:
    assert page.locator("html").get_attribute("lang") == "nb"
    page.get_by_text("Nynorsk").click()
    expect(page.locator("html")).to_have_attribute("lang", "nn")
    expect(page.get_by_test_id("stChatInputSubmitButton")).to_have_attribute("aria-label", "Send spørsmålet")
    page.get_by_role("link", name="Om svara").click()
    expect(page).to_have_title("Om svara – Kunnskapsassistenten")
    expect(page).to_have_url(re.compile(r"/om\?lang=nn$"))
    page.reload()
    expect(page.locator("html")).to_have_attribute("lang", "nn")
    expect(page.locator("h1")).to_have_text("Om svara")
    page.goto(app_url)
    expect(page.locator("html")).to_have_attribute("lang", "nn")
    expect(page.get_by_role("link", name="Om svara")).to_be_visible()


def test_a_filter_stays_open_while_it_is_set_and_stays_set(page: Page) -> None:
    button = page.locator(".st-key-filters button")
    button.click()
    page.get_by_text("Undersøkelse (1)").click()
    settle(page)
    expect(button).to_contain_text("1 av 3 rapporter")
    expect(page.get_by_test_id("stPopoverBody")).to_be_visible()
    page.keyboard.press("Escape")
    ask(page, "Hva fant de om norskopplæring?")
    expect(button).to_contain_text("1 av 3 rapporter")


def test_the_page_asks_no_other_host(page: Page, app_url: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    page.get_by_test_id("stChatInputTextArea").wait_for()
    ask(page, "Hva fant de om tolkebruk?")
    for name in ("Rapporter", "Om svarene", "Tilgjengelighet"):
        page.get_by_role("link", name=name).click()
        expect(page).to_have_title(f"{name} – Kunnskapsassistenten")
        settle(page)
    outside = [url for url in asked if not url.startswith((app_url, app_url.replace("http", "ws"), "data:", "blob:"))]
    assert outside == []
