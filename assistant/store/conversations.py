"""Conversations that are kept, each for its owner alone.

An owner is a name that nobody can guess (a hash of who is signed in, or of the random id in the browser's cookie).
Every statement here names the owner: one user's conversations do not exist for another.
"""

import json
import sqlite3
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from assistant.filters import EVERYTHING, Filters
from assistant.models import Answer
from assistant.store.file.kept import DAY, Kept, delete_beyond, delete_oldest
from assistant.store.file.plain import from_plain, packed, to_plain, unpacked
from assistant.store.file.words import kept_answer, kept_line, kept_words

TITLE = 80  # characters


@dataclass(frozen=True, slots=True)
class KeptTurn:
    """One question and what came of it. `message` stands where there is no answer; both are missing in one that this
    program cannot read any more.
    """

    id: str
    question: str
    answer: Answer | None
    message: str = ""
    filters: Filters = EVERYTHING


@dataclass(frozen=True, slots=True)
class _Asked:
    question: str = ""


@dataclass(frozen=True, slots=True)
class KeptConversation:
    """A conversation with its turns, oldest first; times are seconds since 1970. A new one may be without a title."""

    id: str
    turns: tuple[KeptTurn, ...]
    filters: Filters = EVERYTHING
    title: str = ""
    created: float = 0.0
    updated: float = 0.0


class Conversations(Kept):
    """The kept conversations of all owners."""

    @property
    def are_kept(self) -> bool:
        """Whether anything is kept at all; where not, nothing is written and nothing found."""
        return self.settings.keep_days > 0

    def listed(self, owner: str) -> tuple[KeptConversation, ...]:
        """The owner's conversations without their turns, the last used first."""
        if not self.are_kept:
            return ()
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT id, filters, title, created, updated FROM conversations "
                "WHERE owner = ? AND updated > ? ORDER BY updated DESC, id",
                (owner, self._oldest()),
            ).fetchall()
        return tuple(_conversation(row, ()) for row in rows)

    def opened(self, owner: str, id_: str) -> KeptConversation | None:
        """A conversation of the owner's with its turns; None where they have none of this id."""
        if not self.are_kept:
            return None
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT id, filters, title, created, updated FROM conversations "
                "WHERE owner = ? AND id = ? AND updated > ?",
                (owner, id_, self._oldest()),
            ).fetchone()
            turns = connection.execute(
                "SELECT id, turn FROM turns WHERE owner = ? AND conversation = ? ORDER BY place", (owner, id_)
            ).fetchall()
        return _conversation(row, tuple(_turn(*turn) for turn in turns)) if row else None

    def keep(self, owner: str, conversation: KeptConversation, gone: Collection[str] = ()) -> None:
        """Keep what is new in a conversation, and drop its turns with the ids in `gone`.

        Turns that another window has added stay. The title of a conversation that is kept already is `rename`'s.
        """
        if not self.are_kept:
            return
        now = self._clock()
        with self._database.writing() as connection:
            connection.execute(
                "INSERT INTO conversations VALUES (?, ?, ?, ?, ?, ?) "
                "ON CONFLICT (owner, id) DO UPDATE SET filters = excluded.filters, updated = excluded.updated",
                (owner, conversation.id, _title(conversation), json.dumps(to_plain(conversation.filters)), now, now),
            )
            connection.executemany(
                "DELETE FROM turns WHERE owner = ? AND conversation = ? AND id = ?",
                [(owner, conversation.id, id_) for id_ in gone],
            )
            known = _known(connection, owner, conversation.id)
            connection.executemany(
                "INSERT INTO turns (owner, conversation, id, asked, turn) VALUES (?, ?, ?, ?, ?)",
                [
                    (owner, conversation.id, turn.id, now, packed(_as_kept(turn)))
                    for turn in conversation.turns[-self.settings.turns :]
                    if turn.id not in known
                ],
            )
            self._bound(connection, owner, conversation.id)

    def rename(self, owner: str, id_: str, title: str) -> None:
        """Give a conversation of the owner's another title; an empty one changes nothing."""
        line = kept_line(title, TITLE)
        if not self.are_kept or not line:
            return
        with self._database.writing() as connection:
            connection.execute("UPDATE conversations SET title = ? WHERE owner = ? AND id = ?", (line, owner, id_))

    def delete(self, owner: str, ids: Iterable[str]) -> None:
        """Delete conversations of the owner's, the feedback given in them, and the links to their answers."""
        if not self.are_kept:
            return
        with self._database.writing() as connection:
            for id_ in ids:
                connection.execute("DELETE FROM feedback WHERE owner = ? AND conversation = ?", (owner, id_))
                connection.execute("DELETE FROM shared WHERE owner = ? AND conversation = ?", (owner, id_))
                connection.execute("DELETE FROM conversations WHERE owner = ? AND id = ?", (owner, id_))

    def purge(self) -> None:
        """Delete what has been kept for as long as the settings say: all but feedback where they say none."""
        if not self.settings.file.exists():
            return
        now = self._clock()
        with self._database.writing() as connection:
            # Those who gave feedback are forgotten with their conversations; the feedback has a time of its own.
            connection.execute(
                "UPDATE feedback SET owner = NULL, conversation = NULL, turn = NULL WHERE (owner, conversation) IN "
                "(SELECT owner, id FROM conversations WHERE updated <= ?)",
                (self._oldest(),),
            )
            connection.execute("DELETE FROM conversations WHERE updated <= ?", (self._oldest(),))
            connection.execute("DELETE FROM collections WHERE updated <= ?", (self._oldest(),))
            connection.execute("DELETE FROM shared WHERE made <= ?", (self._oldest(),))
            connection.execute("DELETE FROM put_away WHERE at <= ?", (self._oldest(),))
            connection.execute("DELETE FROM feedback WHERE given <= ?", (now - self.settings.feedback_days * DAY,))

    def _bound(self, connection: sqlite3.Connection, owner: str, id_: str) -> None:
        """Delete the oldest where there is more than the settings allow; never the conversation that is being kept."""
        connection.execute(
            "DELETE FROM turns WHERE owner = ?1 AND conversation = ?2 AND place NOT IN "
            "(SELECT place FROM turns WHERE owner = ?1 AND conversation = ?2 ORDER BY place DESC LIMIT ?3)",
            (owner, id_, self.settings.turns),
        )
        delete_beyond(connection, self.settings.per_user, "conversations", owner, id_)
        delete_oldest(connection, self.settings.max_mb, "conversations", owner, id_)


def _conversation(row: tuple[str, str, str, float, float], turns: tuple[KeptTurn, ...]) -> KeptConversation:
    id_, filters, title, created, updated = row
    try:
        narrowed = from_plain(Filters, json.loads(filters))
    except (ValueError, TypeError):  # of a newer program
        narrowed = EVERYTHING
    return KeptConversation(id_, turns, narrowed, title, created, updated)


def _turn(id_: str, blob: bytes) -> KeptTurn:
    try:
        return unpacked(KeptTurn, blob)
    except ValueError:
        return KeptTurn(id_, _question(blob), None)


def _question(blob: bytes) -> str:
    """The question of a turn whose answer cannot be read."""
    try:
        return unpacked(_Asked, blob).question
    except ValueError:
        return ""


def _as_kept(turn: KeptTurn) -> KeptTurn:
    answer = kept_answer(turn.answer) if turn.answer else None
    return KeptTurn(turn.id, kept_words(turn.question), answer, turn.message, turn.filters)


def _title(conversation: KeptConversation) -> str:
    return kept_line(conversation.title or next((turn.question for turn in conversation.turns), ""), TITLE)


def _known(connection: sqlite3.Connection, owner: str, conversation: str) -> set[str]:
    rows = connection.execute("SELECT id FROM turns WHERE owner = ? AND conversation = ?", (owner, conversation))
    return {row[0] for row in rows}
