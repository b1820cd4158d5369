"""All that is kept of a person deleted on request, with a record that names nobody.

The record, `forgotten.jsonl` beside the database, holds when it was done, how much was deleted, and a salted hash of
the owner: enough to delete the same again where a backup from before brings it back, and too little to say who it was.
"""

import hashlib
import json
import os
import secrets
import sqlite3
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from assistant.store.file.database import Database

_OWNERS = " UNION ".join(
    f"SELECT owner FROM {table}" for table in ("conversations", "feedback", "collections", "shared", "put_away")
)


@dataclass(frozen=True, slots=True)
class Forgotten:
    """One deletion: when (seconds since 1970), of whom (known again by `salt`), and how much there was."""

    at: float
    salt: str
    owner: str
    conversations: int
    questions: int
    feedback: int


def record_of(database: Path) -> Path:
    """Where the record of deletions lies, beside the database of conversations."""
    return database.with_name("forgotten.jsonl")


def forget(database: Path, owner: str, now: float | None = None) -> Forgotten:
    """Delete all that the owner has, in the file too, and put it on record; raises StoreError.

    Feedback whose conversation is gone already names no owner any more, and stays.
    """
    at, salt = time.time() if now is None else now, secrets.token_hex(16)
    store = Database(database)
    with store.writing() as connection:
        done = Forgotten(at, salt, _salted(salt, owner), *_delete(connection, owner, at))
        _put_on_record(record_of(database), done)
    store.flush()
    return done


def forget_again(database: Path) -> int:
    """Delete what those on record had before they were forgotten; how many of them there were. Raises StoreError."""
    records = list(recorded(record_of(database)))
    if not records or not database.exists():
        return 0
    store, found = Database(database), 0
    with store.writing() as connection:
        owners = connection.execute(_OWNERS).fetchall()
        for owner in (row[0] for row in owners if row[0]):
            times = [one.at for one in records if one.owner == _salted(one.salt, owner)]
            found += bool(times and any(_delete(connection, owner, max(times))))
    store.flush()
    return found


def recorded(record: Path) -> Iterator[Forgotten]:
    """The deletions on record; a line that was cut off is passed over."""
    lines = record.read_text(encoding="utf-8").splitlines() if record.exists() else []
    for line in lines:
        with suppress(ValueError, TypeError):
            yield Forgotten(**json.loads(line))


def add_to_record(record: Path, lines: str) -> None:
    """Add those lines of another record that this one does not have."""
    known = set(record.read_text(encoding="utf-8").splitlines()) if record.exists() else set()
    for line in lines.splitlines():
        if line not in known:
            _append(record, line)


def _delete(connection: sqlite3.Connection, owner: str, until: float) -> tuple[int, int, int]:
    """How many conversations, questions and pieces of feedback are gone, of those up to a time."""
    feedback = connection.execute("DELETE FROM feedback WHERE owner = ? AND given <= ?", (owner, until)).rowcount
    questions = connection.execute(
        "SELECT count(*) FROM turns JOIN conversations AS c ON c.owner = turns.owner AND c.id = turns.conversation "
        "WHERE c.owner = ? AND c.updated <= ?",
        (owner, until),
    ).fetchone()[0]
    connection.execute("DELETE FROM collections WHERE owner = ? AND updated <= ?", (owner, until))
    connection.execute("DELETE FROM shared WHERE owner = ? AND made <= ?", (owner, until))
    connection.execute("DELETE FROM put_away WHERE owner = ? AND at <= ?", (owner, until))
    gone = connection.execute("DELETE FROM conversations WHERE owner = ? AND updated <= ?", (owner, until)).rowcount
    return gone, questions, feedback


def _put_on_record(record: Path, done: Forgotten) -> None:
    _append(record, json.dumps(asdict(done)))


def _append(record: Path, line: str) -> None:
    with os.fdopen(os.open(record, os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600), "w", encoding="utf-8") as file:
        file.write(f"{line}\n")
        file.flush()
        os.fsync(file.fileno())


def _salted(salt: str, owner: str) -> str:
    return hashlib.sha256(f"{salt}\0{owner}".encode()).hexdigest()
