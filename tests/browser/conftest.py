"""The app served for real, and headless Chromium to look at it with."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from assistant.settings import Settings
from tests.making.servers.serving import TOKEN, served

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = ("--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync")

expect.set_options(timeout=60_000)  # the machine may be busy with other things


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark these tests, and skip them where there is no browser unless one is required."""
    required = os.environ.get("ASSISTANT_TEST_BROWSER") == "required"
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            if CHROMIUM is None and not required:
                item.add_marker(pytest.mark.skip(reason="no Chromium here: apt-get install chromium"))


@pytest.fixture(scope="session")
def environment(library: Settings, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What the app is served with: the three small reports, and a store of its own."""
    conversations = tmp_path_factory.mktemp("conversations") / "conversations.sqlite"
    return {
        "ASSISTANT_INDEX_DIR": str(library.index_dir),
        "ASSISTANT_CONVERSATIONS__FILE": str(conversations),
        "ASSISTANT_APP__TOKEN": TOKEN,
    }


@pytest.fixture(scope="session")
def app_url(environment: dict[str, str]) -> Iterator[str]:
    """The app on a free port of this machine, over the three small reports."""
    with served(environment) as url:
        yield url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Headless Chromium."""
    assert CHROMIUM, "no Chromium here: apt-get install chromium"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser, app_url: str) -> Iterator[Page]:
    """A fresh visit to the app, its first page drawn."""
    context = browser.new_context(locale="nb-NO", viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    opened.set_default_timeout(60_000)
    opened.goto(app_url)
    opened.get_by_test_id("stChatInputTextArea").wait_for()
    yield opened
    context.close()
