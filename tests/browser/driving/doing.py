"""What a user does, and waiting until the page has done its part."""

from playwright.sync_api import Page

from tests.making.servers.serving import TOKEN

PATHS = {
    "ask": "/",
    "reports": "/rapporter",
    "collections": "/samling",
    "about": "/om",
    "accessibility": "/tilgjengelighet",
}
STATES = (
    "answer",
    "abstained",
    "filters",
    "held",
    "export",
    "viewer",
    "source",
    "upload",
    "collection",
    "studies",
    "overview",
)
_ADVICE = "Hva anbefales om bruk av tolk på legekontoret?"
ASKED = dict.fromkeys(("answer", "export", "viewer", "source", "collection"), _ADVICE) | {
    "abstained": "Hvor mange isbjørner bor på Svalbard?",
    "overview": "Gi meg en oversikt over alt om tolk",
}
_STILL = """() => document.querySelector('[data-test-script-state=notRunning]')
    && !document.querySelector('[data-testid=stSpinner], [data-stale=true]')"""


def settle(page: Page) -> None:
    """Wait until nothing is running any more."""
    page.wait_for_timeout(150)
    page.wait_for_function(_STILL)
    page.wait_for_timeout(150)
    page.wait_for_function(_STILL)


def still(page: Page) -> None:
    """Wait until nothing slides or fades any more."""
    page.evaluate("() => Promise.allSettled(document.getAnimations().map((one) => one.finished))")


def ask(page: Page, question: str) -> None:
    """Ask, and wait for the answer."""
    answers = page.locator(".ka-answer")
    number = answers.count()
    page.get_by_test_id("stChatInputTextArea").fill(question)
    page.keyboard.press("Enter")
    answers.nth(number).wait_for(state="attached")  # empty where a table says it all
    settle(page)


def open_source(page: Page) -> None:
    """Open the first source of the answer, and wait until it is drawn."""
    page.locator("a.ka-ref").first.click()
    page.locator(".st-key-source-panel .ka-source-head").wait_for()
    settle(page)
    still(page)


def bring_to(page: Page, url: str, state: str) -> None:
    """Bring the page into one of its states: a page's name or one of STATES."""
    if state == "upload":
        page.goto(f"{url}/?token={TOKEN}")
    page.goto(url + PATHS.get(state, "/rapporter" if state == "upload" else "/"))
    page.locator("h1").first.wait_for()
    settle(page)
    if state in ASKED:
        ask(page, ASKED[state])
    if state == "filters":
        page.locator(".st-key-filters button").click()
        page.get_by_test_id("stPopoverBody").wait_for()
    if state == "export":
        page.get_by_role("button", name="Ta med deg svaret").click()
        page.get_by_test_id("stCode").wait_for()
    if state == "viewer":
        open_source(page)
    if state == "source":
        page.goto(f"{url}/{page.locator('a.ka-ref').first.get_attribute('href')}")
        page.locator(".ka-source-head").wait_for()
    if state == "held":
        page.get_by_test_id("stChatInputTextArea").fill("Hva fant de om tolk? Ring meg på 412 34 567")
        page.keyboard.press("Enter")
        page.get_by_role("alert").wait_for()
    if state == "upload":
        page.get_by_text("Legg til eller oppdater rapporter").click()
        page.locator("input[type=file]").wait_for(state="attached")
    if state == "collection":
        page.locator("button.ka-keep").first.click()
        page.locator("button.ka-keep[aria-pressed=true]").first.wait_for()
        settle(page)
        page.goto(f"{url}/samling")
        page.locator(".piece").first.wait_for()
    if state in ("studies", "study"):
        page.goto(f"{url}/rapporter")
        page.get_by_text("Studier og kapitler").click()
        page.locator(".st-key-studies").wait_for()
    if state == "study":  # where a report holds studies
        page.locator(".st-key-studies [data-testid=stPageLink-NavLink]").first.click()
        page.locator(".study-told").wait_for()
    if state in STATES:
        settle(page)
        still(page)
