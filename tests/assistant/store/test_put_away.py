"""What was put away, by owner."""

from pathlib import Path

import pytest

from assistant.settings import ConversationSettings
from assistant.store.conversations import Conversations
from assistant.store.file.kept import DAY
from assistant.store.forgetting import forget
from assistant.store.put_away import PutAway


@pytest.fixture
def settings(tmp_path: Path) -> ConversationSettings:
    return ConversationSettings(file=tmp_path / "conversations.sqlite")


def test_each_owner_has_put_away_what_they_put_last(settings: ConversationSettings) -> None:
    away = PutAway(settings)
    away.put("anne", ["a 1"])
    away.put("anne", ["a 2", "b 1"])
    assert away.held("anne") == {"a 2", "b 1"}
    assert away.held("bjarne") == frozenset()


def test_it_is_forgotten_with_its_owner(settings: ConversationSettings) -> None:
    PutAway(settings).put("anne", ["a 1"])
    forget(settings.file, "anne")
    assert not PutAway(settings).held("anne")


def test_it_is_purged_when_all_it_was_about_is(settings: ConversationSettings) -> None:
    PutAway(settings, lambda: 0.0).put("anne", ["a 1"])
    Conversations(settings, lambda: settings.keep_days * DAY).purge()
    assert not PutAway(settings).held("anne")
