"""What is kept from one visit to the next, for each browser alone, and reports that are uploaded."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from assistant.texts import text
from tests.browser.driving.doing import settle
from tests.making.servers.serving import TOKEN, served

QUESTION = "Hva anbefales om bruk av tolk på legekontoret?"
REPORT = """\
# Svømmeopplæring for voksne 2024

## Funn

Kommunene med egne svømmekurs fikk 83 prosent av de påmeldte gjennom hele kurset.

## Anbefalinger

Kommunene bør holde svømmekurs om kvelden, slik at de som arbeider, kan delta.
"""


@contextmanager
def visit(browser: Browser, app_url: str) -> Iterator[Page]:
    """A browser of its own."""
    context = browser.new_context(locale="nb-NO", viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.set_default_timeout(60_000)
    page.goto(app_url)
    page.get_by_test_id("stChatInputTextArea").wait_for()
    yield page
    context.close()


def ask(page: Page, question: str) -> None:
    page.get_by_test_id("stChatInputTextArea").fill(question)
    page.keyboard.press("Enter")
    page.get_by_text("Var svaret til hjelp?").last.wait_for()


def test_a_reload_and_a_restart_keep_the_conversation(
    browser: Browser, app_url: str, environment: dict[str, str]
) -> None:
    with visit(browser, app_url) as page:
        ask(page, QUESTION)
        page.wait_for_url("**/?*samtale=*")
        page.reload()
        expect(page.get_by_role("heading", level=2, name=QUESTION)).to_be_visible(timeout=60_000)
        with served(environment) as another:
            page.goto(page.url.replace(app_url, another))
            expect(page.get_by_role("heading", level=2, name=QUESTION)).to_be_visible(timeout=60_000)


def test_one_browser_does_not_see_anothers_conversations(browser: Browser, app_url: str) -> None:
    with visit(browser, app_url) as anne, visit(browser, app_url) as bjarne:
        ask(anne, QUESTION)
        anne.wait_for_url("**/?*samtale=*")
        bjarne.goto(anne.url)
        bjarne.get_by_test_id("stChatInputTextArea").wait_for()
        settle(bjarne)
        expect(bjarne.get_by_text(QUESTION)).to_have_count(0)


def test_no_script_reads_the_cookie(browser: Browser, app_url: str) -> None:
    with visit(browser, app_url) as page:
        assert "visitor" in {cookie["name"] for cookie in page.context.cookies()}
        assert "visitor" not in page.evaluate("document.cookie")


def test_a_report_is_uploaded_asked_and_removed(browser: Browser, tmp_path: Path) -> None:
    report = tmp_path / "svømming.md"
    report.write_text(REPORT, encoding="utf-8")
    fake = tmp_path / "falsk.pdf"
    fake.write_bytes(b"no pdf")
    environment = {
        "ASSISTANT_INDEX_DIR": str(tmp_path / "index"),
        "ASSISTANT_CORPUS_DIR": str(tmp_path / "corpus"),
        "ASSISTANT_UPLOADS__DIR": str(tmp_path / "uploads"),
        "ASSISTANT_CONVERSATIONS__KEEP_DAYS": "0",
        "ASSISTANT_APP__TOKEN": TOKEN,
    }
    with served(environment) as url:
        context = browser.new_context(locale="nb-NO", viewport={"width": 1280, "height": 1200})
        page = context.new_page()
        page.set_default_timeout(120_000)  # the model is loaded twice on the way
        page.goto(f"{url}/rapporter")
        page.get_by_role("link", name="Rapporter").wait_for()
        settle(page)
        expect(page.get_by_text("Legg til eller oppdater rapporter")).to_have_count(0)
        page.goto(f"{url}/?token={TOKEN}")
        page.goto(f"{url}/rapporter")
        page.get_by_text("Legg til eller oppdater rapporter").click()
        page.locator("input[type=file]").set_input_files([report, fake])
        page.get_by_text(fake.name).wait_for()
        page.get_by_role("button", name=text("upload", "nb"), exact=True).click()
        page.get_by_text("Lagt inn: Svømmeopplæring for voksne 2024").wait_for()
        expect(page.get_by_text("«falsk.pdf» ble ikke lagt inn")).to_be_visible()
        page.get_by_role("button", name="Spør i denne rapporten").click()
        page.get_by_test_id("stChatInputTextArea").fill("Når bør svømmekurs holdes?")
        page.keyboard.press("Enter")
        expect(page.get_by_text("svømmekurs om kvelden").first).to_be_visible(timeout=120_000)
        page.get_by_role("link", name="Rapporter").click()
        page.get_by_role("button", name="Fjern", exact=True).click()
        page.get_by_role("button", name="Fjern rapporten").click()
        page.get_by_text("Fjernet: Svømmeopplæring for voksne 2024").wait_for()
        assert not (tmp_path / "uploads" / report.name).exists()
        context.close()
