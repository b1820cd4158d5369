"""Takes the pictures in the README: `make screenshots`, with the app's index made and Chromium installed."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
QUESTION = "Hva anbefales kommunene for at avtalt selvbosetting skal fungere bedre?"


def main() -> None:
    """Serve the app on a free port, ask one question, and save what is seen."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    server = subprocess.Popen(command, cwd=ROOT)
    try:
        _wait_for(f"http://127.0.0.1:{port}/_stcore/health")
        _take(f"http://127.0.0.1:{port}")
    finally:
        server.terminate()
        server.wait(timeout=20)


def _wait_for(url: str) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            urllib.request.urlopen(url, timeout=2).close()
            return
        except OSError:
            time.sleep(0.3)


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
