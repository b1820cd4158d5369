"""An answer on the page, driven without a browser."""

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from assistant.models import Answer, Figure, Request, Series
from assistant.texts import text
from tests.ui.answers import answer, citation

KEY = "turn"
SOURCES = (citation(1, "Bare 37 prosent."), citation(2, "Kommunene bør."), citation(3, "Alle."))


def page(shown: Answer) -> AppTest:
    def script(shown: object, key: str) -> None:
        import streamlit as st

        from assistant.ui.answer.answer_view import draw_answer

        draw_answer(shown, key, "nb", lambda answer, key, language: st.button("Kopier"))

    return AppTest.from_function(script, args=(shown, KEY), default_timeout=30).run()


def words(drawn: AppTest) -> str:
    return "\n".join(element.proto.body for element in drawn.get("html"))


def test_points_and_sources_are_drawn() -> None:
    drawn = page(answer(*SOURCES))
    assert not drawn.exception
    assert "Bare 37 prosent." in words(drawn)
    assert text("sources", "nb") in words(drawn)


@pytest.mark.parametrize(("request_", "is_first"), [(Request.SERIES, True), (Request.QUESTION, False)])
def test_figures_that_are_asked_for_stand_first(request_: Request, *, is_first: bool) -> None:
    series = Series("Kommuner i undersøkelsen", "prosent", (Figure("2020", "37 prosent", 37.0, "", 1),))
    said = words(page(replace(answer(*SOURCES), series=(series,), request=request_)))
    assert (said.index(series.measure) < said.index("Kommunene bør.")) is is_first


def test_an_answer_without_sources_is_drawn() -> None:
    drawn = page(answer())
    assert not drawn.exception
    assert not drawn.checkbox


def test_there_is_room_for_more_buttons() -> None:
    assert "Kopier" in [button.label for button in page(answer(*SOURCES)).button]


def test_an_answer_in_another_language_than_the_page_s_is_in_that_language_whole() -> None:
    said = words(page(answer(*SOURCES, language="en")))
    assert text("sources", "en") in said and text("sources", "nb") not in said
    assert "p. 7" in said and "s. 7" not in said
