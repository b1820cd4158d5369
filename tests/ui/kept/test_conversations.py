"""Kept conversations beside the page, without a browser: one owner at a time is put in place of the cookie."""

from collections.abc import Callable
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from assistant.process.queue import Queue
from assistant.settings import ConversationSettings, Settings
from assistant.store.conversations import Conversations
from assistant.store.feedback import FeedbackBox, Wrong
from assistant.store.shared import SharedAnswers
from assistant.texts import text
from assistant.ui.session.state import Conversation
from tests.making.fakes import FakeEmbedder

Open = Callable[..., AppTest]


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ASSISTANT_CONVERSATIONS__FILE", str(tmp_path / "c.sqlite"))
    return tmp_path / "c.sqlite"


@pytest.fixture
def store(file: Path) -> Conversations:
    return Conversations(ConversationSettings(file=file))


@pytest.fixture
def visit(quick: Settings, fake: FakeEmbedder, file: Path, open_page: Open, monkeypatch: pytest.MonkeyPatch) -> Open:
    """`visit(owner, **parameters)`: the page as this user's browser opens it."""

    def visit(owner: str = "anne", **parameters: str) -> AppTest:
        monkeypatch.setattr("assistant.ui.users.user.owner", lambda settings: owner)
        return open_page(quick.index_dir, **parameters)

    return visit


def conversation(page: AppTest) -> Conversation:
    found: Conversation = page.session_state["conversation"]
    return found


def asked(page: AppTest) -> list[str]:
    return [turn.question for turn in conversation(page).turns]


def ask(page: AppTest, question: str) -> AppTest:
    return page.chat_input[0].set_value(question).run()


def press(page: AppTest, name: str) -> AppTest:
    return next(button for button in page.button if button.key.startswith(name)).click().run()


def listed(page: AppTest) -> list[str]:
    return [button.label for button in page.button if button.key.startswith("open-")]


def test_a_question_is_kept(visit: Open, store: Conversations) -> None:
    ask(visit(), "Hva anbefales om tolk?")
    assert [one.title for one in store.listed("anne")] == ["Hva anbefales om tolk?"]


def test_a_reload_finds_the_conversation_with_its_answer(visit: Open) -> None:
    before = conversation(ask(visit(), "Hva anbefales om tolk?"))
    after = conversation(visit(samtale=before.id))
    assert (after.id, after.turns) == (before.id, before.turns)


def test_a_conversation_goes_on_after_a_reload(visit: Open) -> None:
    before = conversation(ask(visit(), "Hva anbefales om tolk?"))
    assert asked(ask(visit(samtale=before.id), "Og hva fant de?")) == ["Hva anbefales om tolk?", "Og hva fant de?"]
    assert len(conversation(visit(samtale=before.id)).turns) == 2


def test_a_question_that_is_stopped_is_kept_and_its_answer_takes_its_place(
    visit: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as stopped:
        stopped.setattr("assistant.api.Assistant.ask", lambda *_, **__: st.stop())
        before = conversation(ask(visit(), "Hva anbefales om tolk?"))
    found = visit(samtale=before.id)
    assert [(turn.question, turn.message) for turn in conversation(found).turns] == [
        ("Hva anbefales om tolk?", text("stopped", "nb"))
    ]
    press(found, "again-")
    (turn,) = conversation(visit(samtale=before.id)).turns
    assert turn.answer


def test_what_a_server_that_stops_lets_in_no_more_is_asked_of_the_next(
    visit: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as stopping:
        queue = Queue()
        queue.close()
        stopping.setattr("assistant.ui.asking.answering.QUEUE", queue)
        before = conversation(ask(visit(), "Hva anbefales om tolk?"))
        assert before.turns[0].message == text("reason_stopping", "nb")
    (turn,) = conversation(visit(samtale=before.id)).turns
    assert (turn.question, turn.message) == ("Hva anbefales om tolk?", "") and turn.answer


def test_the_address_of_another_users_conversation_opens_nothing(visit: Open) -> None:
    before = conversation(ask(visit("anne"), "Hva anbefales om tolk?"))
    page = visit("bjarne", samtale=before.id)
    assert (asked(page), listed(page)) == ([], [])
    assert text("conversation_gone", "nb") in [info.value for info in page.info]


def test_back_and_forward_bring_the_conversation_of_the_address(visit: Open) -> None:
    page = ask(visit(), "Hva anbefales om tolk?")
    id_ = conversation(page.run()).id
    page.query_params.pop("samtale")
    assert asked(page.run()) == []
    page.query_params["samtale"] = id_
    assert asked(page.run()) == ["Hva anbefales om tolk?"]


def test_an_earlier_conversation_opens_from_the_list(visit: Open) -> None:
    ask(visit(), "Hva anbefales om tolk?")
    page = visit()
    press(page, "open-")
    assert asked(page) == ["Hva anbefales om tolk?"]


def test_the_open_conversation_is_in_the_list_however_old_it_is(visit: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.ui.kept.conversations.SHOWN", 0)
    assert listed(ask(visit(), "Hva anbefales om tolk?")) == ["Hva anbefales om tolk?"]


def test_a_question_that_is_asked_anew_takes_the_old_ones_place(visit: Open) -> None:
    page = ask(ask(visit(), "Hva anbefales om tolk?"), "Hvem deltok?")
    press(page, "again-")
    assert asked(visit(samtale=conversation(page).id)) == ["Hva anbefales om tolk?"]


def test_a_conversation_gets_another_name(visit: Open, store: Conversations) -> None:
    page = ask(visit(), "Hva anbefales om tolk?")
    next(field for field in page.text_input if field.key.startswith("title-")).set_value("Tolk").run()
    assert listed(page) == ["Tolk"]


def test_a_deleted_conversation_leaves_an_empty_page(visit: Open, store: Conversations) -> None:
    page = ask(visit(), "Hva anbefales om tolk?")
    press(page, "delete-")
    assert (asked(page), listed(page), store.listed("anne")) == ([], [], ())


def test_a_deleted_conversation_comes_back_as_it_was(visit: Open) -> None:
    before = ask(visit(), "Hva anbefales om tolk?")
    turns = conversation(before).turns
    page = press(press(before, "delete-"), "undo-it")
    assert (conversation(page).turns, listed(page)) == (turns, ["Hva anbefales om tolk?"])


def test_all_of_them_are_deleted_after_a_second_word(visit: Open, store: Conversations) -> None:
    ask(visit(), "Hva anbefales om tolk?")
    ask(visit("bjarne"), "Hva anbefales om bolig?")
    page = ask(visit(), "Hvem deltok?")
    next(box for box in page.checkbox if box.key.startswith("sure-")).check().run()
    press(page, "delete-all-")
    assert (store.listed("anne"), len(store.listed("bjarne"))) == ((), 1)


def test_a_title_is_never_markup(visit: Open) -> None:
    assert listed(ask(visit(), "Hva er [tolk](http://x) *her*?")) == [
        "Hva er \\[tolk\\](http://x) \\*her\\*?".replace("http:", "http\\:")
    ]


def test_where_none_are_kept_nothing_is_written(visit: Open, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSISTANT_CONVERSATIONS__KEEP_DAYS", "0")
    page = ask(visit(), "Hva anbefales om tolk?")
    assert conversation(page).turns[0].answer
    assert not file.exists()


def test_a_damaged_file_leaves_the_page_answering(visit: Open, file: Path) -> None:
    file.write_bytes(b"no database " * 500)
    page = ask(visit(), "Hva anbefales om tolk?")
    assert not page.exception
    assert conversation(page).turns[0].answer
    assert text("store_failed", "nb") in [caption.value for caption in page.sidebar.caption]


def test_feedback_is_kept_with_what_was_wrong(visit: Open, file: Path) -> None:
    page = ask(visit(), "Hva anbefales om tolk?")
    press(page, "feedback-False-")
    next(one for one in page.get("button_group") if one.key.startswith("feedback-wrong")).set_value([Wrong.MISSING])
    page.text_area[0].set_value("Hva med barn?")
    next(button for button in page.button if button.label == text("feedback_send", "nb")).click().run()
    assert not page.exception
    ((_, said),) = FeedbackBox(ConversationSettings(file=file)).everything()
    assert (said.helpful, said.wrong, said.comment) == (False, (Wrong.MISSING,), "Hva med barn?")


def test_feedback_is_remembered_after_a_reload(visit: Open) -> None:
    page = ask(visit(), "Hva anbefales om tolk?")
    press(page, "feedback-True-")
    again = visit(samtale=conversation(page).id)
    assert text("feedback_thanks", "nb") in [element.value for element in again.markdown]


def test_feedback_that_cannot_be_kept_is_told(visit: Open, file: Path) -> None:
    page = ask(visit(), "Hva anbefales om tolk?")
    file.write_bytes(b"no database " * 500)
    press(page, "feedback-True-")
    assert not page.exception
    assert [warning.value for warning in page.warning] == [text("feedback_failed", "nb")]


def test_questions_are_never_logged(visit: Open, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    ask(visit(), "Hva anbefales om hemmeligheter?")
    assert not [record for record in caplog.records if "hemmeligheter" in record.getMessage()]


SHARED = """
from assistant.api import Assistant
from assistant.settings import load_settings
from assistant.ui.kept.share import shared_page

settings = load_settings()
shared_page(Assistant.open(settings), settings, "nb")
"""


def shared(page: AppTest, file: Path) -> str:
    """Share the last answer, and give the id in its link."""
    turn = conversation(page).turns[-1]
    assert turn.answer
    kept = SharedAnswers(ConversationSettings(file=file))
    return kept.share("anne", conversation(page).id, turn.id, turn.answer, "older")


def opened(id_: str) -> AppTest:
    page = AppTest.from_string(SHARED, default_timeout=60)
    page.query_params["svar"] = id_
    return page.run()


def test_a_shared_answer_is_read_by_another_and_says_where_the_reports_are_newer(visit: Open, file: Path) -> None:
    id_ = shared(ask(visit(), "Hva anbefales om tolk?"), file)
    visit("bjarne")
    page = opened(id_)
    html = "\n".join(element.proto.body for element in page.get("html"))
    assert "Hva anbefales om tolk?" in html
    assert "ka-source-list" in html
    assert [warning.value for warning in page.warning] == [text("shared_older", "nb")]
    assert not [button for button in page.button if button.key.startswith(("leave-out", "again"))]


def test_a_link_that_leads_nowhere_says_so(visit: Open) -> None:
    visit()
    assert [info.value for info in opened("none").info] == [text("shared_gone", "nb")]


def test_nothing_is_shared_where_that_is_turned_off(visit: Open, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    id_ = shared(ask(visit(), "Hva anbefales om tolk?"), file)
    monkeypatch.setenv("ASSISTANT_APP__SHARE", "false")
    assert [info.value for info in opened(id_).info] == [text("shared_gone", "nb")]
