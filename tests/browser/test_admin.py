"""The page for administrators in a browser: nothing keeps people out, and feedback becomes a figure."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.browser.driving.doing import ask, settle
from tests.browser.test_accessibility import NARROW, OVERFLOW, RULES, WIDE
from tests.making.servers.serving import TOKEN, served

PARTS = ("Rapporter", "Tilbakemeldinger", "Versjoner", "Bruk", "Innstillinger")
QUESTION = "Hva anbefales om bruk av tolk på legekontoret?"


@pytest.fixture(scope="module")
def url(environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("admin")
    own = {"ASSISTANT_GOLD_DIR": str(folder / "gold"), "ASSISTANT_CONVERSATIONS__FILE": str(folder / "c.sqlite")}
    with served(environment | own) as address:
        yield address


def visit(browser: Browser, url: str, size: ViewportSize = WIDE, scheme: str = "light") -> Page:
    """A browser that opened the link of whoever runs the service."""
    context = browser.new_context(locale="nb-NO", viewport=size, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.set_default_timeout(120_000)
    page.goto(f"{url}/?token={TOKEN}")
    page.get_by_test_id("stChatInputTextArea").wait_for()
    return page


def go_to(page: Page, url: str, part: str) -> None:
    page.goto(f"{url}/administrasjon")
    page.get_by_role("radio", name=part).click()
    page.get_by_role("radio", name=part, checked=True).wait_for()
    settle(page)


def test_feedback_becomes_a_gold_question_that_is_tried(browser: Browser, url: str) -> None:
    page = visit(browser, url)
    ask(page, QUESTION)
    page.get_by_role("button", name="Nei", exact=True).click()
    settle(page)
    go_to(page, url, "Tilbakemeldinger")
    page.locator(".stMainBlockContainer").get_by_role("checkbox").first.check(force=True)
    settle(page)
    page.get_by_role("button", name="Legg i fasiten").click()
    page.get_by_text("I fasiten, med 1 riktige sitater.").wait_for()
    page.get_by_role("button", name="Prøv fasiten nå").click()
    table = page.get_by_role("region", name="Forrige og siste prøve")
    expect(table.get_by_role("row", name="Riktige sitater som er med i svaret")).to_contain_text(
        "1,00", timeout=600_000
    )


@pytest.mark.parametrize(("size", "scheme"), [(WIDE, "light"), (NARROW, "dark")], ids=["light", "dark"])
def test_nothing_keeps_people_out(browser: Browser, url: str, size: ViewportSize, scheme: str) -> None:
    page = visit(browser, url, size, scheme)
    for part in PARTS:
        go_to(page, url, part)
        found = Axe().run(page, options=RULES).response["violations"]
        assert [(part, one["id"], [node["target"] for node in one["nodes"]]) for one in found] == []
        assert max(page.evaluate(OVERFLOW)) <= 0, part
