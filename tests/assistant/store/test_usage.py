"""How much was asked, week by week."""

from pathlib import Path

from assistant.settings import ConversationSettings
from assistant.store.conversations import Conversations
from assistant.store.feedback import Feedback, FeedbackBox
from assistant.store.file.kept import DAY
from assistant.store.usage import Week, by_week
from tests.assistant.store.making import ANSWER, Clock, talk, turn


def test_questions_and_feedback_are_counted_by_week(tmp_path: Path) -> None:
    settings, clock = ConversationSettings(file=tmp_path / "c.sqlite"), Clock(1_767_571_200.0)  # Monday, 5 January 2026
    store, box = Conversations(settings, clock), FeedbackBox(settings, clock)
    store.keep("anne", talk("c1", turn("t1"), turn("t2")))
    clock.now += 7 * DAY
    store.keep("bjarne", talk("c2", turn("t3")))
    box.give("bjarne", "c2", "t3", Feedback(False, ANSWER))
    assert by_week(settings.file) == [Week("2026-01-12", 1, 0, 1), Week("2026-01-05", 2, 0, 0)]


def test_nothing_is_counted_where_nothing_is_kept(tmp_path: Path) -> None:
    assert by_week(tmp_path / "c.sqlite") == []
    assert not (tmp_path / "c.sqlite").exists()
