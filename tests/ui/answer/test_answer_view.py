"""An answer on the page, driven without a browser."""

from streamlit.testing.v1 import AppTest

from assistant.models import Answer
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
