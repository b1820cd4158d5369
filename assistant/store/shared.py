"""Answers that are shared by a link: opened by whoever has it, without a word on who asked."""

import secrets
import sqlite3
from dataclasses import dataclass

from assistant.models import Answer
from assistant.store.file.kept import Kept, delete_beyond, delete_oldest
from assistant.store.file.plain import packed, unpacked
from assistant.store.file.words import impersonal_answer, lightened

MOST = 200  # shared answers of one owner
_PART = 0.25  # of what the file may hold, so that nobody's conversations give way to links


@dataclass(frozen=True, slots=True)
class SharedAnswer:
    """An answer as it was when it was shared, and the version of the index that it was made from."""

    answer: Answer
    version: str
    made: float = 0.0


class SharedAnswers(Kept):
    """The shared answers of all owners."""

    def share(self, owner: str, conversation: str, turn: str, answer: Answer, version: str) -> str:
        """The id by which the answer of a turn is opened; the same each time. Seen personal data is left out."""
        now = self._clock()
        blob = packed(SharedAnswer(lightened(impersonal_answer(answer)), version, now))
        with self._database.writing() as connection:
            connection.execute(
                "INSERT INTO shared VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (owner, turn) DO NOTHING",
                (secrets.token_urlsafe(16), owner, conversation, turn, now, blob),
            )
            row = connection.execute("SELECT id FROM shared WHERE owner = ? AND turn = ?", (owner, turn)).fetchone()
            self._bound(connection, owner, str(row[0]))
        return str(row[0])

    def id_of(self, owner: str, turn: str) -> str | None:
        """The id by which the owner has shared the answer of this turn; None where it is not shared."""
        with self._database.reading() as connection:
            row = connection.execute("SELECT id FROM shared WHERE owner = ? AND turn = ?", (owner, turn)).fetchone()
        return str(row[0]) if row else None

    def opened(self, id_: str) -> SharedAnswer | None:
        """The answer of this id; None where there is none any more."""
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT answer FROM shared WHERE id = ? AND made > ?", (id_, self._oldest())
            ).fetchone()
        try:
            return unpacked(SharedAnswer, row[0]) if row else None
        except ValueError:  # of a newer program
            return None

    def stop(self, owner: str, turn: str) -> None:
        """The owner's link to this turn's answer opens it no more."""
        with self._database.writing() as connection:
            connection.execute("DELETE FROM shared WHERE owner = ? AND turn = ?", (owner, turn))

    def _bound(self, connection: sqlite3.Connection, owner: str, id_: str) -> None:
        """Delete the oldest where there is more than may be; never the one that is being shared."""
        delete_beyond(connection, MOST, "shared", owner, id_)
        connection.execute(
            "DELETE FROM shared WHERE id <> ?1 AND id IN (SELECT id FROM "
            "(SELECT id, sum(length(answer)) OVER (ORDER BY id = ?1 DESC, made DESC, id) AS held FROM shared) "
            "WHERE held > ?2)",
            (id_, int(self.settings.max_mb * 2**20 * _PART)),
        )
        delete_oldest(connection, self.settings.max_mb, "shared", owner, id_)
