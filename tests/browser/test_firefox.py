"""The page in Firefox: what people do most, and what browsers differ in."""

import os
import shutil
from collections.abc import Iterator

import pytest

from tests.browser.driving.firefox import Firefox, started

PROGRAM = shutil.which("firefox-esr") or shutil.which("firefox")
FIELD = "document.querySelector('[data-testid=stChatInputTextArea]')"
FOCUSED = f"document.activeElement === {FIELD}"
STILL = """document.querySelector('[data-test-script-state=notRunning]')
    && !document.querySelector('[data-testid=stSpinner], [data-stale=true]') && true"""
QUESTION = "Hva anbefales om bruk av tolk på legekontoret?"

pytestmark = pytest.mark.skipif(
    PROGRAM is None and os.environ.get("ASSISTANT_TEST_FIREFOX") != "required",
    reason="no Firefox here: apt-get install firefox-esr",
)


@pytest.fixture(scope="module")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    assert PROGRAM, "no Firefox here: apt-get install firefox-esr"
    with started(PROGRAM, tmp_path_factory.mktemp("profile")) as window:
        yield window


@pytest.fixture
def opened(firefox: Firefox, app_url: str) -> Firefox:
    """The first page, drawn, with the focus in the field."""
    firefox.go(app_url)
    firefox.wait("sessionStorage.clear() ?? true")
    firefox.go(app_url)
    firefox.wait(STILL)
    firefox.click("[data-testid=stChatInputTextArea]")  # without a mouse it is not in focus by itself
    firefox.wait(FOCUSED)
    return firefox


def asked(window: Firefox) -> None:
    window.press(*QUESTION, "Enter")
    window.wait("document.querySelector('.ka-answer .ka-ref') && true")
    window.wait(STILL)


def test_a_question_is_answered_and_its_source_opens_beside_and_closes(opened: Firefox) -> None:
    asked(opened)
    assert "[1]" in opened.value("document.querySelector('.ka-answer').innerText")
    opened.click(".ka-answer a.ka-ref")
    opened.wait("document.querySelector('.st-key-source-panel mark, .st-key-source-panel .ka-mark') && true")
    left, right = opened.value(
        "['.ka-answer', '.st-key-source-panel'].map((one) => document.querySelector(one).getBoundingClientRect().left)"
    )
    assert left < right
    opened.press("Escape")
    opened.wait("!document.querySelector('.st-key-source-panel')")
    opened.wait("document.activeElement.matches('a.ka-ref')")


def test_a_piece_is_kept_and_stands_in_the_collection(opened: Firefox, app_url: str) -> None:
    asked(opened)
    opened.click(".ka-answer button.ka-keep")
    opened.wait("document.querySelector('button.ka-keep[aria-pressed=true]') && true")
    opened.go(f"{app_url}/samling")
    opened.wait("document.querySelectorAll('.piece').length === 1")


def test_back_goes_back_to_the_page_before(opened: Firefox) -> None:
    opened.click("[data-testid=stSidebarNavLink][href$='/om']")
    opened.wait("document.title.startsWith('Om svarene')")
    opened.back()
    opened.wait(f"{FIELD} && true")
    assert opened.value("location.pathname") == "/"


def test_what_was_written_is_there_again_after_a_reload(opened: Firefox) -> None:
    opened.press(*"Hva fant de")
    opened.wait(f"{FIELD}.value === 'Hva fant de'")
    opened.reload()
    opened.wait(f"{FIELD}?.value === 'Hva fant de'")
