"""What WCAG 2.1 AA asks for and a machine can see."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize

from tests.browser.driving.doing import ASKED, PATHS, STATES, ask, bring_to, open_source, settle

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}
WIDE = ViewportSize(width=1280, height=900)
NARROW = ViewportSize(width=320, height=640)  # what 400 % leaves of 1280
OVERFLOW = """() => [document.documentElement, document.querySelector("main")]
    .map((element) => element.scrollWidth - element.clientWidth)"""
UNFOLD = "() => document.querySelectorAll('main details').forEach((one) => { one.open = true; })"
_FROM_THE_TOP = (
    "() => { document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex'); }"
)
_FOCUS = """() => {
    const field = document.activeElement.closest("[data-testid=stChatInput]");
    const style = getComputedStyle(field?.firstElementChild ?? document.activeElement);
    return [document.activeElement.getAttribute("aria-label") || document.activeElement.innerText || "",
            style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2];
}"""


@pytest.fixture(scope="module", params=["light", "dark"])
def seen(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A page in one of its two appearances: light on a wide screen, dark on a narrow one."""
    size = WIDE if request.param == "light" else NARROW
    context = browser.new_context(locale="nb-NO", viewport=size, color_scheme=request.param)
    opened = context.new_page()
    opened.set_default_timeout(60_000)
    yield opened
    context.close()


@pytest.mark.parametrize("state", [*PATHS, *STATES])
def test_nothing_keeps_people_out(seen: Page, app_url: str, state: str) -> None:
    """Axe finds nothing, with all that is folded unfolded, and nothing is scrolled sideways: one visit for both, since
    visits take long.
    """
    bring_to(seen, app_url, state)
    seen.evaluate(UNFOLD)
    found = Axe().run(seen, options=RULES).response["violations"]
    assert [(one["id"], [node["target"] for node in one["nodes"]]) for one in found] == []
    assert max(seen.evaluate(OVERFLOW)) <= 0


def test_the_keyboard_goes_through_the_page_in_order_and_can_be_seen(page: Page) -> None:
    focused = []
    page.evaluate(_FROM_THE_TOP)  # the field has the focus at first
    for _ in range(30):
        page.keyboard.press("Tab")
        name, visible = page.evaluate(_FOCUS)
        assert visible, name
        focused.append(name.split("\n")[0])
        if page.evaluate("document.activeElement.dataset.testid") == "stChatInputTextArea":
            break
    wanted = ["Hopp til innholdet", "Spør", "Rapporter", "Ny samtale", "Bokmål", "Spør i alle rapporter (3)"]
    assert list(dict.fromkeys(name for name in focused if name in wanted)) == wanted  # a door is called "Spør" too
    assert focused[-1].startswith("Spør om funn")


def test_enlarged_to_400_percent_there_is_room_for_what_is_read(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 225})
    ask(page, ASKED["answer"])
    open_source(page)  # a marker that is covered cannot be pressed


def test_a_letter_by_itself_does_nothing(page: Page) -> None:
    page.evaluate("""() => { window.runs = 0; new MutationObserver(() => window.runs++).observe(
        document.querySelector("[data-testid=stApp]"), {attributeFilter: ["data-test-script-state"]}); }""")
    page.locator("h1").click()
    for key in ("r", "c"):
        page.keyboard.press(key)
    settle(page)
    assert page.evaluate("window.runs") == 0
    assert page.get_by_role("dialog").count() == 0
