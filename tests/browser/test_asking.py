"""A question asked in a real browser."""

from playwright.sync_api import Page, expect


def ask(page: Page, question: str) -> None:
    page.get_by_test_id("stChatInputTextArea").fill(question)
    page.keyboard.press("Enter")


def test_a_question_gets_an_answer_with_a_numbered_source(page: Page) -> None:
    ask(page, "Hva anbefales kommunene om bruk av tolk?")
    expect(page.get_by_test_id("stChatMessageContent").nth(1)).to_contain_text("[1]")
    expect(page.get_by_test_id("stExpander").first).to_contain_text("[1]")


def test_a_source_opens_to_the_passage_with_the_quote_marked(page: Page) -> None:
    ask(page, "Hva anbefales kommunene om bruk av tolk?")
    page.get_by_test_id("stExpander").first.locator("summary").click()
    quote = page.locator("mark").first
    expect(quote).to_be_visible()
    answer = page.get_by_test_id("stChatMessageContent").nth(1).inner_text()
    assert quote.inner_text() in answer


def test_the_page_asks_no_other_host(page: Page, app_url: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    page.get_by_test_id("stChatInputTextArea").wait_for()
    ask(page, "Hva fant de om tolkebruk?")
    page.get_by_test_id("stExpander").first.wait_for()
    outside = [url for url in asked if not url.startswith((app_url, app_url.replace("http", "ws"), "data:", "blob:"))]
    assert outside == []
