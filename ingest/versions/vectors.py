"""Vectors kept by model and text, so that nothing is embedded twice, also after a run that was cut off."""

import hashlib
import logging
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from assistant.embedding import Embedder, Vectors

log = logging.getLogger(__name__)
_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR)
_OF_ONE_BYTE = 0xFF  # SQLite's extended codes carry the plain one in their last byte


class VectorCache:
    """A SQLite file of vectors; a damaged one is begun anew. One writer at a time, which the lock sees to."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._db = self._open()

    def embed(
        self, embedder: Embedder, texts: Sequence[str], done: Callable[[int], None], batch: int = 64
    ) -> tuple[Vectors, int]:
        """The vectors of `texts`, shape (n, dimension), and how many had to be computed.

        `done` is told how many of the texts have their vector, after each batch.
        """
        keys = [_key(embedder.identity, text) for text in texts]
        known = self._get(keys, embedder.dimension)
        missing = list({key: text for key, text in zip(keys, texts, strict=True) if key not in known}.items())
        done(len(texts) - len(missing))
        for start in range(0, len(missing), batch):
            part = missing[start : start + batch]
            vectors = embedder.embed_passages([text for _, text in part])
            new = {key: vector for (key, _), vector in zip(part, vectors, strict=True)}
            self._put(new)
            known.update(new)
            done(len(part))
        if not texts:
            return np.zeros((0, embedder.dimension), dtype=np.float32), 0
        return np.stack([known[key] for key in keys]), len(missing)

    def keep(self, model: str, texts: Sequence[str]) -> None:
        """Take every vector out of the file that is not of one of these texts: nothing of a removed report stays."""
        with self._db:
            self._db.execute("CREATE TEMP TABLE kept (key TEXT PRIMARY KEY)")
            self._db.executemany("INSERT OR IGNORE INTO kept VALUES (?)", ((_key(model, text),) for text in texts))
            gone = self._db.execute("DELETE FROM vectors WHERE key NOT IN (SELECT key FROM kept)").rowcount
        self._db.execute("DROP TABLE kept")
        if gone:
            self._db.execute("VACUUM")  # else the file would hold them still

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def _open(self) -> sqlite3.Connection:
        try:
            return _connected(self._path)
        except sqlite3.DatabaseError as error:
            return self._anew(error)

    def _anew(self, error: sqlite3.DatabaseError) -> sqlite3.Connection:
        """An empty file in the place of a damaged one; other errors (the disk is full) are raised again."""
        if error.sqlite_errorcode & _OF_ONE_BYTE not in _DAMAGE:
            raise error
        log.warning("%s is damaged and begun anew", self._path)
        for suffix in ("", "-journal", "-wal", "-shm"):
            self._path.with_name(self._path.name + suffix).unlink(missing_ok=True)
        return _connected(self._path)

    def _get(self, keys: Sequence[str], dimension: int) -> dict[str, Vectors]:
        try:
            return self._found(keys, dimension)
        except sqlite3.DatabaseError as error:
            self._db.close()
            self._db = self._anew(error)
            return {}

    def _found(self, keys: Sequence[str], dimension: int) -> dict[str, Vectors]:
        found: dict[str, Vectors] = {}
        for start in range(0, len(keys), 500):
            part = keys[start : start + 500]
            marks = ",".join("?" * len(part))
            rows = self._db.execute(f"SELECT key, vector FROM vectors WHERE key IN ({marks})", part)
            found.update(
                (key, np.frombuffer(blob, dtype=np.float32)) for key, blob in rows if len(blob) == 4 * dimension
            )
        return found

    def _put(self, vectors: dict[str, Vectors]) -> None:
        rows = [(key, vector.astype(np.float32).tobytes()) for key, vector in vectors.items()]
        try:
            self._insert(rows)
        except sqlite3.DatabaseError as error:
            self._db.close()
            self._db = self._anew(error)
            self._insert(rows)

    def _insert(self, rows: list[tuple[str, bytes]]) -> None:
        with self._db:
            self._db.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?)", rows)


def prune_vectors(index_dir: Path, model: str, texts: Sequence[str]) -> None:
    """Forget the vectors of what is no longer indexed; the new version is live, whatever becomes of that."""
    try:
        cache = VectorCache(index_dir / "embeddings.sqlite")
        try:
            cache.keep(model, texts)
        finally:
            cache.close()
    except sqlite3.Error as error:
        log.warning("Vectors of removed passages stay until the next change: %s", error)


def _connected(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path)
    try:
        db.execute("CREATE TABLE IF NOT EXISTS vectors (key TEXT PRIMARY KEY, vector BLOB NOT NULL)")
    except BaseException:
        db.close()
        raise
    return db


def _key(model: str, text: str) -> str:
    return hashlib.sha256(f"{model}\x00{text}".encode("utf-8", "surrogatepass")).hexdigest()
