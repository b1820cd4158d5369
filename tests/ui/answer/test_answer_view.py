"""An answer on the page, driven without a browser."""

from streamlit.testing.v1 import AppTest

from assistant.models import Answer
from assistant.texts import text
from tests.ui.answers import answer, citation

KEY = "turn"
SOURCES = (citation(1, "Bare 37 prosent."), citation(2, "Kommunene bør."), citation(3, "Alle."))


def page(shown: Answer, left_out: tuple[str, ...] = ()) -> AppTest:
    """A page with one turn whose answer is `shown`, asked without the passages `left_out`."""

    def script(shown: object, key: str, left_out: tuple[str, ...]) -> None:
        import streamlit as st

        from assistant.filters import Filters
        from assistant.ui.answer.answer_view import draw_answer
        from assistant.ui.session import state

        if not state.current().turns:
            state.current().turns.append(
                state.Turn(shown.question, shown, filters=Filters(without_passages=left_out), id=key)
            )
        draw_answer(shown, key, "nb", lambda answer, key, language: st.button("Kopier"))
        pending = state.take_pending()
        if pending:
            st.text(",".join(pending.filters.without_passages) or "nothing left out")

    return AppTest.from_function(script, args=(shown, KEY, left_out), default_timeout=30).run()


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


def test_sources_that_are_cleared_are_left_out_of_the_next_answer() -> None:
    drawn = page(answer(*SOURCES))
    drawn.checkbox[1].uncheck()
    submit(drawn)
    assert drawn.text[0].value == "tolk-2021:00002"


def test_sources_left_out_before_stay_left_out() -> None:
    drawn = page(answer(*SOURCES), ("tolk-2021:00009",))
    drawn.checkbox[0].uncheck()
    submit(drawn)
    assert drawn.text[0].value == "tolk-2021:00009,tolk-2021:00001"


def test_nothing_is_asked_where_no_source_is_cleared() -> None:
    drawn = page(answer(*SOURCES))
    submit(drawn)
    assert not drawn.text


def test_what_was_left_out_is_said_and_can_be_taken_back() -> None:
    drawn = page(answer(*SOURCES), ("tolk-2021:00009",))
    assert text("left_out_count", "nb", count=1) in [element.value for element in drawn.markdown]
    next(button for button in drawn.button if button.label == text("take_back", "nb")).click().run()
    assert drawn.text[0].value == "nothing left out"


def test_a_passage_that_is_cited_twice_is_one_choice() -> None:
    twice = (SOURCES[0], SOURCES[1], citation(1, "Bare 37 prosent."))
    assert len(page(answer(*twice)).checkbox) == 2


def submit(drawn: AppTest) -> None:
    next(button for button in drawn.button if button.label == text("answer_without", "nb")).click().run()
    assert not drawn.exception
