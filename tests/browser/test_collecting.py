"""Pieces of answers kept with a click, ordered, and taken along as one file."""

import io
import zipfile

from playwright.sync_api import Page, expect

from tests.browser.doing import ask, settle


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
