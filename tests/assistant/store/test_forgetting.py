"""What a person leaves is deleted, and the record says nothing of who it was."""

from pathlib import Path

import pytest

from assistant.settings import ConversationSettings
from assistant.store.collections import Collections
from assistant.store.conversations import Conversations
from assistant.store.feedback import Feedback, FeedbackBox
from assistant.store.forgetting import Forgotten, add_to_record, forget, forget_again, record_of, recorded
from assistant.store.shared import SharedAnswers
from tests.assistant.store.making import ANSWER, Clock, talk, turn

KARI, OLA = "a" * 64, "b" * 64
NOW = 2_000_000.0


@pytest.fixture
def kept(tmp_path: Path) -> ConversationSettings:
    """Settings of a store in which two people have a conversation each, and have said what they think of it."""
    settings = ConversationSettings(file=tmp_path / "conversations.sqlite")
    for owner, words in ((KARI, "Hva gjør fagskolen på Toten?"), (OLA, "Hva gjør biblioteket?")):
        Conversations(settings, Clock()).keep(owner, talk("c1", turn(question=words)))
        FeedbackBox(settings, Clock()).give(owner, "c1", "t1", Feedback(True, ANSWER))
    return settings


def listed(settings: ConversationSettings, owner: str) -> int:
    return len(Conversations(settings, Clock()).listed(owner))


def test_all_of_one_person_goes_and_the_others_stay(kept: ConversationSettings) -> None:
    done = forget(kept.file, KARI, NOW)
    assert (done.conversations, done.questions, done.feedback) == (1, 1, 1)
    assert (listed(kept, KARI), listed(kept, OLA)) == (0, 1)
    assert FeedbackBox(kept, Clock()).given(OLA, "t1") is not None


def test_nothing_of_it_is_left_in_the_files(kept: ConversationSettings) -> None:
    forget(kept.file, KARI, NOW)
    left = b"".join(path.read_bytes() for path in kept.file.parent.iterdir())
    assert "fagskolen på Toten".encode() not in left and KARI.encode() not in left
    assert OLA.encode() in left


def test_the_record_has_counts_and_no_person(kept: ConversationSettings) -> None:
    done = forget(kept.file, KARI, NOW)
    assert list(recorded(record_of(kept.file))) == [done]
    assert KARI not in record_of(kept.file).read_text()
    assert record_of(kept.file).stat().st_mode & 0o077 == 0


def test_one_of_whom_nothing_is_kept_is_on_record_too(kept: ConversationSettings) -> None:
    done = forget(kept.file, "c" * 64, NOW)
    assert (done.conversations, done.questions, done.feedback) == (0, 0, 0)
    assert len(list(recorded(record_of(kept.file)))) == 1


def test_what_comes_back_is_deleted_again(kept: ConversationSettings) -> None:
    before = kept.file.read_bytes()
    forget(kept.file, KARI, NOW)
    kept.file.write_bytes(before)
    assert forget_again(kept.file) == 1
    assert (listed(kept, KARI), listed(kept, OLA)) == (0, 1)
    assert forget_again(kept.file) == 0


def test_what_a_person_kept_after_they_were_forgotten_stays(kept: ConversationSettings) -> None:
    forget(kept.file, KARI, NOW)
    Conversations(kept, Clock(NOW + 1)).keep(KARI, talk("c2"))
    assert forget_again(kept.file) == 0
    assert listed(kept, KARI) == 1


def test_another_record_is_added_once(kept: ConversationSettings) -> None:
    done = forget(kept.file, KARI, NOW)
    lines = record_of(kept.file).read_text()
    add_to_record(record_of(kept.file), lines + '{"cut off')
    assert list(recorded(record_of(kept.file))) == [done]
    assert isinstance(done, Forgotten)


def test_collections_and_shared_answers_go_too(kept: ConversationSettings) -> None:
    Collections(kept, Clock()).change(KARI, "s1", "Tolk", lambda now: now)
    id_ = SharedAnswers(kept, Clock()).share(KARI, "c1", "t1", ANSWER, "v1")
    forget(kept.file, KARI, NOW)
    assert Collections(kept, Clock()).listed(KARI) == ()
    assert SharedAnswers(kept, Clock()).opened(id_) is None
