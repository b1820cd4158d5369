"""Answering again without some of the sources."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

from assistant.filters import EVERYTHING, Filters
from assistant.models import Citation, Passage, ReportKind
from assistant.texts import text
from tests.making.manifests import document, manifest
from tests.ui.answers import STUDY, SURVEY, answer, citation

NORSK = replace(SURVEY, document="norsk-2019", title="Norsk 2019")


def of_study(n: int, words: str) -> Citation:
    cited = citation(n, words)
    return replace(cited, passage=replace(cited.passage, study=STUDY.title))


def of_report(n: int, words: str) -> Citation:
    return replace(citation(n, words, report=NORSK), study=None)


SOURCES = (of_study(1, "Bare 37 prosent."), of_study(2, "Alle."), of_report(3, "Kommunene bør."))


class Indexed:
    """Two reports: one with a study in its first three passages of four, one with none."""

    manifest = manifest(
        replace(document("tolk-2021", "Tolking 2021", 2021, ReportKind.SURVEY, STUDY), passages=4),
        document("norsk-2019", "Norsk 2019", 2019, ReportKind.SURVEY),
    )

    def passages(self, ids: list[str]) -> dict[str, Passage]:
        return {id_: SimpleNamespace(id=id_, study=STUDY.title if id_ < "tolk-2021:00003" else None) for id_ in ids}


def page(*sources: Citation, filters: Filters = EVERYTHING) -> AppTest:
    """The choice for one turn, and the filters that it is then asked with."""

    def script(shown: object, filters: object, assistant: object) -> None:
        import streamlit as st

        from assistant.ui.answer.leaving_out import leave_out, say_left_out
        from assistant.ui.session import state

        if not state.current().turns:
            state.current().turns.append(state.Turn(shown.question, shown, filters=filters, id="turn"))
        leave_out(state.current().turns[0], assistant, "nb")
        say_left_out(state.current().turns[0], "nb")
        pending = state.take_pending()
        st.session_state["asked"] = pending and pending.filters

    return AppTest.from_function(script, args=(answer(*sources), filters, Indexed()), default_timeout=30).run()


def without(drawn: AppTest, *cleared: int) -> Filters | None:
    for number in cleared:
        drawn.checkbox[number].uncheck()
    next(button for button in drawn.button if button.label == text("answer_without", "nb")).click().run()
    assert not drawn.exception
    return drawn.session_state["asked"]


def test_a_source_is_one_choice_however_often_it_is_cited() -> None:
    assert [box.label.replace("\\", "") for box in page(*SOURCES).checkbox] == [
        "[1][2] Tolk på legekontoret, Prøveinstituttet 2021",
        "[3] Norsk 2019",
    ]


@pytest.mark.parametrize(
    ("cleared", "filters"),
    [
        (0, Filters(without_passages=("tolk-2021:00000", "tolk-2021:00001", "tolk-2021:00002"))),
        (1, Filters(without_documents=("norsk-2019",))),
    ],
)
def test_a_source_that_is_cleared_is_left_out_whole(cleared: int, filters: Filters) -> None:
    assert without(page(*SOURCES), cleared) == filters


def test_sources_left_out_before_stay_left_out() -> None:
    before = Filters(years=(2016, None), without_documents=("lov",))
    assert without(page(*SOURCES, filters=before), 1) == replace(before, without_documents=("lov", "norsk-2019"))


def test_nothing_is_asked_where_no_source_is_cleared() -> None:
    assert without(page(*SOURCES)) is None


def test_of_one_source_nothing_can_be_left_out() -> None:
    assert not page(*SOURCES[:2]).checkbox


def test_what_was_left_out_is_said_and_can_be_taken_back() -> None:
    drawn = page(*SOURCES, filters=Filters(years=(2016, None), without_documents=("lov",)))
    assert text("left_out", "nb") in [element.value for element in drawn.markdown]
    next(button for button in drawn.button if button.label == text("take_back", "nb")).click().run()
    assert drawn.session_state["asked"] == Filters(years=(2016, None))
