"""A report that comes is held against what was answered before."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from assistant.api import Assistant
from assistant.arrivals import arrived_since, outdated_by_arrivals, quotes_gone
from assistant.filters import Filters
from assistant.settings import Settings
from assistant.store.collections import Collection, Piece
from assistant.store.conversations import KeptConversation, KeptTurn
from tests.making.indexing import run
from tests.making.reports import INTERPRETING, WORK

WORK_QUESTION = "Hvor mange prosent av kommunene tilbyr norskopplæring på arbeidsplassen?"
NEWER = WORK.replace("2019", "2024").replace("37 prosent", "52 prosent")
Write = Callable[[str, str | bytes], Path]


@pytest.fixture
def opened(settings: Settings, write: Write) -> Assistant:
    """An assistant over two reports, one of which another edition is to come of."""
    write("norsk-2019.md", WORK)
    write("tolk-2021.md", INTERPRETING)
    run(settings)
    return Assistant.open(settings)


def kept(assistant: Assistant, filters: Filters, *questions: str) -> KeptConversation:
    turns = [
        KeptTurn(str(n), words, assistant.ask(words, filters=filters), "", filters) for n, words in enumerate(questions)
    ]
    return KeptConversation("c1", tuple(turns))


def test_the_answer_that_a_new_edition_answers_too_is_named(
    opened: Assistant, settings: Settings, write: Write
) -> None:
    talk = kept(opened, Filters(), WORK_QUESTION, "Hvem brukes som tolk på legekontoret?", "Hei!")
    narrowed = kept(opened, Filters(years=(None, 2019)), WORK_QUESTION)
    asked = datetime.now(UTC).timestamp()
    assert arrived_since(opened.manifest, asked) == ()
    write("norsk-2024.md", NEWER)
    run(settings)
    opened.ask(WORK_QUESTION)  # sees that another version is live
    arrived = arrived_since(opened.manifest, asked - 1)
    assert "norsk-2024" in arrived
    assert [turn.question for turn in outdated_by_arrivals(opened, talk, ["norsk-2024"])] == [WORK_QUESTION]
    assert outdated_by_arrivals(opened, narrowed, ["norsk-2024"]) == ()
    assert outdated_by_arrivals(opened, talk, ()) == ()
    assert outdated_by_arrivals(opened, talk, ["norsk-2019"]) == ()  # read anew, it says what it said


def test_a_collected_quote_that_its_report_has_no_more_is_counted(
    opened: Assistant, settings: Settings, write: Write
) -> None:
    answer = opened.ask(WORK_QUESTION)
    collection = Collection("c", "Norsk", (Piece("p", answer),))
    assert quotes_gone(opened, collection) == 0
    write("norsk-2019.md", WORK.replace("37 prosent", "38 prosent"))
    run(settings)
    assert quotes_gone(opened, collection) > 0
