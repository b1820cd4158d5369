"""Collections: pieces of answers that a user keeps, in the user's own order and with the user's own notes.

Each is its owner's alone, as conversations are, and is kept for as long after it was last changed.
"""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, replace

from assistant.errors import StoreError
from assistant.models import Answer
from assistant.store.file.kept import Kept, delete_beyond, delete_oldest
from assistant.store.file.plain import packed, unpacked
from assistant.store.file.words import kept_line, kept_words

NAME = 80  # characters
MOST = 50  # collections of one owner
MOST_PIECES = 300


@dataclass(frozen=True, slots=True)
class Piece:
    """One kept piece: the `answer` with nothing but it, and the user's own note beside it."""

    id: str
    answer: Answer
    note: str = ""


@dataclass(frozen=True, slots=True)
class _Pieces:
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Collection:
    """A named collection; `size` is the number of its pieces, which are left out where collections are listed.

    One that a newer program has kept (`is_newer`) is without them too: it can be listed and deleted, and no more.
    """

    id: str
    name: str
    pieces: tuple[Piece, ...] = ()
    size: int = 0
    updated: float = 0.0
    is_newer: bool = False

    def holds(self, piece_id: str) -> bool:
        """Whether the piece is in it."""
        return any(piece.id == piece_id for piece in self.pieces)

    def toggled(self, piece: Piece) -> "Collection":
        """With the piece at its end; without it where it is in it already."""
        rest = tuple(one for one in self.pieces if one.id != piece.id)
        return replace(self, pieces=rest if self.holds(piece.id) else (*rest, piece))

    def moved(self, piece_id: str, by: int) -> "Collection":
        """With a piece so many places further down, or up."""
        pieces = list(self.pieces)
        at = next((place for place, one in enumerate(pieces) if one.id == piece_id), None)
        if at is None:
            return self
        pieces.insert(max(0, at + by), pieces.pop(at))
        return replace(self, pieces=tuple(pieces))

    def noted(self, piece_id: str, note: str) -> "Collection":
        """With this note beside a piece."""
        return replace(
            self, pieces=tuple(replace(one, note=note) if one.id == piece_id else one for one in self.pieces)
        )


class Collections(Kept):
    """The collections of all owners."""

    def listed(self, owner: str) -> tuple[Collection, ...]:
        """The owner's collections without their pieces, the last changed first."""
        if not self.settings.keep_days:
            return ()
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT id, name, size, updated FROM collections WHERE owner = ? AND updated > ? "
                "ORDER BY updated DESC, id",
                (owner, self._oldest()),
            ).fetchall()
        return tuple(Collection(id_, name, (), size, updated) for id_, name, size, updated in rows)

    def opened(self, owner: str, id_: str) -> Collection | None:
        """A collection of the owner's with its pieces; None where they have none of this id."""
        if not self.settings.keep_days:
            return None
        with self._database.reading() as connection:
            return self._found(connection, owner, id_)

    def change(self, owner: str, id_: str, name: str, change: Callable[[Collection], Collection]) -> None:
        """Put what `change` makes of a collection in its place; one called `name` is made where there is none.

        Raises StoreError also for one that a newer program has kept.
        """
        if not self.settings.keep_days:
            return
        with self._database.writing() as connection:
            found = self._found(connection, owner, id_) or Collection(id_, name)
            if found.is_newer:
                raise StoreError("collection_newer", name=found.name)
            changed = change(found)
            pieces = tuple(replace(one, note=kept_words(one.note)) for one in changed.pieces[-MOST_PIECES:])
            values = (kept_line(changed.name, NAME) or name, len(pieces), self._clock(), packed(_Pieces(pieces)))
            connection.execute(
                "INSERT INTO collections VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (owner, id) DO UPDATE SET "
                "name = excluded.name, size = excluded.size, updated = excluded.updated, pieces = excluded.pieces",
                (owner, id_, *values),
            )
            delete_beyond(connection, MOST, "collections", owner, id_)
            delete_oldest(connection, self.settings.max_mb, "collections", owner, id_)

    def delete(self, owner: str, id_: str) -> None:
        """Delete a collection of the owner's."""
        if not self.settings.keep_days:
            return
        with self._database.writing() as connection:
            connection.execute("DELETE FROM collections WHERE owner = ? AND id = ?", (owner, id_))

    def _found(self, connection: sqlite3.Connection, owner: str, id_: str) -> Collection | None:
        row = connection.execute(
            "SELECT name, size, updated, pieces FROM collections WHERE owner = ? AND id = ? AND updated > ?",
            (owner, id_, self._oldest()),
        ).fetchone()
        if row is None:
            return None
        name, size, updated, blob = row
        try:
            return Collection(id_, name, unpacked(_Pieces, blob).pieces, size, updated)
        except ValueError:
            return Collection(id_, name, (), size, updated, is_newer=True)
