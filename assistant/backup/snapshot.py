"""SQLite files copied while others write to them, by SQLite's own backup: always one consistent state."""

import sqlite3
from contextlib import closing
from pathlib import Path

from assistant.errors import BackupError

PATIENCE = 30.0  # seconds to wait for a writer


def take(database: Path, copy: Path) -> None:
    """Copy a database as it is now; raises BackupError where it is damaged or stays locked."""
    try:
        with closing(_read_only(database)) as source, closing(sqlite3.connect(copy)) as target:
            source.backup(target)
            told = target.execute("PRAGMA quick_check(1)").fetchone()[0]
    except sqlite3.Error as error:
        raise BackupError("database_uncopied", database=database, why=error) from error
    if told != "ok":
        raise BackupError("database_damaged", database=database, why=told)


def put(copy: Path, database: Path) -> None:
    """Give a database the content of `copy`, in one step for all who have it open; raises sqlite3.Error."""
    with closing(_read_only(copy)) as source, closing(sqlite3.connect(database, timeout=PATIENCE)) as target:
        source.backup(target)
    database.chmod(0o600)


def is_damaged(database: Path) -> bool:
    """Whether a file is no database that can be read; raises sqlite3.Error where it cannot be told now."""
    try:
        with closing(_read_only(database)) as connection:
            return bool(connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok")
    except sqlite3.DatabaseError as error:
        if type(error) is not sqlite3.DatabaseError:  # locked, out of reach: of a kind of its own
            raise
        return True


def version_of(database: Path) -> int:
    """The version of its schema that a database names; raises sqlite3.Error."""
    with closing(_read_only(database)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _read_only(database: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True, timeout=PATIENCE)
