"""Asking, without a browser."""

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from assistant.errors import IndexMissing
from assistant.filters import EVERYTHING, Filters
from assistant.index.manifest import load_manifest
from assistant.models import ReportKind, Request
from assistant.texts import text
from assistant.ui.session.state import Conversation


def conversation(page: AppTest) -> Conversation:
    found: Conversation = page.session_state["conversation"]
    return found


def html(page: AppTest) -> str:
    return "\n".join(element.proto.body for element in page.main.get("html"))


def widget(page: AppTest, kind: str, name: str) -> Any:
    """The widget of this kind whose key begins with `name`."""
    return next(one for one in page.get(kind) if (one.key or "").startswith(name))


def ask(page: AppTest, question: str) -> AppTest:
    return page.chat_input[0].set_value(question).run()


def test_an_empty_page_says_what_is_indexed(page: AppTest) -> None:
    assert "3 rapporter" in html(page)


def test_while_examples_are_tried_the_page_says_what_one_can_ask(
    library: Any, open_page: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.ui.asking.trying.tried_examples", lambda settings: None)
    assert text("door_compare_means", "nb") in html(open_page(library.index_dir))


def with_examples(page: AppTest) -> AppTest:
    """The page once its examples have been tried."""
    limit = time.monotonic() + 60
    while not [button for button in page.button if button.key.startswith("example-")]:
        assert time.monotonic() < limit
        page.run()
    return page


def test_an_empty_page_says_who_runs_it(
    library: Any, open_page: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ASSISTANT_APP__NAME", "Prøve <kommune>")
    assert "Prøve &lt;kommune&gt;" in html(open_page(library.index_dir))


def test_an_empty_page_has_doors_by_kind_of_request_and_by_theme(page: AppTest) -> None:
    with_examples(page)
    labels = [button.label for button in page.button if button.key.startswith(("example-", "theme-"))]
    assert [label.split("  \n")[0] for label in labels] == ["**Spør**", "**Oppsummer**", "Tolk"]


def test_a_door_asks_for_what_it_says(page: AppTest) -> None:
    widget(with_examples(page), "button", "theme-0").click().run()
    assert not page.exception
    turn = conversation(page).turns[0]
    assert (turn.question, turn.request) == ("Gi meg en oversikt over alt om tolk", Request.OVERVIEW)


def test_an_example_question_is_answered_with_a_source(page: AppTest) -> None:
    widget(with_examples(page), "button", "example-0").click().run()
    assert not page.exception
    answer = conversation(page).turns[0].answer
    assert answer is not None
    assert answer.citations


def test_who_asks_too_often_is_told_and_the_page_stays(
    library: Any, open_page: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ASSISTANT_LIMITS__QUESTIONS_A_MINUTE", "1")
    page = ask(open_page(library.index_dir), "Hva anbefales kommunene?")
    assert conversation(page).turns[0].answer is not None
    ask(page, "Hvor mange deltok i undersøkelsen?")
    assert not page.exception
    assert conversation(page).turns[1].message == text("reason_asked_too_often", "nb")


def test_earlier_turns_stay(page: AppTest) -> None:
    ask(ask(page, "Hva anbefales kommunene?"), "Hvor mange deltok i undersøkelsen?")
    shown = html(page)
    assert 0 < shown.index("Hva anbefales kommunene?") < shown.index("Hvor mange deltok i undersøkelsen?")


def test_a_question_is_never_markup(page: AppTest) -> None:
    ask(page, "Hva anbefales <script>alert(1)</script> om tolk?")
    assert "<script>" not in html(page)


def test_a_follow_up_is_shown_as_it_was_understood(page: AppTest) -> None:
    ask(ask(page, "Hva fant de om tolkebruk i kommunene?"), "Og hva anbefalte de?")
    assert "Hva fant de om tolkebruk i kommunene? Og hva anbefalte de?" in html(page)


def test_a_question_of_symbols_gets_a_friendly_sentence(page: AppTest) -> None:
    ask(page, "??? !!!")
    assert text("reason_question_symbols", "nb") in [element.value for element in page.markdown]


def test_a_failing_answer_leaves_the_page_up(page: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_args: object) -> None:
        raise RuntimeError("no luck")

    monkeypatch.setattr("assistant.api.Assistant.ask", fail)
    ask(page, "Hva anbefales om tolk?")
    assert text("something_failed", "nb") in [element.value for element in page.markdown]


def test_ask_again_answers_in_the_same_place(page: AppTest) -> None:
    ask(ask(page, "Hva anbefales om tolk?"), "Hvem deltok?")
    turn = conversation(page).turns[0]
    widget(page, "button", f"again-{turn.id}").click().run()
    again = conversation(page).turns
    assert [turn.question for turn in again] == ["Hva anbefales om tolk?"]
    assert again[0].id != turn.id


def test_a_follow_up_that_is_suggested_is_asked(page: AppTest) -> None:
    ask(page, "Hva fant de om tolk på legekontoret?")
    suggested = widget(page, "button", "follow-up-")
    suggested.click().run()
    assert conversation(page).turns[1].question == suggested.label


def test_a_new_conversation_is_empty(page: AppTest) -> None:
    ask(page, "Hva anbefales?")
    widget(page, "button", "new-conversation").click().run()
    assert conversation(page).turns == []


def test_a_filter_is_asked_with_and_stays(page: AppTest) -> None:
    kinds = widget(page, "button_group", "filter-kinds")
    kinds.set_value([ReportKind.SURVEY]).run()
    ask(page, "Hva fant de om norskopplæring?")
    assert conversation(page).filters == Filters(kinds=(ReportKind.SURVEY,))
    answer = conversation(page).turns[0].answer
    assert answer is not None
    assert {citation.report.kind for citation in answer.citations if citation.report} <= {ReportKind.SURVEY}


def test_filters_are_cleared_in_one_step(page: AppTest) -> None:
    widget(page, "button_group", "filter-kinds").set_value([ReportKind.SURVEY]).run()
    widget(page, "button", "filter-clear").click().run()
    assert conversation(page).filters == EVERYTHING


def test_a_new_conversation_asks_all_reports(page: AppTest) -> None:
    widget(page, "button_group", "filter-kinds").set_value([ReportKind.SURVEY]).run()
    widget(page, "button", "new-conversation").click().run()
    assert conversation(page).filters == EVERYTHING


def test_only_a_new_answer_is_announced(page: AppTest) -> None:
    ask(ask(page, "Hva anbefales om tolk?"), "Hvem deltok?")
    assert html(page).count("data-announce") == 1


@pytest.mark.parametrize(("language", "placeholder"), [("nn", "tilrådingar"), ("en", "recommendations")])
def test_the_address_names_the_language(
    library: Any, open_page: Callable[..., AppTest], language: str, placeholder: str
) -> None:
    page = open_page(library.index_dir, lang=language)
    assert placeholder in page.chat_input[0].placeholder


def test_the_switch_changes_the_language_and_the_address(page: AppTest) -> None:
    page.sidebar.get("button_group")[0].set_value("nn").run()
    assert "tilrådingar" in page.chat_input[0].placeholder
    assert page.query_params["lang"] == "nn"


def test_reports_that_cannot_be_reached_are_told_in_the_readers_words(
    tmp_path: Path, open_page: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ASSISTANT_APP__CONTACT", "Servicetorget, 12 34 56 78")
    (tmp_path / "live.json").write_text("not json")
    page = open_page(tmp_path)
    assert not page.exception
    shown = "\n".join(one.value for one in [*page.title, *page.markdown, *page.error])
    assert text("reports_away", "nb") in shown and text("reports_away_kept", "nb") in shown
    assert "Servicetorget" in shown
    assert "ingest" not in shown and str(tmp_path) not in shown
    assert widget(page, "button", "try-again")


def test_reports_that_go_away_while_one_asks_are_told_in_the_readers_words(
    page: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_args: object, **_named: object) -> None:
        raise IndexMissing("index_missing", index_dir="/srv/data")

    monkeypatch.setattr("assistant.api.Assistant.ask", gone)
    ask(page, "Hva anbefales om tolk?")
    assert conversation(page).turns[0].message == text("reports_away", "nb")


@pytest.mark.parametrize("is_librarian", [False, True])
def test_an_index_that_was_never_built_is_told_and_to_those_who_can_how_to_build_it(
    tmp_path: Path, open_page: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch, *, is_librarian: bool
) -> None:
    monkeypatch.setattr("assistant.ui.admin.admin_page.is_open", lambda _settings: is_librarian)
    page = open_page(tmp_path)
    assert page.title[0].value == text("no_index_title", "nb")
    assert ["python -m ingest" in one.value for one in page.info] == [True] * is_librarian


def test_an_index_without_reports_says_so_without_commands(
    library: Any, open_page: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = replace(load_manifest(library.index_dir), documents=())
    monkeypatch.setattr("assistant.api.Assistant.manifest", property(lambda self: empty))
    page = open_page(library.index_dir)
    assert page.title[0].value == text("no_index_title", "nb")
    assert not [one for one in page.markdown if "ingest" in one.value]


def test_a_friendly_word_has_nothing_to_take_along_share_or_judge(page: AppTest) -> None:
    ask(page, "hei")
    keys = [one.key or "" for kind in ("button", "popover") for one in page.get(kind)]
    assert conversation(page).turns[0].answer is not None
    assert not [key for key in keys if key.startswith(("again-", "feedback-", "share-", "export-"))]


def test_what_cannot_be_compared_is_said_to_need_two_things(page: AppTest) -> None:
    ask(page, "Hva anbefales kommunene?")
    widget(page, "button", "as-comparison-").click().run()
    assert text("compare_what", "nb") in [one.value for one in page.info]
    assert not [one for one in page.button if (one.key or "").startswith("as-comparison-")]
