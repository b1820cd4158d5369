"""How long people wait for the page to be there and to answer a press, as the browser itself counts it.

    python -m tests.browser.driving.paints [--url http://localhost:8501] [--rounds 5]

First contentful paint with an empty cache and with a full one, and when the field can be written in; then what is done
most (writing, opening a menu, a source, another page): from the press to the next paint, the longest of each, its
median over the rounds. Without an address the app is served here, over the index that is set.

Keys are timed to the frame that follows them: Chromium holds its own entries for keys in a field back until
something else is pressed, and counts the time in between as theirs.
"""

import argparse
import statistics
import sys
import tempfile
from contextlib import ExitStack

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.conftest import CHROMIUM, QUIET
from tests.browser.driving.doing import ask, settle
from tests.making.servers.serving import served

_OBSERVE = """
    window.presses = []
    window.keys = []
    addEventListener("keydown", (event) => requestAnimationFrame(() => {
      const drawn = new MessageChannel()
      drawn.port1.onmessage = () => window.keys.push(performance.now() - event.timeStamp)
      drawn.port2.postMessage(0)
    }), true)
    new PerformanceObserver((seen) => {
      for (const one of seen.getEntries()) if (one.interactionId && !one.name.startsWith("key")) {
        window.presses.push(one.duration)
      }
    }).observe({ type: "event", durationThreshold: 16, buffered: true })
"""
_PAINTED = """() => new Promise((done) => new PerformanceObserver((seen) => {
    const found = seen.getEntries().find((one) => one.name === "first-contentful-paint")
    if (found) done(found.startTime)
}).observe({ type: "paint", buffered: true }))"""
_NEXT_PAINT = "() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)))"
_FIELD = "stChatInputTextArea"
_BETWEEN_LETTERS = 100  # milliseconds, as of someone who types fast

Waits = dict[str, list[float]]  # milliseconds


def main() -> None:
    """Measure, and print a line each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--url", help="of an app that runs")
    parser.add_argument("--rounds", type=int, default=5)
    chosen = parser.parse_args()
    program = CHROMIUM or sys.exit("There is no Chromium here: apt-get install chromium")
    with ExitStack() as held:
        scratch = held.enter_context(tempfile.TemporaryDirectory())
        store = {"ASSISTANT_CONVERSATIONS__FILE": f"{scratch}/conversations.sqlite"}
        url = chosen.url or held.enter_context(served(store))
        browser = held.enter_context(sync_playwright()).chromium.launch(executable_path=program, args=list(QUIET))
        waits: Waits = {}
        for _ in range(chosen.rounds):
            _visit(browser, url, waits)
        browser.close()
    for name, found in waits.items():
        sys.stdout.write(f"{name:28} {statistics.median(found):6.0f} ms (longest {max(found):.0f})\n")


def _visit(browser: Browser, url: str, waits: Waits) -> None:
    with browser.new_context(locale="nb-NO") as context:
        context.add_init_script(_OBSERVE)
        page = context.new_page()
        page.set_default_timeout(120_000)
        for state in ("cold", "warm"):
            page.goto(url)
            waits.setdefault(f"first paint, {state}", []).append(page.evaluate(_PAINTED))
            page.get_by_test_id(_FIELD).wait_for()
            waits.setdefault(f"field there, {state}", []).append(page.evaluate("performance.now()"))
            settle(page)
        _press(page, waits)


def _press(page: Page, waits: Waits) -> None:
    def longest(name: str) -> None:
        page.evaluate(_NEXT_PAINT)
        found = page.evaluate("[...window.presses.splice(0), ...window.keys.splice(0)]")
        waits.setdefault(name, []).append(max(found, default=0.0))
        settle(page)

    page.get_by_test_id(_FIELD).press_sequentially("Hva fant de om tolk?", delay=_BETWEEN_LETTERS)
    longest("writing")
    page.locator(".st-key-filters button").click()
    longest("opening the filters")
    page.keyboard.press("Escape")
    ask(page, "Hva anbefales om bruk av tolk?")
    longest("asking")
    page.locator("a.ka-ref").first.click()
    page.locator(".st-key-source-panel .ka-source-head").wait_for()
    longest("opening a source")
    page.keyboard.press("Escape")
    longest("closing it")
    page.get_by_role("link", name="Rapporter").click()
    longest("going to another page")


if __name__ == "__main__":
    main()
