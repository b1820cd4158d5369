"""What all that is kept has in common: its file, its clock, how long it stays, and how much of it there may be."""

import sqlite3
import time
from collections.abc import Callable

from assistant.settings import ConversationSettings
from assistant.store.file.database import Database, bytes_used

DAY = 86_400.0
_AGES = {"conversations": "updated", "collections": "updated", "shared": "made", "feedback": "given"}  # by their table
_OLDEST = (
    " UNION ALL ".join(f"SELECT '{kind}' AS kind, owner, id, {age} AS age FROM {kind}" for kind, age in _AGES.items())
    + " ORDER BY age LIMIT 2"
)


class Kept:
    """Something that is kept of all owners. All methods raise StoreError where the file cannot be used."""

    def __init__(self, settings: ConversationSettings, clock: Callable[[], float] = time.time) -> None:
        self.settings = settings
        self._database = Database(settings.file)
        self._clock = clock

    def _oldest(self) -> float:
        return self._clock() - self.settings.keep_days * DAY


def delete_beyond(connection: sqlite3.Connection, most: int, kind: str, owner: str, id_: str) -> None:
    """Delete the owner's oldest where there are more than `most`; never what is being kept, as in `delete_oldest`."""
    connection.execute(
        f"DELETE FROM {kind} WHERE owner = ?1 AND id <> ?2 AND id NOT IN "
        f"(SELECT id FROM {kind} WHERE owner = ?1 AND id <> ?2 ORDER BY {_AGES[kind]} DESC LIMIT ?3)",
        (owner, id_, most - 1),
    )


def delete_oldest(connection: sqlite3.Connection, max_mb: int, kind: str, owner: str, id_: str) -> None:
    """Delete the oldest of all, whoever's it is, until the rest fits in the file; never what is being kept: the `kind`
    (a table) with this owner and id.
    """
    while bytes_used(connection) > max_mb * 2**20:
        rows = connection.execute(_OLDEST).fetchall()
        oldest = next((row[:3] for row in rows if row[:3] != (kind, owner, id_)), None)
        if oldest is None:
            return
        table, whose, which = oldest
        connection.execute(f"DELETE FROM {table} WHERE owner IS ? AND id = ?", (whose, which))
