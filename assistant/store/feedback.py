"""What users say of answers, kept beside the conversations, and handed on without a word on who said it."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from assistant.models import Answer
from assistant.store.file.kept import DAY, Kept, delete_oldest
from assistant.store.file.plain import packed, unpacked
from assistant.store.file.words import impersonal, impersonal_answer


class Wrong(StrEnum):
    """What can be wrong with an answer."""

    MISSING = "missing"
    WRONG = "wrong"
    OUTDATED = "out of date"
    BAD_SOURCE = "bad source"


@dataclass(frozen=True, slots=True)
class Feedback:
    """What one user says of one answer. `history` are the questions before it, oldest first."""

    helpful: bool
    answer: Answer
    wrong: tuple[Wrong, ...] = ()
    comment: str = ""
    history: tuple[str, ...] = ()


def gathered(said: Iterable[tuple[str, Feedback]]) -> list[list[tuple[str, Feedback]]]:
    """Feedback by the question that it was given on, as (id, feedback); questions that most found wanting first."""
    by_question: dict[tuple[str, ...], list[tuple[str, Feedback]]] = {}
    for id_, one in said:
        by_question.setdefault(asked_in(one), []).append((id_, one))
    return sorted(by_question.values(), key=lambda group: -sum(not one.helpful for _, one in group))


def asked_in(feedback: Feedback) -> tuple[str, ...]:
    """What was asked, the conversation before it included, as it is told apart from other questions."""
    return tuple(" ".join(words.casefold().split()) for words in (*feedback.history, feedback.answer.question))


class FeedbackBox(Kept):
    """The feedback of all users."""

    @property
    def is_open(self) -> bool:
        """Whether feedback is asked for and kept."""
        return self.settings.keep_days > 0 and self.settings.feedback_days > 0

    def give(self, owner: str, conversation: str, turn: str, feedback: Feedback) -> None:
        """Keep what the owner says of one turn, in place of what they said of it before; no personal data in it."""
        if not self.is_open:
            return
        kept = replace(
            feedback,
            answer=impersonal_answer(feedback.answer),
            comment=impersonal(feedback.comment),
            history=tuple(impersonal(question) for question in feedback.history),
        )
        with self._database.writing() as connection:
            connection.execute(
                "INSERT INTO feedback VALUES (?, ?, ?, ?, ?, ?) "
                "ON CONFLICT (owner, turn) DO UPDATE SET given = excluded.given, feedback = excluded.feedback",
                (uuid.uuid4().hex, owner, conversation, turn, self._clock(), packed(kept)),
            )
            row = connection.execute("SELECT id FROM feedback WHERE owner = ? AND turn = ?", (owner, turn)).fetchone()
            delete_oldest(connection, self.settings.max_mb, "feedback", owner, str(row[0]))

    def given(self, owner: str, turn: str) -> Feedback | None:
        """What the owner has said of a turn."""
        if not self.is_open:
            return None
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT feedback FROM feedback WHERE owner = ? AND turn = ?", (owner, turn)
            ).fetchone()
        try:
            return unpacked(Feedback, row[0]) if row else None
        except ValueError:
            return None

    def everything(self) -> list[tuple[str, Feedback]]:
        """All feedback that is to be kept still, oldest first, each with an id of its own and no owner.

        What this program cannot read is passed over.
        """
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT id, feedback FROM feedback WHERE given > ? ORDER BY given, id",
                (self._clock() - self.settings.feedback_days * DAY,),
            ).fetchall()
        found = []
        for id_, blob in rows:
            try:
                found.append((id_, unpacked(Feedback, blob)))
            except ValueError:
                continue
        return found
