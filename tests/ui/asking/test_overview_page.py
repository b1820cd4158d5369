"""An overview as a page of its own, without a browser."""

from collections.abc import Callable

import pytest
from lxml.html import HtmlElement, fragment_fromstring
from streamlit.testing.v1 import AppTest

from assistant.filters import Filters
from assistant.models import Request
from assistant.settings import Settings
from assistant.texts import text
from assistant.ui.asking import overview_page
from assistant.ui.asking.overview_page import parameters
from tests.ui.frame.test_page import ask, html, widget

SCRIPT = """
from assistant.api import Assistant
from assistant.settings import load_settings
from assistant.ui.asking import overview_page

settings = load_settings()
overview_page.overview_page(Assistant.open(settings), settings, "nb")
"""


@pytest.fixture
def opened(library: Settings, monkeypatch: pytest.MonkeyPatch) -> Callable[..., AppTest]:
    """`opened(tema=…, …)`: the page at an address with these parameters, drawn."""
    monkeypatch.setenv("ASSISTANT_INDEX_DIR", str(library.index_dir))

    def opened(**address: str) -> AppTest:
        page = AppTest.from_string(SCRIPT, default_timeout=60)
        for name, value in address.items():
            page.query_params[name] = value
        return page.run()

    return opened


def table(page: AppTest) -> HtmlElement:
    assert not page.exception
    return fragment_fromstring(html(page), create_parent="div").xpath("//table")[0]


def heads(page: AppTest) -> list[str]:
    return [cell.text_content() for cell in table(page).xpath("./thead//th")]


def test_it_has_the_theme_as_its_title_and_counts_what_was_gone_through(opened: Callable[..., AppTest]) -> None:
    page = opened(tema="alt om tolk")
    assert page.title[0].value == "Oversikt: tolk"
    assert "Gjennomgått: 3 rapporter" in html(page)


def test_the_address_says_which_columns_there_are(opened: Callable[..., AppTest]) -> None:
    assert heads(opened(tema="alt om tolk", kolonner="finding,year")) == ["Studie eller kapittel", "År", "Funn"]


def test_the_same_address_gives_the_same_table(opened: Callable[..., AppTest]) -> None:
    first, second = (html(opened(tema="hva sier rapportene om kommunene?", grupper="year")) for _ in range(2))
    assert first == second


def test_what_is_chosen_is_in_the_address(opened: Callable[..., AppTest]) -> None:
    page = opened(tema="alt om kommunene")
    widget(page, "selectbox", "overview-grupper").set_value("year").run()
    assert page.query_params["grupper"] == "year"
    assert table(page).xpath(".//th[@scope='rowgroup']")
    widget(page, "selectbox", "overview-grupper").set_value("").run()
    assert "grupper" not in page.query_params


def test_filters_in_the_address_hold(opened: Callable[..., AppTest]) -> None:
    address = parameters("alt om kommunene", Request.OVERVIEW, Filters(years=(2022, None)))
    page = opened(**{name: value for name, value in address.items() if isinstance(value, str)})
    under = table(page).xpath(".//span[@class='ka-row-by']/text()")
    assert {said[:4] for said in under} == {"2022"}
    assert any("1 av 3 rapporter" in caption.value for caption in page.caption)


@pytest.mark.parametrize("address", [{}, {"tema": "tolk", "som": "question"}, {"tema": "tolk", "rapport": "gone"}])
def test_an_address_that_names_nothing_says_so(opened: Callable[..., AppTest], address: dict[str, str]) -> None:
    assert [info.value for info in opened(**address).info] == [text("overview_unknown", "nb")]


def test_a_conversation_s_overview_links_to_it(page: AppTest) -> None:
    ask(page, "Gi meg en oversikt over alt om tolk")
    link = next(one for one in page.get("page_link") if one.proto.label == text("open_as_page", "nb"))
    assert "som=overview" in link.proto.query_string


def test_a_failure_is_told_and_the_page_stays(opened: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: object, **_named: object) -> None:
        raise RuntimeError("no luck")

    monkeypatch.setattr("assistant.api.Assistant.ask", fail)
    assert [error.value for error in opened(tema="tolk").error] == [text("something_failed", "nb")]


def test_a_stopped_one_is_made_when_it_is_asked_for_again(opened: Callable[..., AppTest]) -> None:
    page = opened(tema="alt om tolk")
    wanted, _ = page.session_state[overview_page._MADE]
    page.session_state[overview_page._MADE] = None
    page.session_state[overview_page._STOPPED] = wanted
    page.run()
    assert [info.value for info in page.info] == [text("overview_stopped", "nb")]
    widget(page, "button", "overview-again").click().run()
    assert table(page) is not None
