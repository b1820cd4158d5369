"""What a user has put away, so that the page does not tell of it again."""

import time
from collections.abc import Callable, Collection

from assistant.settings import ConversationSettings
from assistant.store.file.database import Database


class PutAway:
    """What all owners have put away, by names of one line each. All methods raise StoreError."""

    def __init__(self, settings: ConversationSettings, clock: Callable[[], float] = time.time) -> None:
        self._database = Database(settings.file)
        self._clock = clock

    def put(self, owner: str, names: Collection[str]) -> None:
        """These are away from now on, in the place of those before."""
        with self._database.writing() as connection:
            connection.execute(
                "INSERT INTO put_away VALUES (?, ?, ?) ON CONFLICT (owner) DO UPDATE SET at = excluded.at, "
                "names = excluded.names",
                (owner, self._clock(), "\n".join(names)),
            )

    def held(self, owner: str) -> frozenset[str]:
        """What the owner has put away last."""
        with self._database.reading() as connection:
            row = connection.execute("SELECT names FROM put_away WHERE owner = ?", (owner,)).fetchone()
        return frozenset(row[0].split("\n")) if row else frozenset()
