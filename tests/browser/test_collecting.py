"""Pieces of answers kept with a click, ordered, and taken along as one file."""

import io
import zipfile

from playwright.sync_api import Browser, Page, expect

from tests.browser.driving.doing import ask, settle


def test_a_click_keeps_a_quote_that_a_reload_finds(page: Page) -> None:
    ask(page, "Hva anbefales om bruk av tolk på legekontoret?")
    first = page.locator("button.ka-keep").first
    first.click()
    expect(first).to_have_attribute("aria-pressed", "true")
    settle(page)
    page.reload()
    expect(page.locator("button.ka-keep").first).to_have_attribute("aria-pressed", "true")
    page.locator(".st-key-collections button").click()
    page.wait_for_url("**/samling?*")
    with page.expect_download() as download:
        page.get_by_role("button", name="Last ned som Word-fil").click()
    held = zipfile.ZipFile(io.BytesIO(download.value.path().read_bytes()))
    assert b"Referanser" in held.read("word/document.xml")
    assert "word/footnotes.xml" in held.namelist()


def test_a_second_click_takes_it_out_again(page: Page) -> None:
    ask(page, "Hva anbefales om bruk av tolk på legekontoret?")
    first, second = page.locator("button.ka-keep").nth(0), page.locator("button.ka-keep").nth(1)
    first.click()
    expect(first).to_have_attribute("aria-pressed", "true")
    second.click()
    expect(second).to_have_attribute("aria-pressed", "true")
    first.click()
    expect(first).to_have_attribute("aria-pressed", "false")
    expect(second).to_have_attribute("aria-pressed", "true")


def test_pieces_are_put_in_order_by_dragging(page: Page, app_url: str) -> None:
    ask(page, "Hva anbefales om bruk av tolk på legekontoret?")
    for number in (0, 1):
        page.locator("button.ka-keep").nth(number).click()
        expect(page.locator("button.ka-keep").nth(number)).to_have_attribute("aria-pressed", "true")
    page.goto(f"{app_url}/samling")
    words = page.locator(".piece-words")
    expect(words).to_have_count(2)
    settle(page)
    before = words.all_inner_texts()
    page.locator("[data-grip]").first.drag_to(page.get_by_role("button", name="Flytt opp").nth(1))
    expect(words.first).to_have_text(before[1])
    expect(words.nth(1)).to_have_text(before[0])


def test_a_shared_answer_opens_in_another_browser(page: Page, browser: Browser) -> None:
    ask(page, "Hva anbefales om bruk av tolk på legekontoret?")
    page.get_by_role("button", name="Del svaret").click()
    page.get_by_role("button", name="Lag lenke").click()
    link = page.get_by_test_id("stCode").inner_text()
    context = browser.new_context(locale="nb-NO")
    other = context.new_page()
    other.goto(link)
    other.get_by_role("heading", level=2, name="Hva anbefales om bruk av tolk på legekontoret?").wait_for()
    settle(other)
    expect(other.locator(".ka-answer")).to_be_visible()
    expect(other.locator("button.ka-keep").first).to_be_hidden()
    context.close()
