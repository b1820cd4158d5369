"""From a marker in the answer to the page of the PDF with the quote marked, and the same place from a shared link."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from assistant.settings import Settings
from ingest.api import ingest
from tests.browser.driving.doing import ask, settle
from tests.making.pdf import write_pdf
from tests.making.servers.serving import served

QUOTE = "Kommunene bør lage retningslinjer for bruk av tolk, og alle ansatte bør kjenne dem."
PLANTED = "Se <img src=x onerror='window.planted = true'> om bruk av tolk i alle kommunene."
PAGES = [
    ["Tolk i kommunene 2020", "Dette er en rapport om tolking i kommunene, skrevet av Prøvesenteret i 2020."],
    ["Funn", "Bare 37 prosent av kommunene har egne retningslinjer for bruk av tolk i møter.", PLANTED],
    ["Anbefalinger", *["Flere ord om noe annet enn det som spørres om her."] * 30, QUOTE],
]
QUESTION = "Hva anbefales om retningslinjer for bruk av tolk?"


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("evidence")
    settings = Settings(index_dir=folder / "index", corpus_dir=folder)
    ingest([write_pdf(folder / "tolk-2020.pdf", PAGES)], settings.index_dir, settings)
    conversations = str(folder / "conversations.sqlite")
    with served({"ASSISTANT_INDEX_DIR": str(settings.index_dir), "ASSISTANT_CONVERSATIONS__FILE": conversations}) as at:
        yield at


def visit(browser: Browser, url: str, width: int = 1280) -> Page:
    page = browser.new_context(locale="nb-NO", viewport={"width": width, "height": 800}).new_page()
    page.set_default_timeout(60_000)
    page.goto(url)
    return page


@pytest.fixture
def answered(browser: Browser, url: str) -> Iterator[Page]:
    page = visit(browser, url)
    ask(page, QUESTION)
    yield page
    page.context.close()


def test_a_marker_opens_the_page_with_the_quote_in_view(answered: Page) -> None:
    marker = answered.locator("a.ka-ref").first
    marker.focus()
    answered.keyboard.press("Enter")
    source = answered.get_by_role("region", name="Kilde 1 av")
    expect(source.get_by_role("img", name="Side 3 av 3 i «Tolk i kommunene 2020». Sitatet er merket.")).to_be_visible()
    expect(source.locator(".ka-mark").first).to_be_in_viewport()
    expect(answered.locator("#source-title")).to_be_focused()
    source.get_by_role("button", name="Forrige side").click()
    expect(source.get_by_role("img", name="Side 2 av 3")).to_be_visible()
    found = Axe().run(answered, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa"]})
    assert [one["id"] for one in found.response["violations"] if one["impact"] in ("serious", "critical")] == []
    answered.keyboard.press("Escape")
    expect(source).to_have_count(0)
    expect(marker).to_be_focused()
    assert not answered.evaluate("window.planted")


def test_the_source_stands_beside_the_answer_and_keeps_its_width(answered: Page) -> None:
    answered.locator("a.ka-ref").first.click()
    source, grip = answered.locator(".st-key-source-panel"), answered.locator(".ka-grip")
    source.wait_for()
    answer = answered.locator(".ka-answer").bounding_box()
    before = source.bounding_box()
    assert answer["x"] + answer["width"] <= before["x"]
    settle(answered)
    grip.focus()
    answered.keyboard.press("ArrowLeft")
    wider = source.bounding_box()["width"]
    assert wider - before["width"] == pytest.approx(40, abs=1)
    answered.reload()
    settle(answered)
    answered.locator("a.ka-ref").first.click()
    expect(source).to_have_css("width", f"{wider:g}px")


def test_the_document_is_searched(answered: Page) -> None:
    answered.locator("a.ka-ref").first.click()
    field = answered.get_by_role("textbox", name="Søk i dokumentet")
    field.fill("retningslinjer for bruk av tolk")
    field.press("Enter")
    expect(answered.get_by_text("2 treff på 2 sider")).to_be_visible()
    answered.get_by_role("button", name="Neste treff").click()
    expect(answered.get_by_role("img", name="Side 2 av 3")).to_be_visible()
    expect(answered.locator(".ka-hit").first).to_be_in_viewport()


def test_the_file_opens_at_the_page_and_the_words_are_copied_with_their_reference(answered: Page) -> None:
    answered.context.grant_permissions(["clipboard-read", "clipboard-write"])
    answered.locator("a.ka-ref").first.click()
    link = answered.get_by_role("link", name="Åpne PDF-en på side 3").get_attribute("href")
    assert link.endswith(".pdf#page=3")
    assert answered.evaluate("async (at) => (await fetch(at)).headers.get('content-type')", link) == "application/pdf"
    answered.get_by_role("button", name="Kopier med referanse").click()
    expect(answered.get_by_text("Kopiert.")).to_be_visible()
    copied = answered.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(f"«{QUOTE}» (")
    assert copied.endswith("s. 3)")


def test_on_a_phone_the_source_lies_over_the_page_and_back_closes_it(browser: Browser, url: str) -> None:
    page = visit(browser, url, width=390)
    ask(page, QUESTION)
    marker = page.locator("a.ka-ref").first
    marker.click()
    source = page.get_by_role("dialog", name="Kilde 1 av")
    expect(source.locator(".ka-mark").first).to_be_in_viewport()
    settle(page)
    frame, mark = (source.locator(one).first.bounding_box() for one in (".ka-page", ".ka-mark"))
    assert frame["x"] <= mark["x"]
    assert mark["x"] + mark["width"] <= frame["x"] + frame["width"] <= 390
    for _ in range(20):
        page.keyboard.press("Tab")
        assert source.evaluate("element => element.contains(document.activeElement)")
    page.go_back()
    expect(source).to_have_count(0)
    expect(marker).to_be_focused()
    expect(page.locator(".ka-answer")).to_have_count(1)
    page.context.close()


def test_a_marker_shows_its_quote_where_it_is_pointed_at_or_focused(answered: Page) -> None:
    tip = answered.get_by_role("tooltip").first
    answered.locator("a.ka-ref").first.hover()
    expect(tip).to_be_visible()
    tip.hover()
    answered.wait_for_timeout(400)  # longer than it takes to go
    expect(tip).to_be_visible()
    answered.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    answered.get_by_test_id("stChatInputTextArea").focus()
    for _ in range(60):
        answered.keyboard.press("Shift+Tab")
        if answered.evaluate("document.activeElement.className") == "ka-ref":
            break
    expect(answered.locator("[role=tooltip]:not([hidden])")).to_have_count(1)


def test_a_link_opens_the_same_place_in_another_session(answered: Page, browser: Browser, url: str) -> None:
    link = answered.locator("a.ka-ref").first.get_attribute("href")
    other = visit(browser, f"{url}/{link}", width=320)
    expect(other.get_by_role("img", name="Side 3 av 3")).to_be_visible()
    expect(other.locator(".ka-mark").first).to_be_in_viewport()
    settle(other)
    assert other.evaluate("document.documentElement.scrollWidth") <= 320
    other.context.close()


def test_a_page_is_made_larger_and_its_link_copied(browser: Browser, url: str) -> None:
    page = visit(browser, f"{url}/kilde?dokument=tolk-2020&side=3")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    picture = page.get_by_role("img", name="Side 3 av 3")
    before = picture.bounding_box()
    page.get_by_role("button", name="Større").click()
    assert picture.bounding_box()["width"] > 1.4 * before["width"]
    page.get_by_role("button", name="Kopier lenke hit").click()
    expect(page.get_by_text("Lenken er kopiert.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == f"{url}/kilde?dokument=tolk-2020&side=3"
    page.context.close()


def test_what_is_folded_away_is_printed(browser: Browser, url: str) -> None:
    page = visit(browser, f"{url}/kilde?dokument=tolk-2020&side=2")
    folded = page.locator("main details > div").get_by_text("Bare 37 prosent")
    expect(folded).to_be_hidden()
    page.emulate_media(media="print")
    expect(folded).to_be_visible()
    page.context.close()
