"""An overview as a page of its own, in a real browser."""

import io
import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from openpyxl import load_workbook
from playwright.sync_api import Browser, Page, ViewportSize, expect

from assistant.texts import text
from tests.browser.driving.doing import ask, settle
from tests.browser.test_accessibility import OVERFLOW, RULES
from tests.making.servers.serving import served

ADDRESS = "/oversikt?tema=alt+om+kommunene"


def open_at(page: Page, url: str) -> None:
    page.goto(url)
    page.locator(".ka-rows tbody th").first.wait_for()
    settle(page)


def rows(page: Page) -> list[str]:
    return page.locator(".ka-rows tbody th").all_inner_texts()


def test_it_is_opened_from_the_conversation_and_found_again(page: Page) -> None:
    ask(page, "Gi meg en oversikt over alt om tolk")
    page.get_by_role("link", name=text("open_as_page", "nb")).click()
    expect(page).to_have_url(re.compile(r"/oversikt\?.*som=overview"))
    expect(page).to_have_title("Oversikt: tolk – Kunnskapsassistenten")
    settle(page)  # the title is there before the table
    there = rows(page)
    open_at(page, page.url)
    assert rows(page) == there
    page.locator("a.ka-ref").first.click()
    expect(page.locator(".st-key-source-panel .ka-source-head")).to_be_visible()


def test_back_and_forward_go_through_what_was_chosen(page: Page, app_url: str) -> None:
    open_at(page, f"{app_url}{ADDRESS}")
    groups = page.locator(".ka-rows th[scope=rowgroup]").filter(has_text="2022")
    page.get_by_role("combobox", name=text("overview_group", "nb")).click()
    page.get_by_role("option", name=text("group_year", "nb"), exact=True).click()
    expect(groups.first).to_contain_text("2022")
    expect(page).to_have_url(re.compile("grupper=year"))
    settle(page)
    page.go_back()
    expect(groups).to_have_count(0)
    page.go_forward()
    expect(groups.first).to_contain_text("2022")


def test_the_file_holds_what_is_chosen_with_links_to_this_app(page: Page, app_url: str) -> None:
    open_at(page, f"{app_url}{ADDRESS}&kolonner=year,source")
    with page.expect_download() as download:
        page.get_by_role("button", name=text("export_excel", "nb")).click()
    sheet = load_workbook(io.BytesIO(download.value.path().read_bytes())).worksheets[0]
    assert [cell.value for cell in sheet[1]] == ["Studie eller kapittel", "År", "Temaet", "Kilde"]
    assert sheet["D2"].hyperlink.target.startswith(f"{app_url}/kilde?")


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 320)])
def test_it_keeps_nobody_out(browser: Browser, app_url: str, scheme: str, width: int) -> None:
    with browser.new_context(
        locale="nb-NO",
        viewport=ViewportSize(width=width, height=800),
        color_scheme="dark" if scheme == "dark" else "light",
    ) as context:
        page = context.new_page()
        page.set_default_timeout(60_000)
        open_at(page, f"{app_url}{ADDRESS}&grupper=kind&kolonner=by,year,kind,finding,recommendation,source")
        found = Axe().run(page, options=RULES).response["violations"]
        assert [(one["id"], [node["target"] for node in one["nodes"]]) for one in found] == []
        assert max(page.evaluate(OVERFLOW)) <= 0


@pytest.fixture(scope="module")
def slow_url(environment: dict[str, str]) -> Iterator[str]:
    """The app, which takes seconds for each report that it goes through."""
    with served(environment | {"ODD_REPORTS": "3"}, "tests.making.servers.odd_streamlit") as url:
        yield url


def test_it_says_how_far_it_has_come_and_can_be_stopped(browser: Browser, slow_url: str) -> None:
    with browser.new_context(locale="nb-NO") as context:
        page = context.new_page()
        page.set_default_timeout(60_000)
        page.goto(f"{slow_url}{ADDRESS}")
        page.get_by_text(re.compile("Gått gjennom [12] av 3 rapporter")).wait_for()
        page.get_by_role("button", name=text("stop", "nb"), exact=True).click()
        expect(page.get_by_text(text("overview_stopped", "nb"))).to_be_visible()
        settle(page)
        assert page.locator(".ka-rows").count() == 0
        page.get_by_role("button", name=text("overview_again", "nb")).click()
        expect(page.locator(".ka-rows")).to_be_visible()
