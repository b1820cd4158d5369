"""How much the file may hold: what is oldest goes first, whatever it is and whoever's it is."""

import sqlite3

from assistant.store.file.database import bytes_used

_KEPT = {"conversations": "updated", "collections": "updated", "shared": "made", "feedback": "given"}  # and its age
_OLDEST = (
    " UNION ALL ".join(f"SELECT '{kind}' AS kind, owner, id, {age} AS age FROM {kind}" for kind, age in _KEPT.items())
    + " ORDER BY age LIMIT 2"
)


def delete_oldest(connection: sqlite3.Connection, max_mb: int, kind: str, owner: str, id_: str) -> None:
    """Delete the oldest until the rest fits; never what is being kept: the `kind` (a table) with this owner and id."""
    while bytes_used(connection) > max_mb * 2**20:
        rows = connection.execute(_OLDEST).fetchall()
        oldest = next((row[:3] for row in rows if row[:3] != (kind, owner, id_)), None)
        if oldest is None:
            return
        table, whose, which = oldest
        connection.execute(f"DELETE FROM {table} WHERE owner IS ? AND id = ?", (whose, which))
