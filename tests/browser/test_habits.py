"""What people are used to on the web."""

from playwright.sync_api import Page, expect

from tests.browser.driving.doing import ask, settle

QUESTION = "Hva anbefales om bruk av tolk på legekontoret?"


def test_back_and_forward_change_the_page_with_the_address(page: Page) -> None:
    ask(page, QUESTION)
    page.wait_for_url("**/?samtale=*")
    page.go_back()
    expect(page.get_by_role("heading", level=1, name="Kunnskapsassistenten")).to_be_visible()
    page.go_forward()
    expect(page.get_by_role("heading", level=2, name=QUESTION)).to_be_visible()


def test_one_can_write_at_once_and_a_draft_is_there_again(page: Page) -> None:
    field = page.get_by_test_id("stChatInputTextArea")
    expect(field).to_be_focused()
    field.fill("Et halvt spørsmål")
    page.get_by_role("link", name="Rapporter").click()
    page.wait_for_url("**/rapporter*")
    settle(page)
    page.get_by_role("link", name="Spør", exact=True).click()
    expect(field).to_have_value("Et halvt spørsmål")
    page.reload()
    expect(field).to_have_value("Et halvt spørsmål")


def test_a_question_that_was_asked_is_no_draft(page: Page) -> None:
    ask(page, QUESTION)
    page.reload()
    page.get_by_role("heading", level=2, name=QUESTION).wait_for()
    settle(page)
    expect(page.get_by_test_id("stChatInputTextArea")).to_have_value("")


def test_a_text_that_is_too_long_is_cut_with_a_word(page: Page) -> None:
    field, told = page.get_by_test_id("stChatInputTextArea"), page.locator("#told p")
    field.fill("Gjelder ")
    page.keyboard.insert_text("tolk i kommunen " * 200)
    expect(field).to_have_value("Gjelder " + "tolk i kommunen " * 124 + "tolk i ")
    expect(told).to_contain_text("1999 tegn er med, 1209 fikk ikke plass")
    page.keyboard.press("Escape")
    expect(told).to_be_hidden()
    page.keyboard.type("ny")
    expect(told).to_contain_text("2000 tegn er med, 1 fikk ikke plass")


def test_over_the_page_the_menu_goes_once_something_in_it_is_chosen(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    close = page.get_by_test_id("stSidebarCollapseButton")
    for role, name in (("link", "Rapporter"), ("button", "Ny samtale")):
        page.get_by_test_id("stExpandSidebarButton").click()
        page.get_by_role(role, name=name).click()
        expect(close).to_be_hidden()
    page.get_by_test_id("stExpandSidebarButton").click()
    expect(close).to_be_visible()
    page.reload()
    settle(page)
    expect(close).to_be_hidden()


def test_keys_go_to_the_field_and_to_the_search(page: Page) -> None:
    page.locator("h1").click()
    page.keyboard.press("/")
    expect(page.get_by_test_id("stChatInputTextArea")).to_be_focused()
    page.keyboard.press("Control+k")
    page.wait_for_url("**/rapporter*")
    expect(page.locator(".st-key-reports-search input")).to_be_focused()


def test_escape_leads_back_from_the_search_to_where_one_was(page: Page) -> None:
    ask(page, QUESTION)
    page.wait_for_url("**/?samtale=*")
    marker = page.locator("a.ka-ref").last
    marker.focus()
    page.keyboard.press("Control+k")
    expect(page.locator(".st-key-reports-search input")).to_be_focused()
    page.keyboard.type("tolk")
    page.keyboard.press("Escape")
    expect(marker).to_be_focused()
    expect(page.get_by_role("heading", level=2, name=QUESTION)).to_be_visible()


def test_the_slash_can_be_turned_off(page: Page) -> None:
    page.get_by_role("link", name="Tilgjengelighet").click()
    toggle = page.get_by_role("button", name="Bruk / som hurtigtast")
    toggle.click()
    expect(toggle).to_have_attribute("aria-pressed", "false")
    page.get_by_role("link", name="Spør", exact=True).click()
    page.locator("h1").click()
    page.keyboard.press("/")
    expect(page.get_by_test_id("stChatInputTextArea")).not_to_be_focused()


def test_what_opens_stays_open_wherever_its_button_is_pressed(page: Page) -> None:
    button = page.locator(".st-key-filters button")
    button.locator("[data-testid=stIconMaterial]").last.click(force=True)
    expect(page.get_by_test_id("stPopoverBody")).to_be_visible()
