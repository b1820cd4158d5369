"""What is too old goes when the server starts."""

import time
from pathlib import Path

import pytest

from assistant.settings import ConversationSettings
from assistant.store.conversations import Conversations
from assistant.store.retention import start_purging
from tests.assistant.store.making import Clock, talk


def test_the_start_deletes_what_is_too_old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "c.sqlite"
    long_ago = Conversations(ConversationSettings(file=file), Clock(0.0))
    long_ago.keep("anne", talk())
    monkeypatch.setenv("ASSISTANT_CONVERSATIONS__FILE", str(file))
    ended = start_purging()
    deadline = time.monotonic() + 10
    while long_ago.listed("anne") and time.monotonic() < deadline:
        time.sleep(0.02)
    ended.set()
    assert long_ago.listed("anne") == ()
