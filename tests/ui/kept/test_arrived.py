"""The first page says which kept answers new reports may change."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from assistant.api import Assistant
from assistant.arrivals import Affected
from assistant.filters import EVERYTHING
from assistant.process import opening
from assistant.settings import ConversationSettings, Settings
from assistant.store.conversations import Conversations, KeptConversation, KeptTurn
from assistant.texts import text
from assistant.ui.kept import arrived
from tests.making.indexing import run
from tests.making.reports import WORK

QUESTION = "Hvor mange prosent av kommunene tilbyr norskopplæring på arbeidsplassen?"


def test_kept_answers_that_a_new_edition_answers_too_are_linked_to_until_they_are_put_away(
    settings: Settings,
    tmp_path: Path,
    write: Callable[[str, str | bytes], Path],
    open_page: Callable[..., AppTest],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("assistant.ui.users.user.owner", lambda settings: "me")
    monkeypatch.setattr(arrived, "_PAUSE", 0)
    keeping = ConversationSettings(file=tmp_path / "conversations.sqlite")
    monkeypatch.setenv("ASSISTANT_CONVERSATIONS__FILE", str(keeping.file))
    write("norsk-2019.md", WORK)
    run(settings)
    answer = Assistant.open(settings).ask(QUESTION)
    store = Conversations(keeping, lambda: time.time() - 60)
    store.keep("me", KeptConversation("c1", (KeptTurn("t1", QUESTION, answer, "", EVERYTHING),)))
    write("norsk-2024.md", WORK.replace("2019", "2024").replace("37 prosent", "52 prosent"))
    run(settings)
    page = open_page(settings.index_dir)
    limit = time.monotonic() + 60
    while not _said(page):
        assert time.monotonic() < limit
        page.run()
    assert _said(page) == text("arrived_answers", "nb", count=1)
    next(button for button in page.button if button.key == "arrived-put-away").click().run()
    assert not _said(page)
    assert not _said(open_page(settings.index_dir))  # at the next visit too
    monkeypatch.setattr(arrived, "_looked_for", lambda settings, owner: ((Affected("c1", "?", 2),), ()))
    assert _said(open_page(settings.index_dir)) == text("arrived_answers", "nb", count=2)
    opening.forget()


def _said(page: Any) -> str:
    return next((one.label for one in page.expander), "")
