"""Takes the pictures of the page: `make screenshots`, with the app's index made and Chromium installed.

python -m docs.screenshots               # docs/answer.png, docs/source.png, docs/phone.png for the README; docs/pages/
python -m docs.screenshots --every DIR   # every page and state, wide and narrow, light and dark, to look through
"""

import argparse
import io
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from tests.browser.driving.doing import PATHS, STATES, ask, bring_to, open_source, settle
from tests.making.servers.serving import ROOT, served

QUESTION = "Hva anbefales kommunene for at avtalt selvbosetting skal fungere bedre?"
WIDE, PHONE = ViewportSize(width=1280, height=900), ViewportSize(width=390, height=844)
_SHOWN = (
    ("ask", WIDE, "light"),
    ("ask", PHONE, "dark"),
    ("answer", WIDE, "dark"),
    ("answer", PHONE, "light"),
    ("abstained", WIDE, "light"),
    ("overview", WIDE, "light"),
    ("overview", PHONE, "dark"),
    ("studies", WIDE, "dark"),
    ("study", WIDE, "light"),
    ("collection", PHONE, "light"),
    ("about", WIDE, "light"),
    ("export", WIDE, "light"),
)
_LONGEST = {WIDE["width"]: 1300, PHONE["width"]: 2200}  # pixels
_LENGTH = "document.querySelector('[data-testid=stMain]').scrollHeight"
_COLOURS = 32  # as few as keep the accents apart


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
            _pages(browser, url, ROOT / "docs" / "pages")
        browser.close()


def _for_readme(browser: Browser, url: str) -> None:
    for name, size, scheme in (("answer", WIDE, "light"), ("phone", PHONE, "dark")):
        with _visit(browser, size, scheme) as page:
            bring_to(page, url, "ask")
            ask(page, QUESTION)
            _save(page, ROOT / "docs" / f"{name}.png")
            if size is WIDE:
                open_source(page)
                _save(page, ROOT / "docs" / "source.png")


def _pages(browser: Browser, url: str, folder: Path) -> None:
    """The pages and states that users meet, each as long as it is."""
    folder.mkdir(exist_ok=True)
    for state, size, scheme in _SHOWN:
        with _visit(browser, size, scheme) as page:
            bring_to(page, url, state)
            page.set_viewport_size(
                {**size, "height": min(_LONGEST[size["width"]], max(size["height"], page.evaluate(_LENGTH)))}
            )
            settle(page)
            _save(page, folder / f"{state}-{size['width']}.png")


def _save(page: Page, path: Path) -> None:
    """A small picture: few colours, as the page has."""
    with Image.open(io.BytesIO(page.screenshot())) as picture:
        picture.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)


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
