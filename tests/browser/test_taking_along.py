"""Answers taken along, and questions that are held back, in a real browser."""

import io

from docx import Document
from playwright.sync_api import Page, expect

from tests.browser.driving.doing import ask, settle

QUESTION = "Hva anbefales om bruk av tolk på legekontoret?"


def test_an_answer_is_copied_and_downloaded_with_its_sources(page: Page) -> None:
    ask(page, QUESTION)
    page.get_by_role("button", name="Ta med deg svaret").click()
    expect(page.get_by_test_id("stPopoverBody").get_by_test_id("stCode")).to_contain_text("Referanser")
    with page.expect_download() as download:
        page.get_by_role("button", name="Last ned som Word-fil").click()
    word = Document(io.BytesIO(download.value.path().read_bytes()))
    assert QUESTION in [paragraph.text for paragraph in word.paragraphs]


def test_a_question_with_personal_data_waits_for_a_choice(page: Page) -> None:
    field = page.get_by_test_id("stChatInputTextArea")
    field.fill(f"{QUESTION} Ring meg på 412 34 567")
    field.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("telefonnummer")
    assert page.locator("h2.question").count() == 0
    page.get_by_role("button", name="Spør uten dem").click()
    page.locator(".ka-answer").wait_for()
    settle(page)
    assert "412" not in page.locator("h2.question").inner_text()
