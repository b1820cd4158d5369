"""Takes the pictures in the README: `make screenshots`, with the app's index made and Chromium installed.

python -m docs.screenshots               # docs/answer.png, docs/source.png, docs/phone.png
python -m docs.screenshots --every DIR   # every page and state, wide and narrow, light and dark, to look through
"""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from tests.browser.doing import PATHS, STATES, ask, bring_to, open_source
from tests.making.serving import ROOT, served

QUESTION = "Hva anbefales kommunene for at avtalt selvbosetting skal fungere bedre?"
WIDE, PHONE = ViewportSize(width=1280, height=900), ViewportSize(width=390, height=844)


def main() -> None:
    """Serve the app on a free port and save what is seen."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--every", type=Path, metavar="DIR", help="a folder for pictures of every page and state")
    chosen = parser.parse_args()
    chromium = shutil.which("chromium") or sys.exit("There is no Chromium here: apt-get install chromium")
    with (
        tempfile.TemporaryDirectory() as scratch,
        served({"ASSISTANT_CONVERSATIONS__FILE": f"{scratch}/conversations.sqlite"}) as url,
        sync_playwright() as playwright,
    ):
        flags = ["--no-sandbox", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=chromium, args=flags)
        if chosen.every:
            _every(browser, url, chosen.every)
        else:
            _for_readme(browser, url)
        browser.close()


def _for_readme(browser: Browser, url: str) -> None:
    for name, size, scheme in (("answer", WIDE, "light"), ("phone", PHONE, "dark")):
        with _visit(browser, size, scheme) as page:
            bring_to(page, url, "ask")
            ask(page, QUESTION)
            page.screenshot(path=ROOT / "docs" / f"{name}.png")
            if size is WIDE:
                open_source(page)
                page.screenshot(path=ROOT / "docs" / "source.png")


def _every(browser: Browser, url: str, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for size in (WIDE, PHONE):
        for scheme in ("light", "dark"):
            for state in (*PATHS, *STATES):
                with _visit(browser, size, scheme) as page:
                    bring_to(page, url, state)
                    page.screenshot(path=folder / f"{state}-{size['width']}-{scheme}.png")


@contextmanager
def _visit(browser: Browser, size: ViewportSize, scheme: str) -> Iterator[Page]:
    context = browser.new_context(
        locale="nb-NO", viewport=size, color_scheme="dark" if scheme == "dark" else "light", device_scale_factor=1
    )
    page = context.new_page()
    page.set_default_timeout(90_000)
    yield page
    context.close()


if __name__ == "__main__":
    main()
