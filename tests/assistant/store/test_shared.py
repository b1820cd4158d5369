"""Answers that are shared by a link."""

import secrets
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.settings import ConversationSettings
from assistant.store.conversations import Conversations
from assistant.store.file.kept import DAY
from assistant.store.shared import MOST, SharedAnswers
from tests.assistant.store.making import ANSWER, Clock, talk


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> SharedAnswers:
    return SharedAnswers(ConversationSettings(file=tmp_path / "kept.sqlite", keep_days=30), clock)


def test_whoever_has_the_link_opens_the_answer_with_its_version(store: SharedAnswers) -> None:
    found = store.opened(store.share("anne", "c", "t", ANSWER, "v1"))
    assert found is not None
    assert (found.answer, found.version) == (replace(ANSWER, hits=()), "v1")


def test_the_same_answer_has_one_link_that_cannot_be_guessed(store: SharedAnswers) -> None:
    id_ = store.share("anne", "c", "t", ANSWER, "v1")
    assert store.share("anne", "c", "t", ANSWER, "v1") == id_ == store.id_of("anne", "t")
    assert len(id_) >= 20
    assert store.share("bjarne", "c", "t", ANSWER, "v1") != id_


def test_no_personal_data_of_the_question_is_shared(store: SharedAnswers) -> None:
    asked = replace(ANSWER, question="Hva med Kari? Ring 412 34 567", asked_as="Ring 412 34 567")
    found = store.opened(store.share("anne", "c", "t", asked, "v1"))
    assert found is not None
    assert "412" not in found.answer.question + found.answer.asked_as


def test_sharing_is_stopped_by_its_owner_alone(store: SharedAnswers) -> None:
    id_ = store.share("anne", "c", "t", ANSWER, "v1")
    store.stop("bjarne", "t")
    assert store.opened(id_) is not None
    store.stop("anne", "t")
    assert store.opened(id_) is None


def test_the_link_goes_with_the_conversation(store: SharedAnswers) -> None:
    id_ = store.share("anne", "c", "t", ANSWER, "v1")
    Conversations(store.settings).delete("anne", ["c"])
    assert store.opened(id_) is None


def test_the_link_is_gone_when_its_time_is_over(store: SharedAnswers, clock: Clock) -> None:
    id_ = store.share("anne", "c", "t", ANSWER, "v1")
    clock.now += 31 * DAY
    assert store.opened(id_) is None


def test_one_owner_has_so_many_links_and_no_more(store: SharedAnswers, clock: Clock) -> None:
    first = store.share("anne", "c", "0", ANSWER, "v1")
    for number in range(1, MOST + 1):
        clock.now += 1
        last = store.share("anne", "c", str(number), ANSWER, "v1")
    assert store.opened(first) is None
    assert store.opened(last) is not None and store.id_of("anne", "1")


def test_links_take_nobody_elses_conversations(tmp_path: Path, clock: Clock) -> None:
    settings = ConversationSettings(file=tmp_path / "kept.sqlite", max_mb=1)
    conversations, store = Conversations(settings, clock), SharedAnswers(settings, clock)
    conversations.keep("anne", talk("c1"))
    long = replace(ANSWER, points=(replace(ANSWER.points[0], text=secrets.token_hex(50_000)),))
    for number in range(30):
        clock.now += 1
        store.share(f"nobody-{number}", "c", "t", replace(long, question=f"{number}"), "v1")
    conversations.keep("bjarne", talk("c2"))
    assert conversations.listed("anne")
    assert store.id_of("nobody-29", "t") and not store.id_of("nobody-0", "t")
