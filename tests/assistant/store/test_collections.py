"""Collections: in their owner's order, apart from others', bounded, and gone when their time is over."""

from pathlib import Path

import pytest

from assistant.errors import StoreError
from assistant.export.pieces import piece_of
from assistant.settings import ConversationSettings
from assistant.store.collections import Collection, Collections, Piece
from assistant.store.conversations import Conversations
from assistant.store.export import collected
from assistant.store.file.database import Database
from assistant.store.file.kept import DAY
from assistant.store.file.plain import packed
from assistant.texts import text
from tests.assistant.store.making import ANSWER, Clock


def piece(id_: str = "p1", note: str = "") -> Piece:
    found = piece_of(ANSWER, "point-0")
    assert found
    return Piece(id_, found, note)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Collections:
    return Collections(ConversationSettings(file=tmp_path / "kept.sqlite", keep_days=30), clock)


def filled(*ids: str) -> Collection:
    return Collection("c", "Tolk", tuple(piece(id_) for id_ in ids))


def ids(collection: Collection | None) -> list[str]:
    return [one.id for one in collection.pieces] if collection else []


def test_a_piece_is_found_again_with_its_note(store: Collections) -> None:
    store.change("anne", "c", "Tolk", lambda now: now.toggled(piece("p1", "Bruk denne.")))
    found = store.opened("anne", "c")
    assert found is not None
    assert (found.name, found.pieces) == ("Tolk", (piece("p1", "Bruk denne."),))


def test_another_owner_finds_nothing(store: Collections) -> None:
    store.change("anne", "c", "Tolk", lambda now: now.toggled(piece()))
    assert store.opened("bjarne", "c") is None
    assert store.listed("bjarne") == ()


def test_what_was_deleted_can_be_put_back(store: Collections) -> None:
    store.change("anne", "c", "Tolk", lambda now: now.toggled(piece()))
    before = store.opened("anne", "c")
    assert before is not None
    store.delete("anne", "c")
    assert store.listed("anne") == ()
    store.change("anne", "c", before.name, lambda now: before)
    assert ids(store.opened("anne", "c")) == ["p1"]


def test_what_is_kept_again_is_taken_out() -> None:
    assert ids(filled("a", "b").toggled(piece("a"))) == ["b"]


@pytest.mark.parametrize(("by", "order"), [(1, ["b", "a", "c"]), (-1, ["a", "b", "c"]), (9, ["b", "c", "a"])])
def test_pieces_are_moved_within_the_collection(by: int, order: list[str]) -> None:
    assert ids(filled("a", "b", "c").moved("a", by)) == order


def from_a_newer_program(store: Collections) -> None:
    """Anne's collection `c` in a form that this program does not know."""
    store.change("anne", "c", "Tolk", lambda now: now.toggled(piece()))
    with Database(store.settings.file).writing() as connection:
        connection.execute("UPDATE collections SET pieces = ?", (packed({"pieces": [{"id": 3}]}),))


def test_a_collection_of_a_newer_program_is_left_as_it_is(store: Collections) -> None:
    from_a_newer_program(store)
    for change in (lambda now: now.toggled(piece("p2")), lambda now: filled("p3"), lambda now: now):
        with pytest.raises(StoreError, match="newer"):
            store.change("anne", "c", "Tolk", change)
    with Database(store.settings.file).reading() as connection:
        assert connection.execute("SELECT size, pieces FROM collections").fetchall() == [
            (1, packed({"pieces": [{"id": 3}]}))
        ]


def test_a_collection_of_a_newer_program_is_not_taken_for_an_empty_one(store: Collections) -> None:
    from_a_newer_program(store)
    found = store.opened("anne", "c")
    assert found and found.is_newer and found.size == 1
    store.delete("anne", "c")
    assert store.listed("anne") == ()


def test_it_is_gone_when_its_time_is_over(store: Collections, clock: Clock) -> None:
    store.change("anne", "c", "Tolk", lambda now: now.toggled(piece()))
    clock.now += 31 * DAY
    assert store.opened("anne", "c") is None
    Conversations(store.settings, clock).purge()
    clock.now -= 31 * DAY
    assert store.listed("anne") == ()


def test_nothing_is_written_where_nothing_is_kept(tmp_path: Path) -> None:
    store = Collections(ConversationSettings(file=tmp_path / "kept.sqlite", keep_days=0))
    store.change("anne", "c", "Tolk", lambda now: now.toggled(piece()))
    assert not (tmp_path / "kept.sqlite").exists()


def test_as_a_document_each_question_stands_once_and_notes_after_their_piece() -> None:
    document = collected(Collection("c", "Tolk", (piece("a", "Bruk denne."), piece("b"))), "nb")
    words = [block.words for block in document.blocks if hasattr(block, "words")]
    assert words.count(ANSWER.question) == 1
    noted = words.index(f"{text('piece_note', 'nb')}: Bruk denne.")
    assert words[noted - 1].startswith(ANSWER.points[0].text)
    assert [note.number for note in document.notes] == [1, 2]
    assert len(document.references) == 1
    assert words.count(text("findings", "nb")) == 2
