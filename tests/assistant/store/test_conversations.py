"""Kept conversations: whole, apart from one another's owners, bounded, and gone when their time is over."""

import sqlite3
import stat
import threading
from pathlib import Path
from random import Random

import pytest

from assistant.errors import StoreError
from assistant.settings import ConversationSettings
from assistant.store.conversations import Conversations, KeptConversation, KeptTurn
from assistant.store.feedback import Feedback, FeedbackBox
from assistant.store.file import database
from assistant.store.file.kept import DAY
from tests.assistant.store.making import ANSWER, FILTERS, Clock, talk, turn


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "conversations.sqlite"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(file: Path, clock: Clock) -> Conversations:
    return Conversations(ConversationSettings(file=file, keep_days=30), clock)


def ids(store: Conversations, owner: str = "anne") -> list[str]:
    return [one.id for one in store.listed(owner)]


def questions(store: Conversations, id_: str = "c1", owner: str = "anne") -> list[str]:
    found = store.opened(owner, id_)
    return [turn.question for turn in found.turns] if found else []


def test_a_conversation_is_found_again_as_it_was(store: Conversations) -> None:
    store.keep("anne", talk())
    found = store.opened("anne", "c1")
    assert found is not None
    assert (found.turns, found.filters) == ((turn(),), FILTERS)


def test_another_program_on_the_same_file_finds_it(store: Conversations) -> None:
    store.keep("anne", talk())
    assert ids(Conversations(store.settings, Clock())) == ["c1"]


def test_it_is_named_by_its_first_question(store: Conversations) -> None:
    store.keep("anne", talk("c1", turn(question="Hva fant de om tolk?"), turn("t2", "Og hva anbefales?")))
    assert store.listed("anne")[0].title == "Hva fant de om tolk?"


def test_the_last_used_comes_first(store: Conversations, clock: Clock) -> None:
    for now, name in enumerate(("c1", "c2", "c1")):
        clock.now += now
        store.keep("anne", talk(name))
    assert ids(store) == ["c1", "c2"]


def test_new_turns_are_added_in_order(store: Conversations) -> None:
    store.keep("anne", talk("c1", turn("t1", "en")))
    store.keep("anne", talk("c1", turn("t1", "en"), turn("t2", "to")))
    assert questions(store) == ["en", "to"]


def test_turns_that_were_asked_anew_are_gone(store: Conversations) -> None:
    store.keep("anne", talk("c1", turn("t1", "en"), turn("t2", "to")))
    store.keep("anne", talk("c1", turn("t1", "en"), turn("t3", "tre")), gone={"t2"})
    assert questions(store) == ["en", "tre"]


def test_turns_of_another_window_stay(store: Conversations) -> None:
    store.keep("anne", talk("c1", turn("t1", "en"), turn("t2", "fra det andre vinduet")))
    store.keep("anne", talk("c1", turn("t1", "en"), turn("t3", "tre")))
    assert questions(store) == ["en", "fra det andre vinduet", "tre"]


def test_a_new_name_stays_when_the_conversation_goes_on(store: Conversations) -> None:
    store.keep("anne", talk())
    store.rename("anne", "c1", "  Tolk\ni  kommunen ")
    store.keep("anne", talk("c1", turn(), turn("t2")))
    assert store.listed("anne")[0].title == "Tolk i kommunen"


def test_an_empty_name_changes_nothing(store: Conversations) -> None:
    store.keep("anne", talk())
    store.rename("anne", "c1", " ")
    assert store.listed("anne")[0].title == ANSWER.question


def test_a_deleted_conversation_is_not_in_the_file_any_more(store: Conversations, file: Path) -> None:
    store.keep("anne", KeptConversation("c1", (KeptTurn("t1", "hemmeligheten", None, "x"),)))
    assert b"hemmeligheten" in file.read_bytes()
    store.delete("anne", ["c1"])
    assert ids(store) == []
    assert b"hemmeligheten" not in b"".join(path.read_bytes() for path in file.parent.iterdir())


def test_feedback_given_in_a_deleted_conversation_goes_with_it(store: Conversations) -> None:
    box = FeedbackBox(store.settings, Clock())
    store.keep("anne", talk())
    box.give("anne", "c1", "t1", Feedback(True, ANSWER))
    store.delete("anne", ["c1"])
    assert box.everything() == []


# One user and another


def test_another_users_conversations_are_not_listed(store: Conversations) -> None:
    store.keep("anne", talk())
    assert ids(store, "bjarne") == []


def test_another_users_conversation_does_not_open(store: Conversations) -> None:
    store.keep("anne", talk())
    assert store.opened("bjarne", "c1") is None


def test_another_users_conversation_is_not_renamed(store: Conversations) -> None:
    store.keep("anne", talk())
    store.rename("bjarne", "c1", "min nå")
    assert store.listed("anne")[0].title == ANSWER.question


def test_another_users_conversation_is_not_deleted(store: Conversations) -> None:
    store.keep("anne", talk())
    store.delete("bjarne", ["c1"])
    assert ids(store) == ["c1"]


def test_the_same_id_is_another_conversation_for_another_user(store: Conversations) -> None:
    store.keep("anne", talk("c1", turn("t1", "Annes spørsmål")))
    store.keep("bjarne", talk("c1", turn("t1", "Bjarnes spørsmål")), gone={"t1"})
    assert questions(store) == ["Annes spørsmål"]
    assert questions(store, owner="bjarne") == ["Bjarnes spørsmål"]


def test_another_users_feedback_is_not_read(store: Conversations) -> None:
    box = FeedbackBox(store.settings, Clock())
    box.give("anne", "c1", "t1", Feedback(True, ANSWER))
    assert box.given("bjarne", "t1") is None


# How long, and how much


def test_what_is_too_old_is_not_shown_even_before_it_is_deleted(store: Conversations, clock: Clock) -> None:
    store.keep("anne", talk())
    clock.now += 30 * DAY + 1
    assert (ids(store), store.opened("anne", "c1")) == ([], None)


def test_what_is_too_old_is_deleted(store: Conversations, clock: Clock, file: Path) -> None:
    store.keep("anne", talk("old"))
    clock.now += 20 * DAY
    store.keep("anne", talk("new"))
    clock.now += 11 * DAY
    store.purge()
    with sqlite3.connect(file) as connection:
        assert connection.execute("SELECT id FROM conversations").fetchall() == [("new",)]
        assert connection.execute("SELECT DISTINCT conversation FROM turns").fetchall() == [("new",)]


def test_feedback_outlives_its_conversation_without_its_owner(store: Conversations, clock: Clock, file: Path) -> None:
    box = FeedbackBox(store.settings, clock)
    store.keep("anne", talk())
    box.give("anne", "c1", "t1", Feedback(False, ANSWER))
    clock.now += 31 * DAY
    store.purge()
    assert len(box.everything()) == 1
    with sqlite3.connect(file) as connection:
        assert connection.execute("SELECT owner, conversation, turn FROM feedback").fetchall() == [(None, None, None)]


def test_where_none_are_kept_nothing_is_written(file: Path) -> None:
    store = Conversations(ConversationSettings(file=file, keep_days=0))
    store.keep("anne", talk())
    FeedbackBox(store.settings).give("anne", "c1", "t1", Feedback(True, ANSWER))
    store.rename("anne", "c1", "x")
    store.purge()
    assert (ids(store), store.opened("anne", "c1")) == ([], None)
    assert not file.parent.exists()


def test_where_none_are_kept_any_more_the_old_ones_are_deleted(store: Conversations, clock: Clock, file: Path) -> None:
    store.keep("anne", talk())
    Conversations(ConversationSettings(file=file, keep_days=0), clock).purge()
    assert ids(store) == []


def test_the_oldest_conversations_of_a_user_go_first(file: Path, clock: Clock) -> None:
    store = Conversations(ConversationSettings(file=file, per_user=2), clock)
    store.keep("bjarne", talk("c0"))
    for name in ("c1", "c2", "c3"):
        clock.now += 1
        store.keep("anne", talk(name))
    assert (ids(store), ids(store, "bjarne")) == (["c3", "c2"], ["c0"])


def test_the_oldest_turns_of_a_conversation_go_first(file: Path) -> None:
    store = Conversations(ConversationSettings(file=file, turns=2), Clock())
    store.keep("anne", talk("c1", turn("t1", "en"), turn("t2", "to")))
    store.keep("anne", talk("c1", turn("t1", "en"), turn("t2", "to"), turn("t3", "tre")))
    assert questions(store) == ["to", "tre"]


def test_the_file_does_not_grow_beyond_its_limit(file: Path, clock: Clock) -> None:
    store = Conversations(ConversationSettings(file=file, max_mb=1), clock)
    random = Random(1)
    for n in range(60):
        clock.now += 1
        noise = ("".join(chr(random.randrange(33, 9000)) for _ in range(4000)) for _ in range(3))
        store.keep(f"owner{n}", talk(f"c{n}", *(KeptTurn(f"t{i}", "?", None, words) for i, words in enumerate(noise))))
    assert file.stat().st_size < 1.2 * 2**20
    assert questions(store, "c59", "owner59")
    assert not ids(store, "owner0")


# Several at once, and files that are no good


def test_many_at_once_lose_nothing(file: Path) -> None:
    failed: list[Exception] = []

    def write(owner: str) -> None:
        try:
            own = Conversations(ConversationSettings(file=file))
            for n in range(5):
                own.keep(owner, KeptConversation("c1", (KeptTurn(f"{owner}-{n}", f"{owner} {n}", None, "x"),)))
        except Exception as error:
            failed.append(error)

    threads = [threading.Thread(target=write, args=(f"owner{n % 4}",)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    store = Conversations(ConversationSettings(file=file))
    assert [len(questions(store, owner=f"owner{n}")) for n in range(4)] == [5, 5, 5, 5]


def test_nobody_else_on_the_machine_may_read_the_file(store: Conversations, file: Path) -> None:
    store.keep("anne", talk())
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_damaged_file_is_told_and_left_as_it_is(store: Conversations, file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(b"this is no database " * 500)
    with pytest.raises(StoreError, match="Move the file away"):
        store.keep("anne", talk())
    assert file.read_bytes().startswith(b"this is no database")


def test_a_file_that_another_holds_is_told(store: Conversations, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "PATIENCE", 0.05)
    store.keep("anne", talk())
    with sqlite3.connect(file, isolation_level=None) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreError, match="locked"):
            store.keep("anne", talk("c2"))
        other.execute("ROLLBACK")
    assert ids(store) == ["c1"]


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    store = Conversations(ConversationSettings(file=tmp_path / "file" / "c.sqlite"))
    with pytest.raises(StoreError, match="cannot be reached"):
        store.keep("anne", talk())


def test_a_file_of_a_newer_program_is_told_and_left(store: Conversations, file: Path) -> None:
    store.keep("anne", talk())
    with sqlite3.connect(file) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(StoreError, match="newer program"):
        store.listed("anne")


def test_a_turn_that_cannot_be_read_keeps_its_question(store: Conversations, file: Path) -> None:
    store.keep("anne", talk("c1", turn("t1", "en"), turn("t2", "to")))
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE turns SET turn = x'00' WHERE id = 't1'")
    found = store.opened("anne", "c1")
    assert found is not None
    assert [(one.question, one.answer) for one in found.turns] == [("", None), ("to", ANSWER)]


def test_a_failed_change_changes_nothing(store: Conversations) -> None:
    store.keep("anne", talk("c1", turn("t1", "en")))
    twice = talk("c1", turn("t1", "en"), turn("t2", "to"), turn("t2", "to"))
    with pytest.raises(StoreError):
        store.keep("anne", twice)
    assert questions(store) == ["en"]
