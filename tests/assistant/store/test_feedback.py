"""Feedback: kept once for each answer, and handed on without its owner."""

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.settings import ConversationSettings
from assistant.store.feedback import Feedback, FeedbackBox, Wrong
from assistant.store.file.kept import DAY
from tests.assistant.store.making import ANSWER, Clock

SAID = Feedback(False, ANSWER, (Wrong.MISSING, Wrong.BAD_SOURCE), "Tallene for 2023 mangler.", ("Hva med tolk?",))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def box(tmp_path: Path, clock: Clock) -> FeedbackBox:
    return FeedbackBox(ConversationSettings(file=tmp_path / "c.sqlite", feedback_days=10), clock)


def test_what_was_said_is_found_again(box: FeedbackBox) -> None:
    box.give("anne", "c1", "t1", SAID)
    assert box.given("anne", "t1") == SAID


def test_who_changes_their_mind_is_counted_once(box: FeedbackBox) -> None:
    box.give("anne", "c1", "t1", SAID)
    box.give("anne", "c1", "t1", Feedback(True, ANSWER))
    assert [said.helpful for _, said in box.everything()] == [True]


def test_what_two_say_of_the_same_stays_apart(box: FeedbackBox) -> None:
    for owner in ("anne", "bjarne"):
        box.give(owner, "c1", "t1", replace(SAID, comment=owner))
    assert sorted(said.comment for _, said in box.everything()) == ["anne", "bjarne"]


def test_a_long_comment_is_cut(box: FeedbackBox) -> None:
    box.give("anne", "c1", "t1", replace(SAID, comment="a" * 9000 + "\0"))
    assert box.everything()[0][1].comment == "a" * 2000


def test_personal_data_is_not_kept_to_be_read_by_others(box: FeedbackBox) -> None:
    asked = "Hva med tolk? Ring 412 34 567"
    answer = replace(ANSWER, question=asked, asked_as=asked, notes=(f"Forstått som: {asked}",))
    box.give("anne", "c1", "t1", replace(SAID, answer=answer, comment="Svar kari@kommune.no", history=(asked,)))
    ((_, kept),) = box.everything()
    told = (kept.answer.question, kept.answer.asked_as, *kept.answer.notes, *kept.history, kept.comment)
    assert told == (*["Hva med tolk? Ring"] * 2, "Forstått som: Hva med tolk? Ring", "Hva med tolk? Ring", "Svar")


def test_old_feedback_is_not_handed_on(box: FeedbackBox, clock: Clock) -> None:
    box.give("anne", "c1", "t1", SAID)
    clock.now += 10 * DAY + 1
    assert box.everything() == []


@pytest.mark.parametrize("days", [{"feedback_days": 0}, {"keep_days": 0}])
def test_none_is_asked_for_where_none_is_kept(tmp_path: Path, days: dict[str, int]) -> None:
    box = FeedbackBox(ConversationSettings(file=tmp_path / "c.sqlite", **days))
    box.give("anne", "c1", "t1", SAID)
    assert (box.is_open, list(tmp_path.iterdir())) == (False, [])
