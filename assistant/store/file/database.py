"""The one file that all is kept in: SQLite, for several threads and processes at once.

A connection lasts for one reading or writing, so that no thread holds another's and a file that was moved away or put
back is seen. What is deleted is overwritten in the file.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from assistant.errors import StoreError, StoreUnreachable

PATIENCE = 5.0  # seconds to wait for another writer

# One script a version of the schema, each applied once and never changed afterwards.
SCHEMA = (
    """
    CREATE TABLE conversations (
        owner TEXT NOT NULL, id TEXT NOT NULL, title TEXT NOT NULL, filters TEXT NOT NULL,
        created REAL NOT NULL, updated REAL NOT NULL,
        PRIMARY KEY (owner, id)
    ) WITHOUT ROWID;
    CREATE INDEX conversations_by_time ON conversations (updated);
    CREATE TABLE turns (
        place INTEGER PRIMARY KEY AUTOINCREMENT,
        owner TEXT NOT NULL, conversation TEXT NOT NULL, id TEXT NOT NULL, asked REAL NOT NULL, turn BLOB NOT NULL,
        UNIQUE (owner, conversation, id),
        FOREIGN KEY (owner, conversation) REFERENCES conversations (owner, id) ON DELETE CASCADE
    );
    CREATE TABLE feedback (
        id TEXT PRIMARY KEY,
        owner TEXT, conversation TEXT, turn TEXT,
        given REAL NOT NULL, feedback BLOB NOT NULL,
        UNIQUE (owner, turn)
    );
    CREATE INDEX feedback_by_time ON feedback (given);
    """,
    """
    CREATE TABLE collections (
        owner TEXT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, size INTEGER NOT NULL, updated REAL NOT NULL,
        pieces BLOB NOT NULL,
        PRIMARY KEY (owner, id)
    ) WITHOUT ROWID;
    CREATE INDEX collections_by_time ON collections (updated);
    CREATE TABLE shared (
        id TEXT PRIMARY KEY,
        owner TEXT NOT NULL, conversation TEXT NOT NULL, turn TEXT NOT NULL, made REAL NOT NULL, answer BLOB NOT NULL,
        UNIQUE (owner, turn)
    ) WITHOUT ROWID;
    """,
    "CREATE TABLE put_away (owner TEXT PRIMARY KEY, at REAL NOT NULL, names TEXT NOT NULL) WITHOUT ROWID",
)


class Database:
    """The file, made when it is first needed."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection to read with; raises StoreError."""
        with self._told(), closing(self._open()) as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A connection whose changes all hold, or none where the block raises; raises StoreError."""
        with self._told(), closing(self._open()) as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
            except BaseException:
                connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")

    def flush(self) -> None:
        """Bring all changes into the file itself, so that the log beside it holds nothing; raises StoreError."""
        with self._told(), closing(self._open()) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            if _is_damaged(error):
                raise StoreError("store_damaged", path=self.path, why=error) from error
            raise StoreUnreachable("store_unreachable", path=self.path, why=error) from error

    def _open(self) -> sqlite3.Connection:
        if not self.path.exists():
            self.path.parent.mkdir(parents=True, exist_ok=True)
            # For whoever runs the app alone: what is asked in confidence is no other account's to read.
            os.close(os.open(self.path, os.O_CREAT | os.O_RDWR, 0o600))
        connection = sqlite3.connect(self.path, timeout=PATIENCE, isolation_level=None)
        try:
            connection.executescript(
                "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; "
                "PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;"
            )
            self._bring_up(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _bring_up(self, connection: sqlite3.Connection) -> None:
        """Bring the schema up to the newest version."""
        if _version(connection) == len(SCHEMA):
            return
        connection.execute("BEGIN IMMEDIATE")
        version = _version(connection)  # another process may have been first
        if version > len(SCHEMA):
            connection.execute("ROLLBACK")
            raise StoreError("store_newer", path=self.path, version=version, known=len(SCHEMA))
        for script in SCHEMA[version:]:
            for statement in filter(str.strip, script.split(";")):
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {len(SCHEMA)}")
        connection.execute("COMMIT")


def bytes_used(connection: sqlite3.Connection) -> int:
    """How many bytes of the file hold something."""
    pages, free, size = (
        int(connection.execute(f"PRAGMA {name}").fetchone()[0])
        for name in ("page_count", "freelist_count", "page_size")
    )
    return (pages - free) * size


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _is_damaged(error: Exception) -> bool:
    return type(error) is sqlite3.DatabaseError  # the others are of kinds of their own
