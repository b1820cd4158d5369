"""What is kept goes by age alone where the file is full: no kind of thing pays for another."""

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.models import Answer
from assistant.settings import ConversationSettings
from assistant.store.collections import Collections, Piece
from assistant.store.conversations import Conversations, KeptTurn
from assistant.store.feedback import Feedback, FeedbackBox
from assistant.store.shared import SharedAnswers
from tests.assistant.store.making import ANSWER, Clock, talk


class Stores:
    """All that is kept in one file of at most 1 MB, a second apart; `keep` keeps a thing of some 90 kB."""

    def __init__(self, file: Path) -> None:
        settings, self.clock = ConversationSettings(file=file, max_mb=1), Clock()
        self.conversations = Conversations(settings, self.clock)
        self.collections = Collections(settings, self.clock)
        self.shared = SharedAnswers(settings, self.clock)
        self.feedback = FeedbackBox(settings, self.clock)
        self._random = random.Random(1)

    def large(self) -> Answer:
        words = self._random.randbytes(70_000).hex()
        return replace(ANSWER, points=(replace(ANSWER.points[0], text=words),))

    def keep(self, kind: str, owner: str) -> None:
        self.clock.now += 1
        answer = self.large()
        match kind:
            case "conversations":
                self.conversations.keep(owner, talk("c", KeptTurn("t", "?", answer)))
            case "collections":
                self.collections.change(owner, "c", "Tolk", lambda now: now.toggled(Piece("p", answer)))
            case "shared":
                self.shared.share(owner, "c", "t", answer, "v1")
            case "feedback":
                self.feedback.give(owner, "c", "t", Feedback(True, answer))

    def holds(self, kind: str, owner: str) -> bool:
        held: dict[str, Callable[[], object]] = {
            "conversations": lambda: self.conversations.listed(owner),
            "collections": lambda: self.collections.listed(owner),
            "shared": lambda: self.shared.id_of(owner, "t"),
            "feedback": lambda: self.feedback.given(owner, "t"),
        }
        return bool(held[kind]())


@pytest.fixture
def stores(tmp_path: Path) -> Stores:
    return Stores(tmp_path / "kept.sqlite")


KINDS = ("conversations", "collections", "shared", "feedback")


@pytest.mark.parametrize("last", KINDS)
@pytest.mark.parametrize("first", KINDS)
def test_the_oldest_goes_first_whatever_it_is_and_whatever_is_kept_last(stores: Stores, first: str, last: str) -> None:
    stores.keep(first, "oldest")
    many = "collections" if last == "conversations" else "conversations"
    for number in range(16):
        stores.keep(many, f"owner{number}")
    stores.keep(last, "newest")
    assert stores.holds(last, "newest")
    assert not stores.holds(first, "oldest")
    # What is left is the newest, without a gap.
    left = [number for number in range(16) if stores.holds(many, f"owner{number}")]
    assert left and left == list(range(left[0], 16))


def test_what_is_changed_again_is_not_old(stores: Stores) -> None:
    stores.keep("collections", "anne")
    for number in range(8):
        stores.keep("conversations", f"owner{number}")
    stores.collections.change("anne", "c", "Tolk", lambda now: now.noted("p", "Bruk denne."))
    for number in range(8, 12):
        stores.keep("conversations", f"owner{number}")
    assert stores.holds("collections", "anne")
    assert not stores.holds("conversations", "owner0")


def test_what_is_too_large_by_itself_is_kept_alone(stores: Stores) -> None:
    stores.keep("conversations", "anne")
    pieces = tuple(Piece(f"p{number}", stores.large()) for number in range(16))
    stores.collections.change("bjarne", "c", "Tolk", lambda now: replace(now, pieces=pieces))
    assert stores.holds("collections", "bjarne") and not stores.holds("conversations", "anne")
