"""Takes the pictures in the README: `make screenshots`, with the app's index made and Chromium installed."""

import os
import shutil
import sys

from playwright.sync_api import sync_playwright

from tests.making.serving import ROOT, served

QUESTION = "Hva anbefales kommunene for at avtalt selvbosetting skal fungere bedre?"


def main() -> None:
    """Serve the app on a free port, ask one question, and save what is seen."""
    with served({}) as url:
        _take(url)


def _take(url: str) -> None:
    chromium = shutil.which("chromium") or sys.exit("There is no Chromium here: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-background-networking"]
        )
        page = browser.new_context(locale="nb-NO", viewport={"width": 1100, "height": 1500}).new_page()
        page.set_default_timeout(90_000)
        page.goto(url)
        page.get_by_test_id("stChatInputTextArea").fill(QUESTION)
        page.keyboard.press("Enter")
        first = page.get_by_test_id("stExpander").first
        first.wait_for()
        first.locator("summary").click()
        page.locator("mark").first.wait_for()
        page.wait_for_timeout(600)
        page.screenshot(path=os.fspath(ROOT / "docs" / "answer.png"))
        browser.close()


if __name__ == "__main__":
    main()
